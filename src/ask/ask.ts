import type { GraphQLSchema } from 'graphql';
import { turns } from '../graph/turns.js';
import type { Scope } from '../graphql/scope.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import { Answering, TooWide, type Asked } from './answering.js';
import type { Ran } from './choose.js';
import { followed, turnOf, type Turn } from './follow.js';
import { KnownNames } from './known-names.js';
import { packs } from './languages/packs.js';
import { says } from './languages/say.js';
import type { Measured } from './measures.js';
import { rewriterOf } from './rewriter.js';
import { Lexicon } from './lexicon.js';
import type { NameWords } from './names.js';
import type { Plan } from './plan.js';
import { Reader, type Reading } from './read.js';
import { entitiesIn } from './sets.js';
import { Settling } from './settling.js';
import { isEnglishWord } from './word-list.js';

export type { Asked } from './answering.js';

export const LONGEST_QUESTION = 200;

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
    this.readers = Object.values(packs).map(
      (pack) => new Reader(vocabulary, new Lexicon(vocabulary, pack), pack.language === 'en' ? isEnglishWord : () => true),
    );
  }

  /** Answers a question; `after` is the id of an answer that it may follow up on. */
  async ask(raw: string, schema: GraphQLSchema, scope: Scope, after: string | null = null): Promise<Asked> {
    const turn = after === null ? null : turnOf(after);
    const answering = (language: Language) => new Answering(this.vocabulary, language, schema, scope, this.examples);
    try {
      const next = turn && Array.from(raw).length <= LONGEST_QUESTION ? await this.following(turn, raw, answering(turn.language)) : null;
      return next ?? (await this.rewritten(raw, await this.asked(raw, answering), schema, answering));
    } catch (error) {
      const language = this.byFit(raw)[0]?.language ?? 'en';
      if (error instanceof TooWide) return answering(language).declined(says[language].tooWide);
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
    return this.readers.map((reader) => ({ reader, language: reader.lexicon.pack.language, fit: reader.fits(raw) })).sort((a, b) => b.fit - a.fit);
  }

  /** What was not understood, as a model puts it, where there is one: it may name nothing that the question does not. */
  private async rewritten(raw: string, asked: Asked, schema: GraphQLSchema, answeringIn: (language: Language) => Answering): Promise<Asked> {
    const rewriter = asked.outcome === 'NOT_UNDERSTOOD' && Array.from(raw).length <= LONGEST_QUESTION ? rewriterOf(schema) : null;
    if (!rewriter) return asked;
    const answering = answeringIn(asked.language);
    try {
      const made = await rewriter(raw, this.vocabulary);
      if (!made) return asked;
      const words = 'question' in made ? made.question : '';
      const names = await this.names.of(answering.scope.reader, `${raw} ${words}`);
      const named = (text: string) => this.readers.flatMap((reader) => [...reader.named(text, names)]);
      const known = new Set(named(raw));
      const used = 'plan' in made ? entitiesIn(made.plan) : named(words);
      if (used.some((id) => !known.has(id))) return asked;
      const next = 'plan' in made ? await answering.answered(made.plan, await answering.run(made.plan)) : await this.asked(words, answeringIn);
      if (next.outcome !== 'ANSWERED') return asked;
      const how = says[asked.language].rewritten(words);
      return { ...next, sentence: `${how}: ${next.sentence}`, reading: `${how}: ${next.reading}` };
    } catch {
      // A model that cannot be had, or whose plan cannot be asked, leaves the question as it was.
      return asked;
    }
  }

  private async following(turn: Turn, raw: string, answering: Answering): Promise<Asked | null> {
    const names = await this.names.of(answering.scope.reader, raw);
    const reader = this.readers.find(({ lexicon }) => lexicon.pack.language === turn.language);
    const fragments = reader?.fragments(raw, names);
    const plan = fragments ? followed(turn, fragments, this.vocabulary) : null;
    return plan ? answering.answered(plan, await answering.run(plan)) : null;
  }

  private async asked(raw: string, answeringIn: (language: Language) => Answering): Promise<Asked> {
    const size = Array.from(raw).length;
    const order = this.byFit(raw);
    const language = order[0]?.language ?? 'en';
    const say = says[language];
    const own = answeringIn(language);
    if (size > LONGEST_QUESTION) return own.declined(say.tooLong(LONGEST_QUESTION, size));
    if (!/[\p{L}\p{N}]/u.test(raw)) return own.declined(say.noQuestion);
    const names = await this.names.of(own.scope.reader, raw);
    let first: Reading | null = null;
    for (const { reader, language, fit } of order) {
      if (fit === 0 && first) break;
      const reading = await turns.take(reader.read(raw, names), own.scope.reader.signal);
      first ??= reading;
      const answering = answeringIn(language);
      const measured = reader.counted(raw, names);
      const { figures, near } = await figured(measured, answering);
      // A figure that all the words ask for comes before what they can only be connected to.
      if (reading.isAssembled === true && figures && measured?.isWhole) return figures;
      if (reading.drafts.length > 0) {
        const asked = await new Settling(answering, reading).settled();
        if (measured?.isLong && measured.isWhole && figures) return figures;
        if (!asked.plan?.heads.some(({ head }) => head === 'count')) return asked;
        // None by name is no answer where a number of them is stated, in fewer of the words that were used.
        const isNear = asked.ran?.isEmpty && asked.plan.heads.length === 1 && reader.lexicon.pack.grammar === 'before';
        const stated = figures ?? (isNear ? await near() : null);
        return stated ? withFigures(asked, stated) : asked;
      }
      if (figures && measured?.isWhole) return figures;
    }
    const { impossible = [], isBackwards = false, unknown = [] } = first ?? {};
    if (impossible.length > 0) return own.declined(say.noDay(impossible.join(` ${say.or} `)));
    if (isBackwards) return own.declined(say.backwards);
    if ((order[0]?.fit ?? 0) === 0) return own.declined('Questions are understood in English, French and Korean; names may be in any script.', unknown);
    const unnamed = unknown.filter((word) => /^\p{Lu}/u.test(word) && !raw.trimStart().startsWith(word));
    if (unnamed.length > 0 && unnamed.length === unknown.length) return own.declined(say.unnamed(unnamed.map((word) => `"${word}"`).join(', ')), unknown);
    return own.declined(unknown.length > 0 ? say.unknown(unknown.map((word) => `"${word}"`).join(', ')) : say.notUnderstood, unknown);
  }
}

