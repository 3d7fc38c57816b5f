import { execute, parse, type GraphQLSchema } from 'graphql';
import { turns } from '../graph/turns.js';
import type { Scope } from '../graphql/scope.js';
import type { EntityNode } from '../model/projection.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import { answerOf, type Answer } from './answer.js';
import { followed, turnOf, type Turn } from './follow.js';
import { KnownNames } from './known-names.js';
import { english } from './languages/en.js';
import { french } from './languages/fr.js';
import { korean } from './languages/ko.js';
import { says } from './languages/say.js';
import { Lexicon } from './lexicon.js';
import type { NameIndex, NameWords } from './names.js';
import { operationOf, type Operation } from './operation.js';
import type { Outcome } from './outcome.js';
import { placesOf } from './placed.js';
import { planShape, type Plan } from './plan.js';
import { Reader, type Reading } from './read.js';
import { readingOf } from './reading.js';
import { marksIn, meaningsOf, MOST_TRIED, NEAR, barely, withoutChoices, type Meaning } from './settle.js';
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

/** A plan that was run: its operation and what came of it. */
export interface Ran extends Answer, Operation {
  readonly data: unknown;
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
    try {
      const next = turn && Array.from(raw).length <= LONGEST_QUESTION ? await this.following(turn, raw, schema, scope) : null;
      return next ?? (await this.asked(raw, schema, scope));
    } catch (error) {
      if (error instanceof TooWide) return this.declined('en', `This is too much to ask at once: ${error.message}.`, []);
      throw error;
    }
  }

  /** Words that could come next in a half-typed question. */
  async next(raw: string, scope: Scope, most: number): Promise<readonly string[]> {
    if (Array.from(raw).length > LONGEST_QUESTION) return [];
    const names = await this.names.of(scope.reader, raw);
    const [best] = this.readers.map((reader) => ({ reader, fit: reader.fits(raw) })).sort((a, b) => b.fit - a.fit);
    return best ? turns.take(best.reader.next(raw, names, most), scope.reader.signal) : [];
  }

  private async following(turn: Turn, raw: string, schema: GraphQLSchema, scope: Scope): Promise<Asked | null> {
    const names = await this.names.of(scope.reader, raw);
    const reader = this.readers.find(({ lexicon }) => lexicon.pack.language === turn.language);
    const fragments = reader?.fragments(raw, names);
    const plan = fragments ? followed(turn, fragments, this.vocabulary) : null;
    if (!plan) return null;
    const ran = await this.run(plan, turn.language, schema, scope);
    return this.answered(turn.language, plan, ran, new Map(), []);
  }

  private answered(language: Language, plan: Plan, ran: Ran, taken: ReadonlyMap<string, EntityNode>, slips: Reading['slips']): Asked {
    const told = readingOf(this.vocabulary, plan, taken, slips);
    const sentence = ran.isEmpty && ran.sentence === `${says[language].none}.` ? `${says[language].none}: ${told}.` : ran.sentence;
    return { outcome: 'ANSWERED', reading: told, language, plan, sentence, ran, candidates: [], unknown: [], nearest: [] };
  }

  private async asked(raw: string, schema: GraphQLSchema, scope: Scope): Promise<Asked> {
    const size = Array.from(raw).length;
    const order = this.readers.map((reader) => ({ reader, fit: reader.fits(raw) })).sort((a, b) => b.fit - a.fit);
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
        const asked = await this.settled(reader.lexicon.pack.language, reading, schema, scope);
        return figures && asked.plan?.heads[0]?.head === 'count' ? withFigures(asked, figures) : asked;
      }
      if (figures) return figures;
    }
    const say = says[language];
    const { impossible = [], isBackwards = false, unknown = [] } = first ?? {};
    if (impossible.length > 0) return declined(say.noDay(impossible.join(` ${say.or} `)));
    if (isBackwards) return declined(say.backwards);
    if ((order[0]?.fit ?? 0) === 0) return declined('Questions are understood in English, French and Korean; names may be in any script.', unknown);
    return declined(unknown.length > 0 ? say.unknown(unknown.map((word) => `"${word}"`).join(', ')) : say.notUnderstood, unknown);
  }

  /** Runs a plan that came from elsewhere; it is checked like any other. */
  async run(plan: Plan, language: Language, schema: GraphQLSchema, scope: Scope): Promise<Ran> {
    const operation = operationOf(this.vocabulary, schema, planShape.parse(plan));
    const result = await execute({ schema, document: parse(operation.text), variableValues: operation.variables, contextValue: scope });
    const [error] = result.errors ?? [];
    if (error?.extensions['code'] === 'BAD_USER_INPUT') throw new TooWide(error.message);
    if (error) throw error;
    const data = JSON.parse(JSON.stringify(result.data ?? {})) as Record<string, unknown>;
    return { ...operation, data, ...answerOf(plan, language, data) };
  }

  /** What sources state of how many, by the words that its measure has. */
  private async figured(reader: Reader, raw: string, names: NameIndex, schema: GraphQLSchema, scope: Scope): Promise<Asked | null> {
    const counted = reader.counted(raw, names);
    const { language } = reader.lexicon.pack;
    for (const id of counted?.ids ?? []) {
      const plan: Plan = { heads: [{ head: 'figure', id, words: [...(counted?.words ?? [])] }] };
      const ran = await this.run(plan, language, schema, scope);
      if (!ran.isEmpty) return this.answered(language, plan, ran, new Map(), []);
    }
    return null;
  }

  /** Whether nothing at all is known of this kind, whenever and of whatever sort: then a name may be meant otherwise. */
  private async isNothing(plan: Plan, language: Language, schema: GraphQLSchema, scope: Scope): Promise<boolean> {
    const bare = barely(plan);
    return bare === null || (await this.run(bare, language, schema, scope)).isEmpty;
  }

  /** What is found where nothing is, if less is asked: what is only planned, or not of the sort that was said. */
  private async looser(plan: Plan, none: Ran, language: Language, schema: GraphQLSchema, scope: Scope): Promise<Ran> {
    const say = says[language];
    const [bare, dropped] = withoutChoices(plan);
    const tries: (readonly [Plan, string])[] = [
      [{ ...plan, intended: true }, say.planned],
      ...(dropped.length > 0 ? [[bare, say.looser(dropped.join(', '))] as const] : []),
    ];
    for (const [looser, how] of plan.heads.some((head) => 'set' in head) ? tries : []) {
      const ran = await this.run(looser, language, schema, scope);
      if (!ran.isEmpty) return { ...none, sentence: `${how}: ${ran.sentence}` };
    }
    return none;
  }

  private declined(language: Language, sentence: string, unknown: readonly string[]): Asked {
    const nearest = this.examples[language].slice(0, MOST_NEAREST);
    return { outcome: 'NOT_UNDERSTOOD', reading: '', language, plan: null, sentence, ran: null, candidates: [], unknown, nearest };
  }

  /** Answers by the likeliest reading; equally likely ones are told apart by their answers, or asked back. */
  private async settled(language: Language, reading: Reading, schema: GraphQLSchema, scope: Scope): Promise<Asked> {
    const [best] = reading.drafts;
    const rivals = reading.drafts.filter(({ cost }) => cost <= (best?.cost ?? 0) + RIVAL).slice(0, MOST_RIVALS);
    const meanings = rivals.flatMap((draft) => meaningsOf(draft, reading.mentions)).sort((a, b) => a.cost - b.cost);
    const [cheapest] = meanings;
    if (!cheapest) return this.declined(language, says[language].notUnderstood, []);
    const tried: { meaning: Meaning; ran: Ran }[] = [];
    const near = meanings.filter(({ cost }) => cost <= cheapest.cost + RIVAL + NEAR).slice(0, MOST_TRIED);
    const tries = near.length > 0 ? near : [cheapest];
    const runs = await Promise.allSettled(tries.map(async (meaning) => ({ meaning, ran: await this.run(meaning.plan, language, schema, scope) })));
    for (const run of runs) {
      if (run.status === 'fulfilled') tried.push(run.value);
      else if (!(run.reason instanceof TooWide) || runs.length === 1) throw run.reason;
    }
    if (tried.every(({ ran }) => ran.isEmpty)) {
      for (const meaning of meanings.filter((own) => !tries.includes(own)).slice(0, MOST_TRIED - tries.length))
        tried.push({ meaning, ran: await this.run(meaning.plan, language, schema, scope) });
    }
    if (tried.every(({ ran }) => ran.isEmpty) && (await this.isNothing(cheapest.plan, language, schema, scope))) {
      const farther = reading.drafts
        .filter((draft) => !rivals.includes(draft) && draft.cost <= (best?.cost ?? 0) + FARTHEST)
        .flatMap((draft) => meaningsOf(draft, reading.mentions));
      for (const meaning of farther.slice(0, MOST_TRIED)) {
        const ran = await this.run(meaning.plan, language, schema, scope);
        if (!ran.isEmpty) tried.push({ meaning, ran });
        if (!ran.isEmpty) break;
      }
    }
    const full = tried.filter(({ ran }) => !ran.isEmpty);
    const answers = new Set(full.map(({ ran }) => JSON.stringify([...ran.items].sort())));
    const chosen = answers.size > 1 ? usual(full, reading) : (full[0] ?? tried[0]);
    if (!chosen) return this.askedBack(language, reading, full, scope);
    const { meaning } = chosen;
    const ran = chosen.ran.isEmpty ? await this.looser(chosen.meaning.plan, chosen.ran, language, schema, scope) : chosen.ran;
    return this.answered(language, meaning.plan, ran, meaning.taken, reading.slips);
  }

  private async askedBack(language: Language, reading: Reading, full: readonly { meaning: Meaning }[], scope: Scope): Promise<Asked> {
    const marks = [...new Set(full.flatMap(({ meaning }) => [...meaning.taken.keys()]))];
    const open = marks.filter((mark) => new Set(full.map(({ meaning }) => meaning.taken.get(mark)?.id)).size > 1);
    const meant = [...new Map(open.flatMap((mark) => full.flatMap(({ meaning }) => {
      const entity = meaning.taken.get(mark);
      return entity ? [[entity.id, { text: reading.mentions.get(mark)?.written ?? '', entity }] as const] : [];
    }))).values()]; // prettier-ignore
    const places = await scope.reader.entities([...new Set(meant.flatMap(({ entity }) => placesOf(entity)))]);
    const candidates = meant.map((own) => ({ ...own, where: whereIs(own.entity, places) }));
    const say = says[language];
    const shown = candidates.map(({ entity, where }) => (where === null ? entity.label : `${entity.label} (${where})`));
    const sentence = candidates.length === 0 ? say.several : say.ask(candidates[0]?.text ?? '', shown.join(` ${say.or} `));
    const nearest = candidates.length === 0 ? full.map(({ meaning }) => readingOf(this.vocabulary, meaning.plan, meaning.taken, [])) : [];
    return { outcome: 'AMBIGUOUS', reading: '', language, plan: null, sentence, ran: null, candidates, unknown: [], nearest: nearest.slice(0, MOST_NEAREST) };
  }
}

