import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../model/claim.js';
import { sha256 } from '../model/text.js';
import type { FilesAtHand } from './files-at-hand.js';
import { reasonOf, stateOf } from './regular-file.js';
import { segmenter, WordBoundaries } from './word-boundaries.js';

/** A source's text, addressed in Unicode code points. */
export class SourceText {
  readonly text: string;
  readonly sha256: string;
  /** Where each code point begins in the text, and where it ends. */
  private readonly places: Uint32Array;
  private readonly boundaries = new Map<string, WordBoundaries>();

  constructor(text: string, hash: string = sha256(text)) {
    this.text = text;
    this.sha256 = hash;
    this.places = placesOf(text);
  }

  get length(): number {
    return this.places.length - 1;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.place(start), this.place(end));
  }

  /** Spans at which `words` stand, in order. */
  find(words: string): Span[] {
    const spans: Span[] = [];
    const size = Array.from(words).length;
    let [start, seen] = [0, 0];
    for (let at = this.text.indexOf(words); at >= 0 && size > 0; at = this.text.indexOf(words, at + 1)) {
      start += Array.from(this.text.slice(seen, at)).length;
      seen = at;
      spans.push({ start, end: start + size });
    }
    return spans;
  }

  /** Whether neither end of the span cuts a word of the language that the text is in, as far as that can be known. */
  isOnWordBoundaries({ start, end }: Span, language: string): boolean {
    const boundaries = this.boundaries.get(language) ?? new WordBoundaries(this.text, language);
    this.boundaries.set(language, boundaries);
    return boundaries.allows(this.place(start), 'start') && boundaries.allows(this.place(end), 'end');
  }

  /** Where the code point of a number begins; behind the last one, the end of the text. */
  private place(point: number): number {
    return this.places[Math.min(Math.max(0, point), this.length)] ?? 0;
  }

  /** Spans at which `words` stand as words of their own, in order. */
  findWords(words: string, language: string): Span[] {
    return this.find(words).filter((span) => this.isOnWordBoundaries(span, language));
  }

  /** Sentences as the Unicode rules cut them in a language, without surrounding space; line breaks end one too. */
  sentences(language = 'en'): Span[] {
    const spans: Span[] = [];
    let at = 0;
    for (const { segment } of segmenter(language, 'sentence').segment(this.text)) {
      const lead = Array.from(/^\s*/u.exec(segment)?.[0] ?? '').length;
      const size = Array.from(segment.trim()).length;
      if (size > 0) spans.push({ start: at + lead, end: at + lead + size });
      at += Array.from(segment).length;
    }
    return spans;
  }
}

function placesOf(text: string): Uint32Array {
  const places = [0];
  let at = 0;
  for (const point of text) places.push((at += point.length));
  return Uint32Array.from(places);
}

/** The source texts at hand, found by the hash of their bytes, never by file name; and the files of data sets. */
export interface Texts extends ReadonlyMap<string, SourceText> {
  readonly files?: FilesAtHand;
  /** Files that are too large to be read as a text, by their hash. */
  readonly tooLarge?: ReadonlyMap<string, string>;
  /** What in the folder cannot be used, a line each. */
  readonly notes?: readonly string[];
}

/** A text of more bytes is not read. */
const LARGEST = 5_000_000;

/** A file of more bytes is not even hashed, to see whether a source cites it. */
const LARGEST_HASHED = 200_000_000;

/** Reads every text file of a folder; an absent folder holds none, and what cannot be read is noted and passed over. */
export function readTexts(folder: string | null): Texts {
  const texts = new Map<string, SourceText>();
  const tooLarge = new Map<string, string>();
  const notes: string[] = [];
  for (const name of namesIn(folder, notes)) {
    const path = join(folder ?? '', name);
    const stated = stateOf(path);
    if ('refused' in stated) {
      if (!stated.refused.includes('folder')) notes.push(`${path}: ${stated.refused}`);
      continue;
    }
    if (stated.size > LARGEST_HASHED) {
      notes.push(`${path}: of ${String(stated.size)} bytes, too large to be looked at`);
      continue;
    }
    try {
      const bytes = readFileSync(path);
      const hash = sha256(bytes);
      if (stated.size > LARGEST) tooLarge.set(hash, `${path} has ${String(stated.size)} bytes; at most ${String(LARGEST)} are read`);
      else texts.set(hash, new SourceText(bytes.toString('utf8'), hash));
    } catch (error) {
      notes.push(`${path}: ${reasonOf(error)}`);
    }
  }
  return Object.assign(texts, { tooLarge, notes });
}

function namesIn(folder: string | null, notes: string[]): readonly string[] {
  if (folder === null || !lstatSync(folder, { throwIfNoEntry: false })) return [];
  try {
    return readdirSync(folder);
  } catch (error) {
    notes.push(`${folder}: ${error instanceof Error && 'code' in error && error.code === 'ENOTDIR' ? 'is a file, not a folder' : reasonOf(error)}`);
    return [];
  }
}
