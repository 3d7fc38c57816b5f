import type { GraphQLSchema } from 'graphql';
import { turns } from '../graph/turns.js';
import type { Scope } from '../graphql/scope.js';
import { namedAs } from '../model/named.js';
import type { EntityNode } from '../model/projection.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import { answerOf } from './answer.js';
import { isAnswer, proper, usual, type Ran, type Tried } from './choose.js';
import { followed, turnOf, type Turn } from './follow.js';
import { KnownNames } from './known-names.js';
import { english } from './languages/en.js';
import { french } from './languages/fr.js';
import { korean } from './languages/ko.js';
import { says, type Say } from './languages/say.js';
import { executed } from './executed.js';
import { rewriterOf } from './rewriter.js';
import { Lexicon } from './lexicon.js';
import type { NameIndex, NameWords } from './names.js';
import { isSet, operationOf, operationOfAll } from './operation.js';
import type { Outcome } from './outcome.js';
import { placesOf, whereIs } from './placed.js';
import { planShape, type Plan } from './plan.js';
import { Reader, type Reading } from './read.js';
import { readingOf } from './reading.js';
import { meaningsOf, MOST_TRIED, NEAR, barely, throughPartakers, withoutChoices, type Meaning } from './settle.js';
import { entitiesIn } from './sets.js';
import { isEnglishWord } from './word-list.js';

/** What is answered to a question in words. */
export interface Asked {
  readonly outcome: Outcome;
  /** What was understood, in words. */
  readonly reading: string;
  readonly language: Language;
  readonly plan: Plan | null;
  readonly sentence: string;
  readonly ran: Ran | null;
  /** What an ambiguous name may mean. */
  readonly candidates: readonly { readonly text: string; readonly entity: EntityNode; readonly where: string | null }[];
  /** Words that were not understood. */
  readonly unknown: readonly string[];
  /** What can be asked instead. */
  readonly nearest: readonly string[];
}

export const LONGEST_QUESTION = 200;
/** Readings whose costs differ less than this are told apart by their answers. */
const RIVAL = 0.08;
const MOST_RIVALS = 5;
/** How much costlier readings may be that are tried where the likeliest find nothing, as capitals for governments. */
const FARTHEST = 0.75;
const MOST_NEAREST = 3;

/** What was understood is more than the API answers at once. */
class TooWide extends Error {}

/** Answers questions in words, offline; the same words always get the same answer from the same graph. */
export class Asker {
  private readonly vocabulary: Vocabulary;
  private readonly names: KnownNames;
  private readonly readers: readonly Reader[];
  private readonly examples: Readonly<Record<Language, readonly string[]>>;

  constructor(vocabulary: Vocabulary, words: NameWords, examples: Readonly<Record<Language, readonly string[]>>) {
    this.vocabulary = vocabulary;
    this.examples = examples;
    this.names = new KnownNames(vocabulary, words);
    this.readers = [english, french, korean].map(
      (pack) => new Reader(vocabulary, new Lexicon(vocabulary, pack), pack.language === 'en' ? isEnglishWord : () => true),
    );
  }

  /** Answers a question; `after` is the id of an answer that it may follow up on. */
  async ask(raw: string, schema: GraphQLSchema, scope: Scope, after: string | null = null): Promise<Asked> {
    const turn = after === null ? null : turnOf(after);
    const language = this.byFit(raw)[0]?.reader.lexicon.pack.language ?? 'en';
    try {
      const next = turn && Array.from(raw).length <= LONGEST_QUESTION ? await this.following(turn, raw, schema, scope) : null;
      return next ?? (await this.rewritten(raw, await this.asked(raw, schema, scope), schema, scope));
    } catch (error) {
      if (error instanceof TooWide) return this.declined(language, says[language].tooWide, []);
      throw error;
    }
  }

  /** Words that could come next in a half-typed question. */
  async next(raw: string, scope: Scope, most: number): Promise<readonly string[]> {
    if (Array.from(raw).length > LONGEST_QUESTION) return [];
    const names = await this.names.of(scope.reader, raw);
    const [best] = this.byFit(raw);
    return best ? turns.take(best.reader.next(raw, names, most), scope.reader.signal) : [];
  }

