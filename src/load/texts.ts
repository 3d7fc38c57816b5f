import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../model/claim.js';
import { sha256 } from '../model/text.js';
import type { FilesAtHand } from './files-at-hand.js';

/** What words are made of; marks stand on the letter before them. */
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** A source's text, addressed in Unicode code points. */
export class SourceText {
  readonly text: string;
  readonly sha256: string;
  private readonly points: readonly string[];

  constructor(text: string, hash: string = sha256(text)) {
    this.text = text;
    this.sha256 = hash;
    this.points = Array.from(text);
  }

  get length(): number {
    return this.points.length;
  }

  slice(start: number, end: number): string {
    return this.points.slice(Math.max(0, start), end).join('');
  }

  /** Spans at which `words` stand, in order. */
  find(words: string): Span[] {
    const spans: Span[] = [];
    const size = Array.from(words).length;
    for (let at = this.text.indexOf(words); at >= 0 && size > 0; at = this.text.indexOf(words, at + 1)) {
      const start = Array.from(this.text.slice(0, at)).length;
      spans.push({ start, end: start + size });
    }
    return spans;
  }

  /** Whether neither end of the span cuts a word. */
  isOnWordBoundaries({ start, end }: Span): boolean {
    const cuts = (at: number) => at > 0 && at < this.length && LETTER.test(this.points[at - 1] ?? '') && LETTER.test(this.points[at] ?? '');
    return !cuts(start) && !cuts(end);
  }

  /** Sentences as the Unicode rules cut them, without surrounding space; line breaks end one too. */
  sentences(): Span[] {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    const spans: Span[] = [];
    let at = 0;
    for (const { segment } of segmenter.segment(this.text)) {
      const lead = Array.from(/^\s*/u.exec(segment)?.[0] ?? '').length;
      const size = Array.from(segment.trim()).length;
      if (size > 0) spans.push({ start: at + lead, end: at + lead + size });
      at += Array.from(segment).length;
    }
    return spans;
  }
}

/** The source texts at hand, found by the hash of their bytes, never by file name; and the files of data sets. */
export interface Texts extends ReadonlyMap<string, SourceText> {
  readonly files?: FilesAtHand;
}

/** Reads every text file of a folder; an absent folder holds none. */
export function readTexts(folder: string | null): Texts {
  if (folder === null || !existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => isReadable(path))
      .map((path): [string, SourceText] => {
        const bytes = readFileSync(path);
        const hash = sha256(bytes);
        return [hash, new SourceText(bytes.toString('utf8'), hash)];
      }),
  );
}

/** A link that leads nowhere is passed over like a folder. */
function isReadable(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size < 5_000_000;
}