/** By how many single words a figure is looked for. */
const MOST_NEAR = 3;

/** What sources state of how many, by all the words that its measure has; and what comes near, by any of them. */
async function figured(
  measured: Measured | null,
  answering: Answering,
): Promise<{ readonly figures: Asked | null; readonly near: () => Promise<Asked | null> }> {
  const { ids = [], words = [] } = measured ?? {};
  const planBy = (id: string, own: readonly string[]): Plan => ({ heads: [{ head: 'figure', id, words: [...own] }] });
  const plans = ids.map((id) => ({ id, plan: planBy(id, words) }));
  const runs = await answering.runAll(plans.map(({ plan }) => plan));
  const all = plans.flatMap(({ id, plan }, at) => (runs[at] ? [{ id, plan, ran: runs[at] }] : []));
  const first = async (told: readonly { readonly plan: Plan; readonly ran: Ran }[]) => {
    const one = told.find(({ ran }) => !ran.isEmpty);
    return one ? answering.answered(one.plan, one.ran) : null;
  };
  // All figures of each are at hand; what is counted stands first.
  const byOne = (word: string) =>
    all.map(({ id, ran }) => {
      const plan = planBy(id, [word]);
      return { plan, ran: answering.retold(plan, ran) };
    });
  return { figures: await first(all), near: () => first(words.slice(0, MOST_NEAR).flatMap(byOne)) };
}

/** A count with the number that sources state beside it. */
function withFigures(asked: Asked, figures: Asked): Asked {
  if (!asked.ran || !figures.ran) return asked;
  if (asked.ran.isEmpty && asked.plan?.heads.length === 1) return figures;
  const none = `${says[asked.language].none}.`;
  const items = [...figures.ran.items, ...asked.ran.items];
  const claims = [...new Set([...figures.ran.claims, ...asked.ran.claims])];
  return {
    ...asked,
    sentence: asked.sentence.includes(none) ? asked.sentence.replace(none, figures.sentence) : `${figures.sentence} ${asked.sentence}`,
    ran: { ...asked.ran, items, claims },
  };
}