  /** The readers of all languages, first those that know most words of a text. */
  private byFit(raw: string) {
    return this.readers.map((reader) => ({ reader, fit: reader.fits(raw) })).sort((a, b) => b.fit - a.fit);
  }

  /** What was not understood, as a model puts it, where there is one: it may name nothing that the question does not. */
  private async rewritten(raw: string, asked: Asked, schema: GraphQLSchema, scope: Scope): Promise<Asked> {
    const rewriter = asked.outcome === 'NOT_UNDERSTOOD' && Array.from(raw).length <= LONGEST_QUESTION ? rewriterOf(schema) : null;
    if (!rewriter) return asked;
    try {
      const made = await rewriter(raw, this.vocabulary);
      if (!made) return asked;
      const words = 'question' in made ? made.question : '';
      const names = await this.names.of(scope.reader, `${raw} ${words}`);
      const named = (text: string) => this.readers.flatMap((reader) => [...reader.named(text, names)]);
      const known = new Set(named(raw));
      const used = 'plan' in made ? entitiesIn(made.plan) : named(words);
      if (used.some((id) => !known.has(id))) return asked;
      const next =
        'plan' in made
          ? await this.answered(scope, asked.language, made.plan, await this.run(made.plan, asked.language, schema, scope))
          : await this.asked(words, schema, scope);
      if (next.outcome !== 'ANSWERED') return asked;
      const how = says[asked.language].rewritten(words);
      return { ...next, sentence: `${how}: ${next.sentence}`, reading: `${how}: ${next.reading}` };
    } catch {
      // A model that cannot be had, or whose plan cannot be asked, leaves the question as it was.
      return asked;
    }
  }

  private async following(turn: Turn, raw: string, schema: GraphQLSchema, scope: Scope): Promise<Asked | null> {
    const names = await this.names.of(scope.reader, raw);
    const reader = this.readers.find(({ lexicon }) => lexicon.pack.language === turn.language);
    const fragments = reader?.fragments(raw, names);
    const plan = fragments ? followed(turn, fragments, this.vocabulary) : null;
    if (!plan) return null;
    const ran = await this.run(plan, turn.language, schema, scope);
    return this.answered(scope, turn.language, plan, ran);
  }

  private async answered(
    scope: Scope,
    language: Language,
    plan: Plan,
    ran: Ran,
    taken: ReadonlyMap<string, EntityNode> = new Map(),
    slips: Reading['slips'] = [],
  ): Promise<Asked> {
    const told = await this.reading(scope, language, plan, taken, slips);
    const sentence = ran.isEmpty && ran.sentence === `${says[language].none}.` ? `${says[language].none}: ${told}.` : ran.sentence;
    return { outcome: 'ANSWERED', reading: told, language, plan, sentence, ran, candidates: [], unknown: [], nearest: [] };
  }

  /** What a plan asks, in words, with what each of its names was taken for. */
  private async reading(scope: Scope, language: Language, plan: Plan, taken: ReadonlyMap<string, EntityNode>, slips: Reading['slips'] = []): Promise<string> {
    const known = new Map([...taken.values()].map((entity) => [entity.id, entity]));
    const missing = [...new Set(entitiesIn(plan))].filter((id) => !known.has(id));
    const found = missing.length > 0 ? await scope.reader.entities(missing) : new Map<string, EntityNode>();
    const named = [...known.values(), ...found.values()].map((own) => [own.id, language === 'en' ? namedAs(this.vocabulary, own).text : own.label] as const);
    return readingOf(this.vocabulary, language, plan, new Map(named), slips);
  }

