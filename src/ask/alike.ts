import type { Vocabulary } from '../model/vocabulary.js';
import type { Called } from '../model/words.js';
import { listed, type Pack } from './languages/pack.js';
import { keyOfText } from './tokens.js';

/** Words by which a thing is called, and for words of each sort the sorts of English words that mean the same. */
const SAME = { noun: ['noun'], verb: ['noun', 'verb'], partner: ['partner'] } as const;

/** Words of a language and those in English, as labels and measures have them, that mean the same. */
export class Alike {
  /** Titles and other words of labels in this language, as labels have them. */
  private readonly titles: ReadonlyMap<string, string>;
  private readonly english = new Map<string, readonly string[]>();
  private readonly pack: Pack;

  constructor(vocabulary: Vocabulary, pack: Pack) {
    this.pack = pack;
    this.titles = new Map(Object.entries(pack.titles).flatMap(([own, title]) => pack.forms(own, 'noun').map((form) => [keyOfText(form), title] as const)));
    for (const { called } of vocabulary.kinds) this.add(called, [called]);
    for (const { called, calledBack, properties } of vocabulary.relationships) {
      for (const side of [called, calledBack]) this.add(side, [called, calledBack]);
      for (const choice of Object.values(properties).flatMap((value) => Object.values(value.choice?.called ?? {}))) this.add(choice, [choice]);
    }
  }

  /** Words for a kind, a relationship or a choice of one are for the same as those in English. */
  private add(called: Called, same: readonly Called[]): void {
    const words = called[this.pack.language] ?? {};
    for (const as of ['noun', 'verb', 'partner'] as const) {
      const own = same.flatMap(({ en }) => SAME[as].flatMap((sort) => listed(en?.[sort])));
      for (const key of listed(words[as])
        .flatMap((word) => this.pack.forms(word, as === 'verb' ? 'verb' : 'noun'))
        .map(keyOfText)) {
        this.english.set(key, [...(this.english.get(key) ?? []), ...own]);
      }
    }
  }

  /** A title, or another word of labels, as labels have it. */
  labelled(key: string): string {
    return this.titles.get(key) ?? key;
  }

  /** Other words, in English, for what a word means; none where it is no word of the vocabulary. */
  others(key: string): readonly string[] {
    return this.english.get(key) ?? (this.titles.has(key) ? [this.labelled(key)] : []);
  }
}
