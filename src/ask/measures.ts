import type { Item } from './chart.js';
import { FUNCTIONS } from './languages/pack.js';
import type { Lexicon } from './lexicon.js';
import type { Mention, Mentions } from './mentions.js';
import type { NameIndex } from './names.js';
import type { Relate } from './relate.js';
import { marksIn } from './sets.js';
import type { NounSense } from './senses.js';
import { keyOf, tokensOf } from './tokens.js';
import { wordsIn } from './words.js';

/** Whose number may be asked for, and the words of what it measures. */
export interface Measured {
  readonly ids: readonly string[];
  readonly words: readonly string[];
  /** Whether it is asked how long something took. */
  readonly isLong: boolean;
  /** Whether the text asks nothing else. */
  readonly isWhole: boolean;
}

/** What says how long something took, in the words of measures. */
const LENGTH = 'length|duration';
const PEOPLE = 'people|persons|participants|members|visitors';

/** Words that begin a question of their own behind another. */
const ASKING: ReadonlySet<string> = new Set(['when', 'where', 'who', 'what', 'which', 'howMany', 'howOften', 'howLong', 'accordingTo', 'link']);

/** Finds what is measured in a text that asks how many. */
export class Measures {
  private readonly lexicon: Lexicon;
  private readonly relate: Relate;
  private readonly mentions: Mentions;

  constructor(lexicon: Lexicon, relate: Relate, mentions: Mentions) {
    this.lexicon = lexicon;
    this.relate = relate;
    this.mentions = mentions;
  }

  /** The names of a text that asks how many, and the words that are neither names nor the grammar's: what a figure may measure. */
  in(text: string, names: NameIndex): Measured | null {
    const tokens = tokensOf(text);
    const mentions = new Map<string, Mention>();
    const mentioned = this.mentions.in(text, tokens, names, mentions, false);
    const people = mentioned.filter(({ cat, start, end }) => cat === 'dem' && end === start + 1 && tokens[start]?.folded.endsWith('s'));
    const named = mentioned.filter(({ cat, cost, start }) => cat === 'name' && cost <= 0.3 && /^\P{Ll}/u.test(tokens[start]?.written ?? ''));
    const items = wordsIn(this.lexicon, this.relate, tokens);
    const known = items.filter(({ cat }) => (FUNCTIONS as readonly string[]).includes(cat) || cat === 'link');
    const asked = known.find(({ cat }) => cat === 'howMany' || cat === 'howLong');
    if (!asked) return null;
    const { from, to } = this.part(items, asked.start, tokens.length);
    const isSpoken = known.some(({ cat, start }) => ['it', 'they', 'pronoun'].includes(cat) && start >= from && start < to);
    const nouns = items.flatMap(({ cat, sense }) => (cat === 'noun' ? (sense as NounSense).set.kinds : []));
    const isIn = (own: readonly Item[], at: number) => own.some(({ start, end }) => start <= at && at < end);
    const isLong = asked.cat === 'howLong';
    const words: string[] = isLong ? [LENGTH] : [];
    let isMeasuring = isLong;
    for (let at = from; at < to; at += 1) {
      const sizes = [4, 3, 2, 1].filter((size) => !tokens.slice(at, at + size).some((_token, step) => isIn(named, at + step)));
      const size = sizes.find((own) => this.lexicon.alike.others(keyOf(tokens.slice(at, at + own))).length > 0) ?? 1;
      const key = keyOf(tokens.slice(at, at + size));
      // Any word for the same says what is measured.
      // "The city of Nice" measures nothing.
      const isNamedSo = tokens[at + size]?.folded === this.lexicon.pack.genitive && isIn(named, at + size + 1) && this.lexicon.of(key).some((sense) => sense.cat === 'noun' && sense.set.tests.length === 0 && sense.set.kinds.some((name) => this.relate.lies(name))); // prettier-ignore
      if (tokens[at]?.sign === null && !isNamedSo && !isIn(named, at) && (size > 1 || !isIn(known, at)) && !this.isJoining(key, nouns)) {
        words.push(isIn(people, at) ? PEOPLE : [...new Set([key, ...this.lexicon.alike.others(key)])].join('|'));
        // A verb alone measures nothing.
        isMeasuring ||= !this.lexicon.of(key).some(({ cat }) => cat === 'verb');
      }
      at += size - 1;
    }
    const isOuter = ({ start, end }: Item) => !named.some((other) => other.start <= start && other.end >= end && other.end - other.start > end - start);
    const own = named.filter((item) => isOuter(item) && (isSpoken || (item.start >= from && item.end <= to)));
    // How long it took to be somewhere is told of what happened, not of a country.
    if (isLong && words.length < 2 && own.length > 1) return null;
    const marks = new Set(marksIn(own.map(({ sense }) => sense)));
    const ids = [...mentions]
      .filter(([mark]) => marks.has(mark))
      .map(([, mention]) => mention)
      .flatMap(({ candidates }) => candidates.filter(({ cost }) => cost <= 0.3).map(({ entity }) => entity.id));
    return !isMeasuring || ids.length === 0 ? null : { ids: [...new Set(ids)].slice(0, 3), words, isLong, isWhole: to - from === tokens.length };
  }

  /** The question of several in one that stands at a place. */
  private part(items: readonly Item[], at: number, size: number): { readonly from: number; readonly to: number } {
    const isAt = (place: number, cats: (cat: string) => boolean) => items.some(({ cat, start }) => start === place && cats(cat));
    const joins = items.filter(({ cat, end }) => (cat === 'and' || cat === 'comma') && isAt(end, (next) => ASKING.has(next)));
    return {
      from: Math.max(0, ...joins.filter(({ end }) => end <= at).map(({ end }) => end)),
      to: Math.min(size, ...joins.filter(({ start }) => start > at).map(({ start }) => start)),
    };
  }

  /** Whether a word only joins what is counted to whose it is: municipalities belong to an association, masks do not. */
  private isJoining(key: string, kinds: readonly string[]): boolean {
    return this.lexicon
      .of(key)
      .some((sense) => sense.cat === 'verb' && sense.does.by === 'link' && this.relate.common(kinds, this.relate.near(sense.does.step)).length > 0);
  }
}
