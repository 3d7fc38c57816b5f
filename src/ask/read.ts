import type { Steps } from '../model/steps.js';
import { fold } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { Chart, type Item } from './chart.js';
import type { Meant } from './clause.js';
import { Lexicon, type NounSense, type Sense, type VerbSense } from './lexicon.js';
import { makesOf } from './makes.js';
import { nearest, type Candidate, type NameIndex } from './names.js';
import { insides, placed } from './placed.js';
import type { Plan } from './plan.js';
import { Relate } from './relate.js';
import { FUNCTIONS } from './languages/pack.js';
import { grammars } from './rules.js';
import { phraseOf, type Piece } from './sense.js';
import { expectedAfter, ranked } from './next.js';
import { timesIn, type TimePhrase } from './times.js';
import { cleaned, keyOf, tokensOf, type Token } from './tokens.js';

/** Words that may mean one of several entities of a kind. */
export interface Mention {
  readonly written: string;
  readonly candidates: readonly Candidate[];
}

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
const LONGEST_HELD = 10;

/** Reads questions in one language. */
export class Reader {
  readonly lexicon: Lexicon;
  private readonly vocabulary: Vocabulary;
  private readonly relate: Relate;
  private readonly inside: ReadonlySet<string>;
  private readonly isWord: (word: string) => boolean;

  constructor(vocabulary: Vocabulary, lexicon: Lexicon, isWord: (word: string) => boolean) {
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
    this.isWord = isWord;
    this.relate = new Relate(vocabulary, lexicon);
    this.inside = insides(vocabulary, lexicon.pack.language);
  }

  /** How many of a text's words belong to this language. */
  fits(raw: string): number {
    const tokens = tokensOf(cleaned(raw));
    const found = tokens.filter((_token, at) => [1, 2, 3].some((size) => this.lexicon.isFunctionWord(keyOf(tokens.slice(at, at + size)))));
    return tokens.length === 0 ? 0 : found.length / tokens.length;
  }

  *read(raw: string, names: NameIndex): Steps<Reading> {
    const text = cleaned(raw);
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
    return third.drafts.length > 0 || third.unknown.length < first.unknown.length ? third : first;
  }

  /** The names of a text that asks how many, and the words that are neither names nor the grammar's: what a figure may measure. */
  counted(raw: string, names: NameIndex): { readonly ids: readonly string[]; readonly words: readonly string[] } | null {
    const text = cleaned(raw);
    const tokens = tokensOf(text);
    const mentions = new Map<string, Mention>();
    const named = this.named(text, tokens, names, mentions, false).filter(
      ({ cat, cost, start }) => cat === 'name' && cost <= 0.3 && /^\P{Ll}/u.test(tokens[start]?.written ?? ''),
    );
    const known = this.words(tokens).filter(({ cat }) => (FUNCTIONS as readonly string[]).includes(cat) || cat === 'link');
    if (!known.some(({ cat }) => cat === 'howMany')) return null;
    const isIn = (items: readonly Item[], at: number) => items.some(({ start, end }) => start <= at && at < end);
    const words = tokens.flatMap(({ folded, sign }, at) => (sign === null && !isIn(named, at) && !isIn(known, at) ? [folded] : []));
    const marks = new Set(
      named
        .map(({ sense }) => JSON.stringify(sense))
        .join(' ')
        .match(/\?[\w-]+/g) ?? [],
    );
    const ids = [...mentions]
      .filter(([mark]) => marks.has(mark))
      .map(([, mention]) => mention)
      .flatMap(({ candidates }) => candidates.filter(({ cost }) => cost <= 0.3).map(({ entity }) => entity.id));
    return words.length === 0 || ids.length === 0 ? null : { ids: [...new Set(ids)].slice(0, 3), words };
  }