  private async asked(raw: string, schema: GraphQLSchema, scope: Scope): Promise<Asked> {
    const size = Array.from(raw).length;
    const order = this.byFit(raw);
    const language = order[0]?.reader.lexicon.pack.language ?? 'en';
    const declined = (sentence: string, unknown: readonly string[] = []): Asked => this.declined(language, sentence, unknown);
    if (size > LONGEST_QUESTION) return declined(says.en.tooLong(LONGEST_QUESTION, size));
    if (!/[\p{L}\p{N}]/u.test(raw)) return declined(says.en.noQuestion);
    const names = await this.names.of(scope.reader, raw);
    let first: Reading | null = null;
    for (const { reader, fit } of order) {
      if (fit === 0 && first) break;
      const reading = await turns.take(reader.read(raw, names), scope.reader.signal);
      first ??= reading;
      const figures = await this.figured(reader, raw, names, schema, scope);
      if (reading.drafts.length > 0) {
        const asked = await this.orPlanned(await this.settled(reader.lexicon.pack.language, reading, schema, scope), schema, scope);
        return figures && asked.plan?.heads[0]?.head === 'count' ? withFigures(asked, figures) : asked;
      }
      if (figures) return figures;
    }
    const say = says[language];
    const { impossible = [], isBackwards = false, unknown = [] } = first ?? {};
    if (impossible.length > 0) return declined(say.noDay(impossible.join(` ${say.or} `)));
    if (isBackwards) return declined(say.backwards);
    if ((order[0]?.fit ?? 0) === 0) return declined('Questions are understood in English, French and Korean; names may be in any script.', unknown);
    const unnamed = unknown.filter((word) => /^\p{Lu}/u.test(word) && !raw.trimStart().startsWith(word));
    if (unnamed.length > 0 && unnamed.length === unknown.length) return declined(say.unnamed(unnamed.map((word) => `"${word}"`).join(', ')), unknown);
    return declined(unknown.length > 0 ? say.unknown(unknown.map((word) => `"${word}"`).join(', ')) : say.notUnderstood, unknown);
  }

  /** Runs a plan; it is checked like any other, wherever it comes from. */
  async run(plan: Plan, language: Language, schema: GraphQLSchema, scope: Scope): Promise<Ran> {
    const operation = operationOf(this.vocabulary, schema, planShape.parse(plan));
    const { data, wide } = await executed(operation, schema, scope);
    if (wide !== null) throw new TooWide(wide.message);
    return { ...operation, data, ...answerOf(plan, language, data) };
  }

  /** Runs several plans in one operation; null for one that is too much. */
  private async runAll(plans: readonly Plan[], language: Language, schema: GraphQLSchema, scope: Scope): Promise<readonly (Ran | null)[]> {
    if (plans.length <= 1) return Promise.all(plans.map((plan) => this.run(plan, language, schema, scope)));
    const { data, wide } = await executed(operationOfAll(this.vocabulary, schema, plans), schema, scope);
    if (wide !== null) {
      const others = await this.runAll(plans.filter((_plan, at) => at !== wide.at), language, schema, scope); // prettier-ignore
      return [...others.slice(0, wide.at), null, ...others.slice(wide.at)];
    }
    return plans.map((plan, at) => {
      const own = data[`m${String(at)}`] as Record<string, unknown>;
      const seen = isSet(plan.lens) ? { view: own } : own;
      return { ...operationOf(this.vocabulary, schema, plan), data: seen, ...answerOf(plan, language, seen) };
    });
  }

  /** Where nothing is so for sure, with what is planned. */
  private async orPlanned(asked: Asked, schema: GraphQLSchema, scope: Scope): Promise<Asked> {
    if (!asked.plan || asked.ran?.isPerhaps !== true) return asked;
    const plan = { ...asked.plan, intended: true };
    const ran = await this.run(plan, asked.language, schema, scope);
    return { ...asked, plan, ran, sentence: ran.sentence };
  }

