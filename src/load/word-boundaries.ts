/** What words are made of; marks stand on the letter before them. */
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Scripts without spaces between words: where a word ends is a dictionary's guess, and names are in no dictionary. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

const HANGUL = /\p{Script=Hangul}/u;

/** Letters that come as capitals too; figures go with them. */
const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u;

/** What Korean glues to a noun: plurals and titles, particles one after the other, and the verbs "to do", "to become", "to be". */
const ENDINGS =
  /^(들|씨|님|측|쪽|간)*(은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|한테|와|과|도|만|로|으로|까지|부터|처럼|보다|마다|조차|마저|밖에|이나|나|이며|며|이고|고|이라고|라고|이라는|라는|이란|란|랑|이랑|하고|대로|뿐)*((하|했|한|할|함|합|해|되|된|될|됐|됨|됩|시키|시킨|받|이었|였|입니|이다|인|일)[가-힣]*)?$/u;

/**
 * Where words of a text begin and end, in the language that it is in, by `Intl.Segmenter`. What that cannot know is
 * allowed: the end of a noun before a Korean particle, and a cut beside a guess in a script without spaces.
 */
export class WordBoundaries {
  private readonly text: string;
  private readonly segments: Intl.Segments;

  constructor(text: string, language: string) {
    this.text = text;
    this.segments = segmenter(language, 'word').segment(text);
  }

  /** Whether a span may begin, or end, at this UTF-16 offset. */
  allows(at: number, side: 'start' | 'end'): boolean {
    if (at <= 0 || at >= this.text.length) return true;
    const word = this.segments.containing(at);
    if (!word || word.index === at) return true;
    const before = Array.from(this.text.slice(word.index, at)).at(-1) ?? '';
    const after = Array.from(this.text.slice(at, at + 2))[0] ?? '';
    if (/\p{M}/u.test(after)) return false;
    if (!LETTER.test(before) || !LETTER.test(after) || writing(before) !== writing(after)) return true;
    if (writing(before) === 'UNSPACED') return this.isGuessed(word.index - 1) || this.isGuessed(word.index + word.segment.length);
    return side === 'end' && writing(before) === 'HANGUL' && ENDINGS.test(word.segment.slice(at - word.index));
  }

  /** Whether a single sign stands there as a word: the dictionary may not have known what it belongs to. */
  private isGuessed(at: number): boolean {
    const word = this.segments.containing(at);
    return word?.isWordLike === true && UNSPACED.test(word.segment) && Array.from(word.segment).length === 1;
  }
}

/** A segmenter for a language, or for any where the tag is none. */
export function segmenter(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter(undefined, { granularity });
  }
}

function writing(letter: string): 'CASED' | 'UNSPACED' | 'HANGUL' | 'OTHER' {
  if (CASED.test(letter) || /\p{N}/u.test(letter)) return 'CASED';
  if (UNSPACED.test(letter)) return 'UNSPACED';
  return HANGUL.test(letter) ? 'HANGUL' : 'OTHER';
}