  /** What a short text names, times and asks. */
  fragments(raw: string, names: NameIndex): Fragments {
    const text = cleaned(raw);
    const tokens = tokensOf(text);
    const mentions = new Map<string, Mention>();
    const named = this.named(text, tokens, names, mentions, false).filter(({ cat, cost }) => cat === 'name' && cost < 0.5);
    const words = this.words(tokens);
    const { phrases } = timesIn(this.lexicon.pack, tokens);
    const whole = phrases.filter(
      (one) => !phrases.some((other) => other !== one && other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start),
    );
    const own = words.filter(({ cat }) => (FUNCTIONS as readonly string[]).includes(cat) || cat === 'link');
    const isIn = (items: readonly { start: number; end: number }[], at: number) => items.some(({ start, end }) => start <= at && at < end);
    const rest = tokens.filter(({ sign }, at) => sign === null && !isIn(named, at) && !isIn(own, at) && !isIn(whole, at));
    const marks = named.flatMap(({ sense }) => (JSON.stringify(sense).match(/\?[\w-]+/) ?? []).slice(0, 1));
    const firstOf = new Map(named.map((own, at) => [`${String(own.start)}-${String(own.end)}`, mentions.get(marks[at] ?? '')?.candidates[0]?.entity.id]));
    const ids = [...firstOf.values()].flatMap((id) => id ?? []);
    return { times: whole, ids, words: new Set(own.map(({ cat }) => cat)), isShort: rest.length === 0 && tokens.length > 0 };
  }