  /** What sources state of how many, by the words that its measure has. */
  private async figured(reader: Reader, raw: string, names: NameIndex, schema: GraphQLSchema, scope: Scope): Promise<Asked | null> {
    const counted = reader.counted(raw, names);
    const { language } = reader.lexicon.pack;
    const plans = (counted?.ids ?? []).map((id): Plan => ({ heads: [{ head: 'figure', id, words: [...(counted?.words ?? [])] }] }));
    const runs = await this.runAll(plans, language, schema, scope);
    const at = runs.findIndex((ran) => ran !== null && !ran.isEmpty);
    const [plan, ran] = [plans[at], runs[at]];
    return plan && ran ? this.answered(scope, language, plan, ran) : null;
  }

  /** What to ask where nothing is found: less, with how that is said; what is only planned, not of the sort that was said, of those who took part. */
  private looser(plan: Plan, say: Say): readonly { readonly plan: Plan; readonly how: string }[] {
    if (!plan.heads.some((head) => 'set' in head)) return [];
    const [bare, dropped] = withoutChoices(plan);
    const others = throughPartakers(this.vocabulary, plan);
    return [
      { plan: { ...plan, intended: true }, how: say.planned },
      ...(dropped.length > 0 ? [{ plan: bare, how: say.looser(dropped.join(', ')) }] : []),
      ...(others ? [{ plan: others, how: say.partakers }] : []),
    ];
  }

  private declined(language: Language, sentence: string, unknown: readonly string[]): Asked {
    const nearest = this.examples[language].slice(0, MOST_NEAREST);
    return { outcome: 'NOT_UNDERSTOOD', reading: '', language, plan: null, sentence, ran: null, candidates: [], unknown, nearest };
  }

  /** Answers by the likeliest reading; equally likely ones are told apart by their answers, or asked back. */
  private async settled(language: Language, reading: Reading, schema: GraphQLSchema, scope: Scope): Promise<Asked> {
    const drafts = reading.drafts.filter((draft) => meaningsOf(draft, reading.mentions).length > 0);
    const rivals = drafts.filter(({ cost }) => cost <= (drafts[0]?.cost ?? 0) + RIVAL).slice(0, MOST_RIVALS);
    const meanings = rivals.flatMap((draft) => meaningsOf(draft, reading.mentions)).sort((a, b) => a.cost - b.cost);
    const [cheapest] = meanings;
    if (!cheapest) return this.declined(language, says[language].notUnderstood, []);
    const near = meanings.filter(({ cost }) => cost <= cheapest.cost + RIVAL + NEAR).slice(0, MOST_TRIED);
    const tries = near.length > 0 ? near : [cheapest];
    const tried = await this.tried(tries, language, schema, scope);
    if (!tried.some(isAnswer))
      return this.otherwise(language, reading, { tries, tried, others: meanings.filter((own) => !tries.includes(own)), rivals }, schema, scope);
    return this.chosen(language, reading, tried, scope);
  }

  private async tried(meanings: readonly Meaning[], language: Language, schema: GraphQLSchema, scope: Scope): Promise<readonly Tried[]> {
    const runs = await this.runAll(meanings.map(({ plan }) => plan), language, schema, scope); // prettier-ignore
    return meanings.flatMap((meaning, at) => {
      const ran = runs[at];
      return ran ? [{ meaning, ran }] : [];
    });
  }

