import { FIRST_DAY, LAST_DAY } from '../model/edtf.js';
import type { Steps } from '../model/steps.js';
import { fold } from '../model/text.js';
import type { EntityNode } from '../model/graph.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { Chart, type Item } from './chart.js';
import type { Lexicon } from './lexicon.js';
import { Measures, type Measured } from './measures.js';
import { makesOf } from './makes.js';
import { Mentions, type Mention } from './mentions.js';
import type { NameIndex } from './names.js';
import { insides, placed } from './placed.js';
import { planShape, type Plan } from './plan.js';
import type { Meant } from './parts.js';
import { Relate } from './relate.js';
import { FUNCTIONS } from './languages/pack.js';
import { grammars } from './rules.js';
import { type Piece } from './sense.js';
import { expectedAfter, ranked } from './next.js';
import { attributed, marksIn } from './sets.js';
import { nearest } from './slips.js';
import { edtfOf, timesBy, timesIn, type TimePhrase } from './times.js';
import { cleaned, keyOf, tokensOf, unshortened, type Token } from './tokens.js';
import { countsIn, item, wordsIn } from './words.js';

/** A plan whose names are still mentions, by the marks that stand for their ids. */
export interface Draft {
  readonly plan: Plan;
  readonly cost: number;
}

/** What a text was read as in one language. */
export interface Reading {
  readonly drafts: readonly Draft[];
  readonly mentions: ReadonlyMap<string, Mention>;
  /** Words that nothing here has. */
  readonly unknown: readonly string[];
  readonly impossible: readonly string[];
  readonly isBackwards: boolean;
  /** What was taken for a slip, and what for. */
  readonly slips: readonly (readonly [string, string])[];
  /** Whether its parts are only connected, as the vocabulary has it, and not read by a rule. */
  readonly isAssembled?: boolean;
  /** What can be connected of it. */
  readonly assembled: () => readonly Draft[];
}

/** The names, times and words of the grammar in a text, for one that follows up on another. */
export interface Fragments {
  readonly times: readonly TimePhrase[];
  /** The likeliest entity of each name. */
  readonly ids: readonly string[];
  readonly words: ReadonlySet<string>;
  /** Whether it has nothing else: no noun, no verb. */
  readonly isShort: boolean;
}

/** The most tokens of a question that are read. */
const MOST_TOKENS = 90;

/** Reads questions in one language. */
export class Reader {
  readonly lexicon: Lexicon;
  private readonly vocabulary: Vocabulary;
  private readonly relate: Relate;
  private readonly inside: ReadonlySet<string>;
  private readonly mentions: Mentions;
  private readonly measures: Measures;
  private readonly isWord: (word: string) => boolean;

  constructor(vocabulary: Vocabulary, lexicon: Lexicon, isWord: (word: string) => boolean) {
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
    this.isWord = isWord;
    this.relate = new Relate(vocabulary, lexicon);
    this.inside = insides(vocabulary, lexicon.pack.language);
    this.mentions = new Mentions(vocabulary, lexicon);
    this.measures = new Measures(lexicon, this.relate, this.mentions);
  }

  private textOf(raw: string): string {
    return unshortened(cleaned(raw), this.lexicon.pack.short);
  }

  /** How many of a text's words belong to this language. */
  fits(raw: string): number {
    const tokens = tokensOf(this.textOf(raw));
    const isDashed = (at: number) => tokens[at - 1]?.sign === '-' || tokens[at + 1]?.sign === '-';
    const found = tokens.filter((_token, at) => !isDashed(at) && [1, 2, 3].some((size) => this.lexicon.isFunctionWord(keyOf(tokens.slice(at, at + size)))));
    return tokens.length === 0 ? 0 : found.length / tokens.length;
  }

