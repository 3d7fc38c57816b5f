import type { GraphQLSchema } from 'graphql';
import type { Scope } from '../graphql/scope.js';
import type { Question } from './catalogue.js';
import { claimLexicon } from './claim-search.js';
import type { Grammar } from './grammar.js';
import type { Mention, Reading } from './mentions.js';
import { TIER } from './names.js';
import { run, type Ran } from './run.js';
import { keyOf, type Lexicon, type Sense } from './words.js';

/** More names than this in one text, or more things of one name, are not looked for together. */
const MOST_NAMES = 5;
const MOST_MEANT = 3;
const MOST_TRIED = 6;

/** Of so many words one may be missing; a second name counts for two. */
const WORDS_FOR_ONE = 4;

/** A question word stands among so many words at the beginning. */
const FIRST_WORDS = 3;

interface Named {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  /** An adjective such as "French" says whose something is, which claims need not repeat. */
  readonly isAdjective: boolean;
}

/**
 * What is done with a question that no kind of question fits: claims are cited that name all that it names and have its
 * words. A word that turns a question round, one that asks for something else, and too many words missing forbid it.
 */
export class LastResort {
  /** The question that it runs. */
  readonly question: Question;
  private readonly lexicon: Lexicon;
  private readonly known: ReadonlySet<string>;
  private readonly turning: ReadonlySet<string>;
  private readonly asking: ReadonlySet<string>;
  private readonly adjectives: ReadonlySet<string>;

  /** `known`: the stems of the words that wordings use; these may be missing, words of their own may not. */
  constructor(question: Question, grammar: Grammar, known: ReadonlySet<string>) {
    this.question = question;
    this.known = known;
    this.lexicon = claimLexicon(grammar);
    const canons = (words: readonly string[]) => new Set(this.lexicon.senses(words).map(({ canon }) => canon));
    this.turning = canons(grammar.turningWords);
    this.asking = canons(Object.keys(grammar.asked));
    this.adjectives = new Set(Object.values(grammar.demonyms).flat());
  }

  /** What claims have of a text, whose names `mentions` are; null where they have too little of it, or not all where `isStrict`. */
  async run({ words }: Reading, mentions: readonly Mention[], schema: GraphQLSchema, scope: Scope, isStrict = false): Promise<Ran | null> {
    const names = mentions.flatMap((mention) => this.named(mention));
    if (names.length === 0 || names.length > MOST_NAMES) return null;
    const rest = words.filter((_word, at) => !names.some(({ start, end }) => at >= start && at < end));
    const senses = this.lexicon.senses(rest.map(({ folded }) => folded));
    const content = senses.filter(({ canon }) => !this.asking.has(canon) && !/\d/.test(canon));
    const isTurned = this.lexicon.senses(words.map(({ folded }) => folded)).some(({ canon }) => this.turning.has(canon));
    if ((content.length === 0 && names.length < 2) || isTurned || isChoice(words, names) || isRepeated(names)) return null;
    const required = !isStrict && names.some(({ isAdjective }) => !isAdjective) ? names.filter(({ isAdjective }) => !isAdjective) : names;
    const text = rest.map(({ written }) => written).join(' ');
    const mayMiss = isStrict || isNested(senses, this.asking) ? 0 : Math.floor((content.length + 2 * (required.length - 1)) / WORDS_FOR_ONE);
    for (const about of meanings(required.map(({ ids }) => ids))) {
      const ran = await run(schema, scope, this.question, { about, text });
      const { about: found = [], missing = [] } = (ran.data as Found | null)?.claimSearch ?? {};
      const lacking = this.lexicon.senses(missing.flatMap((written) => written.toLowerCase().split(' ')));
      const mayLack = lacking.every(({ canon, stem }) => !this.asking.has(canon) && this.known.has(stem) && !/\d/.test(stem));
      if (found.length === about.length && mayLack && missing.length <= mayMiss && !ran.isEmpty) return ran;
    }
    return null;
  }

  private named({ start, end, written, entities }: Mention): Named[] {
    const [nearest] = entities;
    const farthest = nearest?.tier === TIER.label ? TIER.label : Math.max(TIER.part, nearest?.tier ?? TIER.part);
    const meant = entities.filter(({ tier }) => tier <= farthest).map(({ entity }) => entity.id);
    return nearest ? [{ start, end, ids: meant.slice(0, MOST_MEANT), isAdjective: this.adjectives.has(keyOf(written)) }] : [];
  }
}

/** What several names may mean together, the nearest meanings first. */
function meanings(names: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return names.reduce<string[][]>((rows, ids) => ids.flatMap((id) => rows.map((row) => [...row, id])), [[]]).slice(0, MOST_TRIED);
}

/** Whether one of two names is to be chosen. */
function isChoice(words: Reading['words'], names: readonly Named[]): boolean {
  return names.some(({ start }) => words[start - 1]?.folded === 'or' && names.some(({ end }) => end === start - 1));
}

/** Whether two names stand for the same thing. */
function isRepeated(names: readonly Named[]): boolean {
  return names.some(({ ids }, at) => names.slice(at + 1).some((other) => other.ids.some((id) => ids.includes(id))));
}

/** Whether a question asks for something by what is to be found first, as in "the city where they met". */
function isNested(senses: readonly Sense[], asking: ReadonlySet<string>): boolean {
  return senses.some(({ canon, from }) => asking.has(canon) && from >= FIRST_WORDS);
}

/** What the question of last resort answers. */
interface Found {
  readonly claimSearch: { readonly about: readonly { readonly id: string }[]; readonly missing: readonly string[] };
}