  /** Words that could come next in a half-typed question: what is being typed is completed, and only what can be read so far is offered. */
  *next(raw: string, names: NameIndex, most: number): Steps<readonly string[]> {
    const begun = /\s$/.test(raw) || raw === '' ? '' : (/\S+$/.exec(raw)?.[0] ?? '');
    const text = cleaned(raw.slice(0, raw.length - begun.length));
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
    if (tokens.length > MOST_TOKENS) return { drafts: [], mentions, unknown: [], impossible: [], isBackwards: false, slips };
    const { items, phrases, impossible } = this.items(text, tokens, names, mentions, isWide);
    const isBackwards = phrases.some(({ days }) => days.from > days.to);
    const covered = new Set(items.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
    const unknown = tokens.filter(({ sign }, at) => sign === null && !covered.has(at)).map(({ written }) => written);
    const reading = { mentions, unknown: joinedHangul(tokens, covered, unknown), impossible, isBackwards, slips };
    if (unknown.length > 0 || impossible.length > 0 || isBackwards) return { ...reading, drafts: [] };
    yield;
    return { ...reading, drafts: yield* this.drafts(tokens, items) };
  }

  /** The words of a text as items of a chart, in every way that they can be taken. */
  private items(text: string, tokens: readonly Token[], names: NameIndex, mentions: Map<string, Mention>, isWide: boolean) {
    const { phrases, impossible } = timesIn(this.lexicon.pack, tokens);
    const times = phrases.map(({ start, end, ...time }): Item =>
      item('time', start, end, 0, { is: 'time', time: { start: 0, end: 0, ...time } } satisfies Piece),
    );
    const named = this.named(text, tokens, names, mentions, isWide);
    const settled = placed(named, tokens, mentions, this.inside);
    return { items: [...this.words(tokens), ...named, ...settled, ...times, ...this.counts(tokens)], phrases, impossible };
  }

  private *drafts(tokens: readonly Token[], items: readonly Item[]): Steps<Draft[]> {
    const opening = new Set(['rel', 'whoseRel', 'and', 'but', 'comma', 'sayThat', 'link']);
    const starts = new Set([0, ...items.flatMap(({ cat, end }) => (opening.has(cat) ? [end] : []))]);
    const whose = Math.min(...items.flatMap(({ cat, end }) => (cat === 'whoseRel' ? [end] : [])), Number.POSITIVE_INFINITY);
    const isStart = (at: number) => this.lexicon.pack.grammar === 'behind' || starts.has(at) || at > whose;
    const chart = new Chart(tokens.length, grammars[this.lexicon.pack.grammar], makesOf(this.relate, isStart));
    yield* chart.fill(items);
    const found = new Map<string, Draft>();
    for (const { sense, cost } of chart.at(0, tokens.length, 'Q')) {
      const { heads, lens } = sense as Meant;
      const plan: Plan = { heads: [...heads], ...(Object.keys(lens).length > 0 ? { lens } : {}) };
      const key = JSON.stringify(plan);
      if (!found.has(key)) found.set(key, { plan, cost });
    }
    return [...found.values()].sort((a, b) => a.cost - b.cost);
  }

  private words(tokens: readonly Token[]): Item[] {
    const items: Item[] = [];
    tokens.forEach((token, start) => {
      if (token.sign === '-') items.push(item('dash', start, start + 1, 0, {}), item('skip', start, start + 1, 0.1, { cat: 'skip' }));
      if (token.sign === ',') items.push(item('comma', start, start + 1, 0, { cat: 'comma' }));
      // An elided article, or the possessive of a plural.
      if (token.sign === "'") items.push(item((tokens[start - 1]?.folded.length ?? 9) <= 2 ? 'skip' : 'possessive', start, start + 1, 0.01, { cat: 'skip' }));
      for (let size = 1; size <= this.lexicon.longest && start + size <= tokens.length; size += 1) {
        const run = tokens.slice(start, start + size);
        if ((run.at(-1)?.sign ?? null) !== null || (token.sign !== null && !(token.sign === "'" && size === 2))) continue;
        items.push(...itemsOf(this.lexicon.of(keyOf(run)), start, start + size, size, (a, b) => this.relate.isFamily(a, b)));
      }
    });
    return items;
  }

  private counts(tokens: readonly Token[]): Item[] {
    const { pack } = this.lexicon;
    const number = (at: number) => {
      const word = tokens[at]?.folded ?? '';
      const spelled = pack.numbers.indexOf(word);
      return /^\d{1,3}$/.test(word) ? Number(word) : spelled;
    };
    return tokens.flatMap((_token, start): Item[] => {
      const found: Item[] = [];
      if (number(start) > 0)
        found.push(item('count', start, start + 1, number(start) === 1 ? 0.3 : 0.05, { cat: 'count', range: { from: number(start), to: number(start) } }));
      for (const { cat, end } of this.words(tokens.slice(start, start + 4)).filter((own) => own.start === 0)) {
        const at = start + end;
        const value = number(at);
        if (cat === 'several') found.push(item('count', start, at, 0, { cat: 'count', range: { from: 2 } }));
        if (value < 0) continue;
        if (cat === 'moreThan') found.push(item('count', start, at + 1, 0, { cat: 'count', range: { from: value + 1 } }));
        if (cat === 'atLeast') found.push(item('count', start, at + 1, 0, { cat: 'count', range: { from: value } }));
        if (cat === 'fewerThan') found.push(item('count', start, at + 1, 0, { cat: 'count', range: { to: value - 1 } }));
      }
      return found;
    });
  }

  private named(text: string, tokens: readonly Token[], names: NameIndex, mentions: Map<string, Mention>, isWide: boolean): Item[] {
    const whole: { start: number; end: number; items: Item[] }[] = [];
    for (let start = 0; start < tokens.length; start += 1) {
      if (tokens[start]?.sign !== null) continue;
      for (let size = 1; size <= names.longest && start + size <= tokens.length; size += 1) {
        const run = tokens.slice(start, start + size);
        if (run.at(-1)?.sign !== null) continue;
        const key = keyOf(run);
        const end = start + size;
        const written = text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0);
        // A name in small letters is likelier the words that it is made of.
        const small = /^\p{Ll}/u.test(written) && size > 1 ? 0.15 : 0;
        const found = this.mentioned('name', names.named(key, written), start, end, written, mentions).map((own) => ({ ...own, cost: own.cost + small }));
        const adjectives = this.mentioned('dem', names.adjective(key), start, end, written, mentions);
        const titled = names.titledBy(key);
        const titles = titled.length > 0 && !this.lexicon.isFunctionWord(key) ? [this.titled(titled, start, end)] : [];
        const held = isWide && size > 1 && size <= LONGEST_HELD && found.length === 0 ? this.mentioned('name', names.holding(run.filter(({ sign }) => sign === null).map(({ folded }) => folded)), start, end, written, mentions) : []; // prettier-ignore
        if (found.length + adjectives.length + titles.length + held.length > 0)
          whole.push({ start, end, items: [...found, ...adjectives, ...titles, ...held] });
      }
    }
    // What is called by several words is not meant by one of them.
    return whole.flatMap(({ start, end, items }) => {
      const isInside = whole.some(
        (other) =>
          other.start <= start &&
          other.end >= end &&
          other.end - other.start > end - start &&
          other.items.some(({ cat, cost }) => cat === 'name' && cost <= 0.45),
      );
      return isInside ? items.map((own) => ({ ...own, cost: own.cost + 0.5 })) : items;
    });
  }