  *read(raw: string, names: NameIndex): Steps<Reading> {
    const text = this.textOf(raw);
    const plain = tokensOf(text);
    const first = yield* this.parse(text, plain, names, false, []);
    if (first.drafts.length > 0 || plain.length > MOST_TOKENS) return first;
    const slips: [string, string][] = [];
    const mended: Token[] = [];
    for (const token of plain) {
      yield;
      mended.push(this.mended(token, names, slips));
    }
    const second = slips.length > 0 ? yield* this.parse(text, mended, names, false, slips) : first;
    if (second.drafts.length > 0) return second;
    const third = yield* this.parse(text, mended, names, true, slips);
    if (third.drafts.length > 0) return third;
    const best = third.unknown.length < first.unknown.length ? third : slips.length > 0 ? second : first;
    yield;
    return { ...best, drafts: best.assembled(), isAssembled: true };
  }

  /** What a figure may be asked for by: the names of a text that asks how many, and the words of what is measured. */
  counted(raw: string, names: NameIndex): Measured | null {
    return this.measures.in(this.textOf(raw), names);
  }

  /** The ids of everything that a text may name. */
  named(raw: string, names: NameIndex): ReadonlySet<string> {
    const text = this.textOf(raw);
    const mentions = new Map<string, Mention>();
    this.mentions.in(text, tokensOf(text), names, mentions, false);
    return new Set([...mentions.values()].flatMap(({ candidates }) => candidates.map(({ entity }) => entity.id)));
  }

  /** What a short text names, times and asks. */
  fragments(raw: string, names: NameIndex): Fragments {
    const text = this.textOf(raw);
    const tokens = tokensOf(text);
    const mentions = new Map<string, Mention>();
    const named = this.mentions.in(text, tokens, names, mentions, false).filter(({ cat, cost }) => cat === 'name' && cost < 0.5);
    const words = wordsIn(this.lexicon, this.relate, tokens);
    const { phrases } = timesIn(this.lexicon.pack, tokens);
    const whole = phrases.filter(
      (one) => !phrases.some((other) => other !== one && other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start),
    );
    const own = words.filter(({ cat }) => (FUNCTIONS as readonly string[]).includes(cat) || cat === 'link');
    const isIn = (items: readonly { start: number; end: number }[], at: number) => items.some(({ start, end }) => start <= at && at < end);
    const rest = tokens.filter(({ sign }, at) => sign === null && !isIn(named, at) && !isIn(own, at) && !isIn(whole, at));
    const marks = named.flatMap(({ sense }) => marksIn(sense).slice(0, 1));
    const firstOf = new Map(named.map((own, at) => [`${String(own.start)}-${String(own.end)}`, mentions.get(marks[at] ?? '')?.candidates[0]?.entity.id]));
    const ids = [...firstOf.values()].flatMap((id) => id ?? []);
    return { times: whole, ids, words: new Set(own.map(({ cat }) => cat)), isShort: rest.length === 0 && tokens.length > 0 };
  }

  /** Words that could come next in a half-typed question: what is being typed is completed, and only what can be read so far is offered. */
  *next(raw: string, names: NameIndex, most: number): Steps<readonly string[]> {
    const begun = /\s$/.test(raw) || raw === '' ? '' : (/\S+$/.exec(raw)?.[0] ?? '');
    const text = this.textOf(raw.slice(0, raw.length - begun.length));
    const tokens = tokensOf(text);
    if (tokens.length > MOST_TOKENS) return [];
    const { items } = this.items(text, tokens, names, new Map(), false);
    const rules = grammars[this.lexicon.pack.grammar];
    const chart = new Chart(
      tokens.length,
      rules,
      makesOf(this.relate, () => true),
    );
    yield* chart.fill(items);
    const expected = expectedAfter(chart, tokens.length, rules);
    const letters = fold(begun);
    const isBehindNoun = ['N', 'NAMES'].some((cat) => chart.endingAt(tokens.length).has(cat));
    const words = ranked(this.lexicon.beginning(letters), expected, isBehindNoun, letters !== '');
    const entities = expected.has('name') && letters.length > 0 ? names.beginning(letters, most).map(({ label }) => label) : [];
    return [...new Set([...entities.slice(0, Math.ceil(most / 2)), ...words])].slice(0, most);
  }

