import type { Item } from './chart.js';
import { FUNCTIONS } from './languages/pack.js';
import type { Lexicon } from './lexicon.js';
import type { Mention, Mentions } from './mentions.js';
import type { NameIndex } from './names.js';
import type { Relate } from './relate.js';
import { marksOf } from './sense.js';
import type { NounSense } from './senses.js';
import { keyOf, tokensOf } from './tokens.js';
import { wordsIn } from './words.js';

/** Whose number may be asked for, and the words of what it measures. */
export interface Measured {
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

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
    const named = this.mentions
      .in(text, tokens, names, mentions, false)
      .filter(({ cat, cost, start }) => cat === 'name' && cost <= 0.3 && /^\P{Ll}/u.test(tokens[start]?.written ?? ''));
    const items = wordsIn(this.lexicon, this.relate, tokens);
    const known = items.filter(({ cat }) => (FUNCTIONS as readonly string[]).includes(cat) || cat === 'link');
    if (!known.some(({ cat }) => cat === 'howMany')) return null;
    const nouns = items.flatMap(({ cat, sense }) => (cat === 'noun' ? (sense as NounSense).set.kinds : []));
    const isIn = (own: readonly Item[], at: number) => own.some(({ start, end }) => start <= at && at < end);
    const words: string[] = [];
    let isMeasuring = false;
    for (let at = 0; at < tokens.length; at += 1) {
      const sizes = [4, 3, 2, 1].filter((size) => !tokens.slice(at, at + size).some((_token, step) => isIn(named, at + step)));
      const size = sizes.find((own) => this.lexicon.others(keyOf(tokens.slice(at, at + own))).length > 0) ?? 1;
      const key = keyOf(tokens.slice(at, at + size));
      // Any word for the same says what is measured.
      if (tokens[at]?.sign === null && !isIn(named, at) && (size > 1 || !isIn(known, at)) && !this.isJoining(key, nouns)) {
        words.push([key, ...this.lexicon.others(key)].join('|'));
        // A verb alone measures nothing.
        isMeasuring ||= !this.lexicon.of(key).some(({ cat }) => cat === 'verb');
      }
      at += size - 1;
    }
    const marks = new Set(marksOf(named.map(({ sense }) => sense)));
    const ids = [...mentions]
      .filter(([mark]) => marks.has(mark))
      .map(([, mention]) => mention)
      .flatMap(({ candidates }) => candidates.filter(({ cost }) => cost <= 0.3).map(({ entity }) => entity.id));
    return !isMeasuring || ids.length === 0 ? null : { ids: [...new Set(ids)].slice(0, 3), words };
  }

  /** Whether a word only joins what is counted to whose it is: municipalities belong to an association, masks do not. */
  private isJoining(key: string, kinds: readonly string[]): boolean {
    return this.lexicon
      .of(key)
      .some((sense) => sense.cat === 'verb' && sense.does.by === 'link' && this.relate.common(kinds, this.relate.near(sense.does.step)).length > 0);
  }
}