/** A count with the number that sources state beside it. */
function withFigures(asked: Asked, figures: Asked): Asked {
  if (!asked.ran || !figures.ran) return asked;
  const items = [...figures.ran.items, ...asked.ran.items];
  const claims = [...new Set([...figures.ran.claims, ...asked.ran.claims])];
  return { ...asked, sentence: `${figures.sentence} ${asked.sentence}`, ran: { ...asked.ran, items, claims } };
}

/** Where an entity lies, from near to far, as far as its columns say. */
function whereIs(entity: EntityNode, places: ReadonlyMap<string, EntityNode>): string | null {
  const around = placesOf(entity).flatMap((id) => places.get(id) ?? []);
  const labels = around.sort((a, b) => placesOf(b).length - placesOf(a).length).map(({ label }) => label);
  return labels.length > 0 ? labels.join(', ') : null;
}

/** Of several answers, that of the meaning which is usually meant where others are named beside it. */
function usual(full: readonly { meaning: Meaning; ran: Ran }[], reading: Reading): { meaning: Meaning; ran: Ran } | undefined {
  const [first, second] = full;
  const isAlone = marksIn([...reading.mentions.keys()]).length < 2 || (first?.meaning.taken.size ?? 0) < 2;
  return first && second && !isAlone && first.meaning.cost < second.meaning.cost ? first : undefined;
}
