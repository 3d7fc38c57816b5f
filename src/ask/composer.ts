import type { GraphQLSchema } from 'graphql';
import type { Scope } from '../graphql/scope.js';
import type { Catalogue, Question } from './catalogue.js';
import { claimLexicon } from './claim-search.js';
import type { Grammar } from './grammar.js';
import type { Filling } from './match.js';
import type { Mention, Reading } from './mentions.js';
import { run } from './run.js';
import { settle, type Settled } from './settle.js';
import { shownDays } from './times.js';
import { ANYTHING, PERIOD } from './wording.js';
import { Lexicon } from './words.js';

type Group = Grammar['composed']['kinds'][number];

/** More names than this in one question are not put together. */
const MOST_NAMES = 3;

/** A question that was put together from its parts, and what came of it. */
export interface Composed {
  readonly question: Question;
  readonly settled: Settled;
}

/**
 * Puts questions together for which there is no wording: records of some kinds ("visits", "calls or meetings"), of all
 * who are named, in the time that is named; all of them, the first or the last. Every word has to have a part in it.
 */
export class Composer {
  private readonly lexicon: Lexicon;
  private readonly kinds: ReadonlyMap<string, Group>;
  private readonly ends: ReadonlyMap<string, Question>;
  private readonly all: Question | undefined;
  private readonly others: ReadonlySet<string>;
  private readonly plain: Lexicon;
  /** Words that ask, beside a time, for what was so in it, not for what took place. */
  private readonly timed: ReadonlySet<string>;
  private readonly of: ReadonlySet<string>;

  constructor(catalogue: Catalogue, grammar: Grammar) {
    const { composed } = grammar;
    const phrases = [...composed.kinds.flatMap(({ words }) => words), ...composed.first.words, ...composed.last.words].filter((word) => word.includes(' '));
    const owned = new Set(composed.kinds.flatMap(({ words }) => words));
    this.lexicon = claimLexicon({
      ...grammar,
      phrases: { ...grammar.phrases, ...Object.fromEntries(phrases.map((phrase) => [phrase.replaceAll(' ', ''), [phrase]])) },
      synonyms: [],
      lightWords: [...grammar.lightWords, ...composed.lightWords].filter((word) => !owned.has(word)),
    });
    const canons = (words: readonly string[]) => words.flatMap((word) => this.lexicon.senses(word.split(' ')).map(({ canon }) => canon));
    this.kinds = new Map(composed.kinds.flatMap((group) => canons(group.words).map((canon) => [canon, group] as const)));
    this.ends = new Map(
      [composed.first, composed.last].flatMap(({ question, words }) => {
        const found = catalogue.get(question);
        return found ? canons(words).map((canon) => [canon, found] as const) : [];
      }),
    );
    this.of = new Set(composed.of);
    this.all = catalogue.get(composed.question);
    this.others = new Set(canons(composed.asking));
    const plain = new Lexicon({ ...grammar, phrases: {}, fillers: [] });
    this.timed = new Set(plain.senses(grammar.timedWords).map(({ canon }) => canon));
    this.plain = plain;
  }

  /** The question that a text comes to, answered; null where some of its words have no part in one. */
  async compose({ words }: Reading, names: readonly Mention[], schema: GraphQLSchema, scope: Scope): Promise<Composed | null> {
    const entities = names.filter((mention) => mention.entities.length > 0);
    if (entities.some((mention) => !mention.entities[0]?.entity.labels.some((label) => this.of.has(label)))) return null;
    const times = names.filter((mention) => mention.times.length > 0 && !mention.isOneDay);
    const isBackwards = times.some((mention) => mention.times.some(({ from, to }) => from > to));
    if (entities.length > MOST_NAMES || times.length > 1 || isBackwards) return null;
    const isSo = this.plain.senses(words.map(({ folded }) => folded)).some(({ canon }) => this.timed.has(canon));
    if (times.length > 0 && isSo) return null;
    const isTaken = (at: number) => [...entities, ...times].some(({ start, end }) => at >= start && at < end);
    const senses = this.lexicon.senses(words.map(({ folded }, at) => (isTaken(at) ? null : folded))).map(({ canon }) => canon);
    const groups = senses.flatMap((canon) => this.kinds.get(canon) ?? []);
    const kinds = [...new Set(closest(groups).flatMap((group) => group.kinds))];
    const ends = [...new Set(senses.flatMap((canon) => this.ends.get(canon) ?? []))];
    const question = ends[0] ?? this.all;
    const isWhole = senses.every((canon) => this.kinds.has(canon) || this.ends.has(canon) || this.others.has(canon));
    if (!question || !isWhole || kinds.length === 0 || ends.length > 1) return null;
    if (entities.length + times.length + ends.length === 0 && groups.every(({ isAny }) => isAny)) return null;
    const slots = entities.map((mention, at) => fillingOf(`of${String(at)}`, ANYTHING, mention));
    const fillings = [...slots, ...times.map((mention) => fillingOf('period', PERIOD, mention))];
    const asked = (wanted: readonly string[]) =>
      settle(
        { fillings, question },
        (from, to) => shownDays({ from, to }),
        ({ from = null, to = null, ...of }) => run(schema, scope, question, { kinds: wanted, of: Object.values(of), from, to }),
      );
    const settled = await asked(kinds);
    const others = groups.flatMap(({ orElse = [] }) => orElse);
    const isEmpty = settled.is === 'answer' && settled.ran.isEmpty;
    const found = isEmpty && others.length > 0 ? await asked(others) : settled;
    return found.is === 'same' ? null : { question, settled: found };
  }
}

/** Groups of kinds without those that say no more than that something was; of these only the narrowest. */
function closest(groups: readonly Group[]): readonly Group[] {
  const own = groups.filter(({ isAny }) => !isAny);
  return own.length > 0 ? own : [...groups].sort((a, b) => a.kinds.length - b.kinds.length).slice(0, 1);
}

function fillingOf(variable: string, type: string, mention: Mention): Filling {
  return { slot: { variable, type }, mention, entities: mention.entities, times: mention.times, words: null };
}
