import type { Item } from './chart.js';
import { hasAccent, type Lexicon } from './lexicon.js';
import type { NounSense, Sense, VerbSense } from './senses.js';
import type { Relate } from './relate.js';
import type { Piece } from './sense.js';
import { keyOf, type Token } from './tokens.js';

/** What it costs that a word is only the beginning of a longer one. */
const INNER = 0.12;

/** The words of a vocabulary and of the grammar in a text, each in every way that it can be meant. */
export function wordsIn(lexicon: Lexicon, relate: Relate, tokens: readonly Token[]): Item[] {
  const items: Item[] = [];
  // Who writes accents means them, but for a capital at the beginning.
  const isWritten = tokens.some(({ written, isHangul }) => !isHangul && hasAccent(written));
  const isSpelled = (sense: Sense, at: number) =>
    !isWritten || at === 0 || !('isAccented' in sense) || sense.isAccented === hasAccent(tokens[at]?.written ?? '');
  tokens.forEach((token, start) => {
    if (token.sign === '-') items.push(item('dash', start, start + 1, 0, {}), item('skip', start, start + 1, 0.1, { cat: 'skip' }));
    if (token.sign === ',') items.push(item('comma', start, start + 1, 0, { cat: 'comma' }));
    // An elided article, or the possessive of a plural.
    if (token.sign === "'") items.push(item((tokens[start - 1]?.folded.length ?? 9) <= 2 ? 'skip' : 'possessive', start, start + 1, 0.01, { cat: 'skip' }));
    for (let size = 1; size <= lexicon.longest && start + size <= tokens.length; size += 1) {
      const run = tokens.slice(start, start + size);
      if ((run.at(-1)?.sign ?? null) !== null || (token.sign !== null && !(token.sign === "'" && size === 2))) continue;
      const senses = lexicon
        .of(keyOf(run))
        .filter((sense) => size > 1 || (isSpelled(sense, start) && (!token.isHangul || isStanding(tokens, start, sense.cat))));
      items.push(...itemsOf(senses, { start, size, isDoing: lexicon.pack.goesOn(token.folded) }, (a, b) => relate.isFamily(a, b)));
    }
  });
  return withoutBeginnings(items, tokens);
}

/** Syllables that stand before others in one word, where others of the grammar's stand behind. */
const BEFORE: ReadonlySet<string> = new Set(['howMany', 'first', 'not', 'thing', 'noun', 'verb', 'adjective']);

/** Whether one syllable can be a word here: a particle or an ending stands behind something. */
function isStanding(tokens: readonly Token[], at: number, cat: string): boolean {
  const isApart = (place: number) => tokens[place - 1]?.end !== tokens[place]?.start;
  return BEFORE.has(cat) || !isApart(at) || isApart(at + 1);
}

/** In Hangul, a noun that another one begins with is likelier that. */
function withoutBeginnings(items: readonly Item[], tokens: readonly Token[]): Item[] {
  const isLonger = ({ start, end }: Item) => items.some((other) => other.cat === 'noun' && other.start === start && other.end > end);
  return items.map((own) => (own.cat === 'noun' && tokens[own.start]?.isHangul && isLonger(own) ? { ...own, cost: own.cost + INNER } : own));
}

/** Counts: two, more than one, several. */
export function countsIn(lexicon: Lexicon, relate: Relate, tokens: readonly Token[]): Item[] {
  const { pack } = lexicon;
  const number = (at: number) => {
    const word = tokens[at]?.folded ?? '';
    const spelled = pack.numbers.indexOf(word);
    return /^\d{1,3}$/.test(word) ? Number(word) : spelled;
  };
  return tokens.flatMap((_token, start): Item[] => {
    const found: Item[] = [];
    if (number(start) > 0)
      found.push(item('count', start, start + 1, number(start) === 1 ? 0.1 : 0.05, { cat: 'count', range: { from: number(start), to: number(start) } }));
    for (const { cat, end } of wordsIn(lexicon, relate, tokens.slice(start, start + 4)).filter((own) => own.start === 0)) {
      const at = start + end;
      const value = number(at);
      if (cat === 'several') found.push(item('count', start, at, 0, { cat: 'count', range: { from: 2 } }));
      if (value < 0) continue;
      if (cat === 'exactly') found.push(item('count', start, at + 1, 0, { cat: 'count', range: { from: value, to: value } }));
      if (cat === 'moreThan') found.push(item('count', start, at + 1, 0, { cat: 'count', range: { from: value + 1 } }));
      if (cat === 'atLeast') found.push(item('count', start, at + 1, 0, { cat: 'count', range: { from: value } }));
      if (cat === 'fewerThan') found.push(item('count', start, at + 1, 0, { cat: 'count', range: { to: value - 1 } }));
    }
    return found;
  });
}

export function item(cat: string, start: number, end: number, cost: number, sense: unknown): Item {
  return { cat, start, end, cost, sense };
}

/** What the senses of a phrase are as items; verbs that stand for records of one family are one. */
function itemsOf(
  senses: readonly Sense[],
  { start, size, isDoing }: { start: number; size: number; isDoing: boolean },
  isFamily: (a: string, b: string) => boolean,
): Item[] {
  const end = start + size;
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
        bonus + (sense.cat === 'noun' ? (sense.cost ?? 0) : 0),
        sense.cat === 'adjective'
          ? { is: 'adjective', kinds: sense.kinds, tests: sense.tests }
          : sense.cat === 'manner'
            ? { is: 'manner', record: sense.record }
            : sense,
      ),
    ),
    ...(verbs.length > 0 ? [item('verb', start, end, bonus, { is: 'verb', verbs: merged(verbs), ...(isDoing ? { isDoing } : {}) } satisfies Piece)] : []),
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
      merged[at] = { ...other, cost: 0, set: { kinds: [...other.set.kinds, ...sense.set.kinds], tests: [] } };
    else if (other?.cat === 'noun' && known?.is === 'choice' && test?.is === 'choice')
      merged[at] = { ...other, set: { ...other.set, tests: [{ ...known, values: [...known.values, ...test.values] }] } };
    else merged.push(sense);
  }
  return merged;
}

/** "Met" takes in meetings, summits and visits: records of one verb are one set where nothing else tells them apart. */
function merged(verbs: readonly VerbSense[]): VerbSense[] {
  const isBare = ({ does, link }: VerbSense) => does.by === 'record' && link === undefined && !does.roles && does.record.tests.length === 0;
  const records = verbs.filter(isBare).flatMap(({ does }) => (does.by === 'record' ? [does] : []));
  const others = verbs.filter((verb) => !isBare(verb));
  if (records.length < 2) return [...verbs];
  const kinds = [...new Set(records.flatMap(({ record }) => record.kinds))];
  const leads = [...new Set(records.map(({ leadsTo }) => leadsTo))];
  return [{ cat: 'verb', does: { by: 'record', record: { kinds, tests: [] }, leadsTo: leads.length === 1 ? (leads[0] ?? null) : null } }, ...others];
}
