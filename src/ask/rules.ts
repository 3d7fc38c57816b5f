import type { Grammar } from './grammar.js';
import type { Reading } from './mentions.js';
import type { Wording } from './wording.js';
import { cleaned, wordsOf, type Lexicon, type Sense } from './words.js';

/** A text, less what the slots of a wording took. */
export interface Rest {
  readonly words: readonly (string | null)[];
  /** What of it the wording does not have. */
  readonly left: readonly Sense[];
  readonly senses: readonly Sense[];
}

/** What rules a reading out, however well its other words match: what was said must not be dropped in silence. */
export class Rules {
  private readonly decisive: ReadonlySet<string>;
  private readonly timed: ReadonlySet<string>;
  private readonly nouns: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly cautious: ReadonlySet<string>;
  private readonly caution: number;

  constructor(lexicon: Lexicon, { decisiveWords, timedWords, bindingNouns, cautious, caution }: Grammar) {
    const canons = (words: readonly string[]) => lexicon.senses([...words]).map(({ canon }) => canon);
    this.decisive = new Set(canons(decisiveWords));
    this.timed = new Set(canons(timedWords));
    this.nouns = new Map(
      bindingNouns.flatMap((group) => {
        const set = new Set(canons(group));
        return [...set].map((canon) => [canon, set] as const);
      }),
    );
    this.cautious = new Set(cautious);
    this.caution = caution;
  }

  /** Whether a rule forbids to read the text so; `owned` are the words of all wordings of the question. */
  forbid(wording: Wording, owned: ReadonlySet<string>, rest: Rest, reading: Reading): boolean {
    const isTimed = reading.mentions.some(({ times }) => times.length > 0);
    return (
      this.leavesTime(rest, reading) ||
      rest.left.some(({ canon }) => (this.decisive.has(canon) || (isTimed && this.timed.has(canon))) && !owned.has(canon)) ||
      leavesChoice(wording, rest) ||
      rest.senses.some(({ canon }) => this.nouns.has(canon) && ![...(this.nouns.get(canon) ?? [])].some((noun) => owned.has(noun)))
    );
  }

  /** Whether a kind that suits anything would be taken for little: `met` is how many words of the wording speak for it. */
  isTooVague(name: string, score: number, met: number): boolean {
    return this.cautious.has(name) && (score < this.caution || met < 1);
  }

  /** A time that is named and that nothing takes. */
  private leavesTime({ words, left }: Rest, { mentions }: Reading): boolean {
    return mentions.some(
      ({ times, isWeak, start, end }) =>
        times.length > 0 &&
        !isWeak &&
        Array.from({ length: end - start }, (_, at) => start + at).some(
          (at) => /\d/.test(words[at] ?? '') && left.some(({ from, to }) => at >= from && at < to),
        ),
    );
  }
}

/** "Meetings or calls": something else that is asked for as well, and that the wording does not have. */
function leavesChoice({ parts }: Wording, { words, left }: Rest): boolean {
  const hasOr = parts.some((part) => typeof part === 'string' && wordsOf(cleaned(part)).some(({ folded }) => folded === 'or'));
  return !hasOr && words.some((word, at) => word === 'or' && (left.some(({ from }) => from === at + 1) || (words[at - 1] === null && words[at + 1] === null)));
}