  /** A word that is none in the language, taken for the nearest one that is known here. */
  private mended(token: Token, names: NameIndex, slips: [string, string][]): Token {
    const { folded, sign, isHangul } = token;
    if (sign !== null || isHangul || folded.length < 4 || this.lexicon.isKnownPart(folded) || names.isNameWord(folded) || this.isWord(folded)) return token;
    const word = nearest(folded, this.lexicon.parts()) ?? names.nearWord(folded);
    if (word === null) return token;
    slips.push([token.written, word]);
    return { ...token, folded: word };
  }

  private *parse(text: string, tokens: readonly Token[], names: NameIndex, isWide: boolean, slips: Reading['slips']): Steps<Reading> {
    const mentions = new Map<string, Mention>();
    if (tokens.length > MOST_TOKENS) return { drafts: [], mentions, unknown: [], impossible: [], isBackwards: false, slips, assembled: () => [] };
    const { items, phrases, impossible } = this.items(text, tokens, names, mentions, isWide);
    const isBackwards = phrases.some(({ days }) => days.from > days.to);
    const covered = new Set(items.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
    const unknown = tokens.filter(({ sign }, at) => sign === null && !covered.has(at)).map(({ written }) => written);
    const reading = { mentions, unknown: joinedHangul(tokens, covered, unknown), impossible, isBackwards, slips };
    if (unknown.length > 0 || impossible.length > 0 || isBackwards) return { ...reading, drafts: [], assembled: () => [] };
    yield;
    return { ...reading, ...(yield* this.drafts(tokens, items)) };
  }

  /** The words of a text as items of a chart, in every way that they can be taken. */
  private items(text: string, tokens: readonly Token[], names: NameIndex, mentions: Map<string, Mention>, isWide: boolean) {
    const { phrases, impossible } = timesIn(this.lexicon.pack, tokens);
    const named = this.mentions.in(text, tokens, names, mentions, isWide);
    const times = [...phrases, ...timesBy(this.lexicon.pack, tokens, this.dated(named, mentions, tokens))].map(({ start, end, ...time }): Item =>
      item('time', start, end, 0, { is: 'time', time: { start: 0, end: 0, ...time } } satisfies Piece),
    );
    const settled = placed(named, tokens, mentions, this.inside);
    return {
      items: [...wordsIn(this.lexicon, this.relate, tokens), ...named, ...settled, ...times, ...countsIn(this.lexicon, this.relate, tokens)],
      phrases,
      impossible,
    };
  }

  /** The days of the records that names mean, where each means one that is dated. */
  private dated(
    named: readonly Item[],
    mentions: ReadonlyMap<string, Mention>,
    tokens: readonly Token[],
  ): { start: number; end: number; days: { from: string; to: string } }[] {
    return named.flatMap(({ cat, start, end, sense }) => {
      const [mark = ''] = cat === 'name' ? marksIn(sense) : [];
      const [candidate, ...others] = mentions.get(mark)?.candidates ?? [];
      const time = candidate && others.length === 0 ? timeOfEntity(this.vocabulary, candidate.entity) : null;
      // "The partnership of Paris and Seoul" is as old as what is called so.
      const isNoun =
        start > 1 &&
        tokens[start - 1]?.folded === this.lexicon.pack.genitive &&
        this.lexicon.of(tokens[start - 2]?.folded ?? '').some((sense) => sense.cat === 'noun' && this.relate.isRecord(sense.set));
      return time ? [{ start: isNoun ? start - 2 : start, end, days: time }] : [];
    });
  }

  private *drafts(tokens: readonly Token[], items: readonly Item[]): Steps<Pick<Reading, 'drafts' | 'assembled'>> {
    const opening = new Set(['rel', 'whereRel', 'whoseRel', 'and', 'but', 'comma', 'sayThat', 'link', 'list']);
    const named = new Set(this.lexicon.pack.opensWithVerb ? items.flatMap(({ cat, start }) => (cat === 'name' || cat === 'pronoun' ? [start] : [])) : []);
    const isOpening = ({ cat, start, end }: Item) =>
      opening.has(cat) || (cat === 'when' && start > 0) || ((cat === 'noun' || cat === 'ones') && named.has(end));
    const starts = new Set([0, ...items.flatMap((own) => (isOpening(own) ? [own.end] : []))]);
    const whose = Math.min(
      ...items.flatMap(({ cat, start, end }) => (cat === 'whoseRel' || (cat === 'accordingTo' && start === 0) ? [end] : [])),
      Number.POSITIVE_INFINITY,
    );
    const isStart = (at: number) => this.lexicon.pack.grammar === 'behind' || starts.has(at) || at > whose;
    const makes = makesOf(this.relate, isStart);
    const chart = new Chart(tokens.length, grammars[this.lexicon.pack.grammar], makes);
    yield* chart.fill(items);
    const isWhole = wholeness(tokens, items);
    const draftsOf = (senses: readonly { readonly sense: unknown; readonly cost: number }[]): readonly Draft[] => {
      const found = new Map<string, Draft>();
      for (const { sense, cost } of senses) {
        const { heads, lens, intended } = sense as Meant;
        const plan: Plan = { heads: attributed([...heads]), ...(Object.keys(lens).length > 0 ? { lens } : {}), ...(intended ? { intended } : {}) };
        const key = JSON.stringify(plan);
        if (!found.has(key) && isWhole(key) && planShape.safeParse(plan).success) found.set(key, { plan, cost });
      }
      return [...found.values()].sort((a, b) => a.cost - b.cost);
    };
    const clauses = chart.at(0, tokens.length, 'C');
    const assembled = () =>
      draftsOf(clauses.flatMap(({ sense, cost }) => (makes['assembled']?.([sense], { start: 0, end: tokens.length }) ?? []).map((own) => ({ sense: own.sense, cost: cost + (own.cost ?? 0) })))); // prettier-ignore
    return { drafts: draftsOf(chart.at(0, tokens.length, 'Q')), assembled };
  }
}

/** Tells whether a plan holds every name and every time that can be nothing else: none may be dropped on the way. */
function wholeness(tokens: readonly Token[], items: readonly Item[]): (plan: string) => boolean {
  const needed = tokens.flatMap(({ sign }, at) => {
    const over = items.filter(({ start, end }) => start <= at && at < end);
    const isTold = over.length > 0 && over.every(({ cat }) => cat === 'name' || cat === 'dem' || cat === 'time');
    const marks = over.flatMap(({ cat, sense }) => (cat === 'time' ? [] : marksIn(sense)));
    return sign === null && isTold ? [[...marks, ...daysOf(over)]] : [];
  });
  return (plan) => needed.every((told) => told.some((own) => plan.includes(`"${own}"`) || plan.includes(`"${own}*"`)));
}

/** The days that items name, as a plan has them. */
function daysOf(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ cat, sense }) => {
    if (cat !== 'time') return [];
    const { days, point } = (sense as Piece & { is: 'time' }).time;
    return [days.from, days.to, point.from, point.to, edtfOf(point)].filter((day) => day !== FIRST_DAY && day !== LAST_DAY);
  });
}

/** When a record was, as far as its columns say. */
function timeOfEntity(vocabulary: Vocabulary, { kind, columns }: EntityNode): { from: string; to: string } | null {
  const property = vocabulary.kind(kind)?.orderedBy ?? null;
  const [from, to] = property === null ? [] : [columns[`${property}Earliest`], columns[`${property}Latest`]];
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null;
}

/** Unknown syllables of Hangul that stand together are one word. */
function joinedHangul(tokens: readonly Token[], covered: ReadonlySet<number>, unknown: readonly string[]): string[] {
  const words: string[] = [];
  let last = -2;
  tokens.forEach(({ sign, written, isHangul }, at) => {
    if (sign !== null || covered.has(at)) return;
    if (isHangul && last === at - 1 && words.length > 0) words.push(`${words.pop() ?? ''}${written}`);
    else words.push(written);
    last = at;
  });
  return unknown.length === 0 ? [] : words;
}