  /** One name for each family of kinds that it may mean something of. */
  private mentioned(
    cat: 'name' | 'dem',
    candidates: readonly Candidate[],
    start: number,
    end: number,
    written: string,
    mentions: Map<string, Mention>,
  ): Item[] {
    const byRoot = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      const root = this.vocabulary.rootOf(candidate.entity.id)?.name ?? candidate.entity.kind;
      byRoot.set(root, [...(byRoot.get(root) ?? []), candidate]);
    }
    return [...byRoot].map(([root, own]) => {
      const mark = `?${String(start)}-${String(end)}-${root}`;
      mentions.set(mark, { written, candidates: own });
      const kinds = own.length === 1 ? [own[0]?.entity.kind ?? root] : [root];
      return item(cat, start, end, Math.min(...own.map(({ cost }) => cost)), phraseOf([{ kinds, tests: [{ is: 'id', ids: [mark] }] }], { isName: true }));
    });
  }

  private titled(ids: readonly string[], start: number, end: number): Item {
    const kind = this.vocabulary.rootOf(ids[0] ?? '')?.name ?? '';
    return item('noun', start, end, 0, {
      cat: 'noun',
      set: { kinds: [kind], tests: [{ is: 'id', ids }] },
      relational: null,
      isLink: false,
      property: null,
    } satisfies Sense);
  }
}

function item(cat: string, start: number, end: number, cost: number, sense: unknown): Item {
  return { cat, start, end, cost, sense };
}

/** What the senses of a phrase are as items; verbs that stand for records of one family are one. */
function itemsOf(senses: readonly Sense[], start: number, end: number, size: number, isFamily: (a: string, b: string) => boolean): Item[] {
  const verbs = senses.filter((sense) => sense.cat === 'verb');
  const others = united(
    senses.filter((sense) => sense.cat !== 'verb'),
    isFamily,
  );
  const bonus = size > 1 ? -0.02 * size : 0;
  return [
    ...others.map((sense) =>
      item(
        sense.cat,
        start,
        end,
        bonus,
        sense.cat === 'adjective'
          ? { is: 'adjective', kinds: sense.kinds, tests: sense.tests }
          : sense.cat === 'manner'
            ? { is: 'manner', record: sense.record }
            : sense,
      ),
    ),
    ...(verbs.length > 0 ? [item('verb', start, end, bonus, { is: 'verb', verbs: merged(verbs) } satisfies Piece)] : []),
  ];
}

function isPlainNoun(sense: Sense): sense is NounSense {
  return sense.cat === 'noun' && sense.set.tests.length === 0 && sense.relational === null && !sense.isLink && sense.property === null;
}

/** A word for several values of a property means any of them: "treaty". */
function united(senses: readonly Exclude<Sense, VerbSense>[], isRecord: (a: string, b: string) => boolean): readonly Exclude<Sense, VerbSense>[] {
  const merged: Exclude<Sense, VerbSense>[] = [];
  for (const sense of senses) {
    const test = sense.cat === 'noun' ? sense.set.tests[0] : undefined;
    const at = merged.findIndex((other) => {
      const known =
        other.cat === 'noun' && sense.cat === 'noun' && other.set.kinds.join(' ') === sense.set.kinds.join(' ') && !other.relational && !sense.relational
          ? other.set.tests[0]
          : undefined;
      if (isPlainNoun(sense) && other.cat === 'noun' && isPlainNoun(other)) return isRecord(sense.set.kinds[0] ?? '', other.set.kinds[0] ?? '');
      return test?.is === 'choice' && known?.is === 'choice' && known.property === test.property;
    });
    const other = merged[at];
    const known = other?.cat === 'noun' ? other.set.tests[0] : undefined;
    if (other?.cat === 'noun' && sense.cat === 'noun' && isPlainNoun(other) && isPlainNoun(sense))
      merged[at] = { ...other, set: { kinds: [...other.set.kinds, ...sense.set.kinds], tests: [] } };
    else if (other?.cat === 'noun' && known?.is === 'choice' && test?.is === 'choice')
      merged[at] = { ...other, set: { ...other.set, tests: [{ ...known, values: [...known.values, ...test.values] }] } };
    else merged.push(sense);
  }
  return merged;
}

/** "Met" takes in meetings, summits and visits: records of one verb are one set where nothing else tells them apart. */
function merged(verbs: readonly VerbSense[]): VerbSense[] {
  const records = verbs.flatMap(({ does }) => (does.by === 'record' && does.record.tests.length === 0 ? [does] : []));
  const others = verbs.filter(({ does }) => !(does.by === 'record' && does.record.tests.length === 0));
  if (records.length < 2) return [...verbs];
  const kinds = [...new Set(records.flatMap(({ record }) => record.kinds))];
  const leads = [...new Set(records.map(({ leadsTo }) => leadsTo))];
  return [{ cat: 'verb', does: { by: 'record', record: { kinds, tests: [] }, leadsTo: leads.length === 1 ? (leads[0] ?? null) : null } }, ...others];
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