  /** Where nothing is found: less likely meanings, then those of nothing at all being known so, then what is near to what was asked; all in one operation. */
  private async otherwise(
    language: Language,
    reading: Reading,
    { tries, tried, others, rivals }: { tries: readonly Meaning[]; tried: readonly Tried[]; others: readonly Meaning[]; rivals: Reading['drafts'] },
    schema: GraphQLSchema,
    scope: Scope,
  ): Promise<Asked> {
    const [cheapest] = tries;
    const [first] = tried;
    if (!cheapest || !first) throw new TooWide(says[language].notUnderstood);
    const bare = barely(cheapest.plan);
    const farther = reading.drafts
      .filter((draft) => !rivals.includes(draft) && draft.cost <= (reading.drafts[0]?.cost ?? 0) + FARTHEST)
      .flatMap((draft) => meaningsOf(draft, reading.mentions));
    const looser = this.looser(first.meaning.plan, says[language]);
    const more = [...others.slice(0, MOST_TRIED / 2), ...farther.slice(0, MOST_TRIED / 2)];
    const plans = [...more.map(({ plan }) => plan), ...(bare ? [bare] : []), ...looser.map(({ plan }) => plan)];
    const runs = await this.runAll(plans, language, schema, scope);
    const isThere = (at: number) => runs[at] && !runs[at].isEmpty;
    const own = more.flatMap((meaning, at): Tried[] => (isThere(at) && runs[at] ? [{ meaning, ran: runs[at] }] : []));
    const likely = own.filter(({ meaning }) => others.includes(meaning));
    if (likely.length > 0) return this.chosen(language, reading, likely, scope);
    // Only where nothing at all is known of this kind may a name be meant otherwise.
    const isNothing = !bare || !isThere(more.length);
    if (isNothing && own[0]) return this.chosen(language, reading, [own[0]], scope);
    const at = looser.findIndex((_looser, place) => isThere(more.length + (bare ? 1 : 0) + place));
    const ran = runs[more.length + (bare ? 1 : 0) + at];
    const said = looser[at] && ran ? { ...first.ran, sentence: `${looser[at].how}: ${ran.sentence}` } : first.ran;
    return this.answered(scope, language, first.meaning.plan, said, first.meaning.taken, reading.slips);
  }

  private async chosen(language: Language, reading: Reading, tried: readonly Tried[], scope: Scope): Promise<Asked> {
    const some = tried.filter(isAnswer);
    const full = some.some(({ ran }) => ran.isWhole) ? some.filter(({ ran }) => ran.isWhole) : some;
    const answers = new Set(full.map(({ ran }) => JSON.stringify([...ran.items].sort())));
    const chosen = answers.size > 1 ? (usual(full, reading) ?? proper(full)) : (full[0] ?? tried[0]);
    return chosen
      ? this.answered(scope, language, chosen.meaning.plan, chosen.ran, chosen.meaning.taken, reading.slips)
      : this.askedBack(language, reading, full, scope);
  }

  private async askedBack(language: Language, reading: Reading, full: readonly { meaning: Meaning }[], scope: Scope): Promise<Asked> {
    const marks = [...new Set(full.flatMap(({ meaning }) => [...meaning.taken.keys()]))];
    const open = marks.filter((mark) => new Set(full.flatMap(({ meaning }) => meaning.taken.get(mark)?.id ?? [])).size > 1);
    const meant = [...new Map(open.flatMap((mark) => full.flatMap(({ meaning }) => {
      const entity = meaning.taken.get(mark);
      return entity ? [[entity.id, { text: reading.mentions.get(mark)?.written ?? '', entity }] as const] : [];
    }))).values()]; // prettier-ignore
    const places = await scope.reader.entities([...new Set(meant.flatMap(({ entity }) => placesOf(entity)))]);
    const candidates = meant.map((own) => ({ ...own, where: whereIs(own.entity, places) }));
    const say = says[language];
    const shown = candidates.map(({ entity, where }) => (where === null ? entity.label : `${entity.label} (${where})`));
    const sentence = candidates.length === 0 ? say.several : say.ask(candidates[0]?.text ?? '', shown.join(` ${say.or} `));
    const nearest =
      candidates.length === 0
        ? await Promise.all(full.slice(0, MOST_NEAREST).map(({ meaning }) => this.reading(scope, language, meaning.plan, meaning.taken)))
        : [];
    return { outcome: 'AMBIGUOUS', reading: '', language, plan: null, sentence, ran: null, candidates, unknown: [], nearest };
  }
}

/** A count with the number that sources state beside it. */
function withFigures(asked: Asked, figures: Asked): Asked {
  if (!asked.ran || !figures.ran) return asked;
  if (asked.ran.isEmpty) return figures;
  const items = [...figures.ran.items, ...asked.ran.items];
  const claims = [...new Set([...figures.ran.claims, ...asked.ran.claims])];
  return { ...asked, sentence: `${figures.sentence} ${asked.sentence}`, ran: { ...asked.ran, items, claims } };
}
