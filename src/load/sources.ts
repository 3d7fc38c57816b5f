import type { Claim, Span } from '../model/claim.js';
import type { Identity, Sentence, Source } from '../model/dataset.js';
import { hint } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { CheckCounts } from './counts.js';
import { claimOf, unknownId } from './draft.js';
import type { ClaimSeed, SourceFile } from './shapes.js';
import type { SourceText, Texts } from './texts.js';
import type { Path, YamlFile } from './yaml-file.js';

interface Surroundings {
  readonly file: YamlFile;
  readonly vocabulary: Vocabulary;
  readonly identities: ReadonlyMap<string, Identity>;
  /** Whether every identity could be read, so that an id which is not among them is a mistake. */
  readonly knowsAll: boolean;
  readonly texts: Texts;
  readonly checkCounts: CheckCounts | null;
}

/** What a source file says: `unread` are the ids and names in those of its claims that could not be read. */
export interface ReadSource {
  readonly source: Source;
  readonly claims: readonly Claim[];
  readonly unread: ReadonlySet<string>;
}

/** Reads one source file whose shape is right; notes what is wrong in it with the file. */
export function readSource(seed: SourceFile, around: Surroundings): ReadSource {
  return new SourceReader(seed, around).read();
}

class SourceReader {
  private readonly seed: SourceFile;
  private readonly file: YamlFile;
  private readonly around: Surroundings;
  private readonly length: number | null;
  private readonly text: SourceText | undefined;
  private readonly unread = new Set<string>();

  constructor(seed: SourceFile, around: Surroundings) {
    this.seed = seed;
    this.around = around;
    this.file = around.file;
    const { length, sha256 } = seed.source;
    this.length = typeof length === 'number' ? length : null;
    this.text = typeof sha256 === 'string' ? around.texts.get(sha256) : undefined;
  }

  read(): ReadSource {
    const { id, ...header } = this.seed.source;
    this.checkHeader(id, header);
    const sentences: Sentence[] = [];
    const claims: Claim[] = [];
    for (const [index, sentence] of (this.seed.sentences ?? []).entries()) {
      const path = ['sentences', index];
      const span = this.span(sentence.at, [...path, 'at']);
      const previous = sentences.at(-1);
      if (previous && span.start < previous.end) this.file.refuse([...path, 'at'], `overlaps the sentence before it, which ends at ${String(previous.end)}`);
      const own = (sentence.claims ?? []).flatMap((claim, at) => this.claim(claim, [...path, 'claims', at], span));
      sentences.push({ ...span, excuse: sentence.excuse ?? null });
      claims.push(...own);
    }
    for (const [index, claim] of (this.seed.claims ?? []).entries()) claims.push(...this.claim(claim, ['claims', index], null));
    this.checkRepeats(claims);
    return { source: { id, header, sentences }, claims, unread: this.unread };
  }

  private checkHeader(id: string, header: Readonly<Record<string, unknown>>): void {
    const identity = this.identity(id, ['source', 'id']);
    const kind = identity && this.around.vocabulary.kind(identity.kind);
    if (!kind) return;
    const given = Object.entries(kind.properties).filter(([, value]) => value.given);
    for (const [key, raw] of Object.entries(header)) {
      const value = given.find(([name]) => name === key)?.[1];
      if (!value) {
        this.file.refuse(
          ['source', key],
          `unknown key "${key}"${hint(
            key,
            given.map(([name]) => name),
          )}`,
        );
        continue;
      }
      const parsed = value.parse(raw);
      if ('refused' in parsed) this.file.refuse(['source', key], parsed.refused);
    }
    if (typeof header['title'] !== 'string') this.file.refuse(['source'], 'needs a title');
    if (!this.seed.sentences) return;
    if (typeof header['sha256'] !== 'string' || !/^[0-9a-f]{64}$/.test(header['sha256'])) {
      this.file.refuse(['source', 'sha256'], 'expected the SHA-256 of the text, 64 hexadecimal digits');
    } else {
      const tooLarge = this.around.texts.tooLarge?.get(header['sha256']);
      if (tooLarge !== undefined) this.file.refuse(['source', 'sha256'], `its text is too large: ${tooLarge}`);
    }
    if (this.length === null) this.file.refuse(['source'], 'needs the length of its text');
    else if (this.text && this.text.length !== this.length) {
      this.file.refuse(['source', 'length'], `the text has ${String(this.text.length)} code points, not ${String(this.length)}`);
    }
  }

  private identity(id: unknown, path: Path): Identity | null {
    const identity = typeof id === 'string' ? this.around.identities.get(id) : undefined;
    if (!identity && this.around.knowsAll) this.file.refuse(path, unknownId(id, this.around.identities));
    return identity ?? null;
  }

  private span(text: string, path: Path): Span {
    const [start = 0, end = 0] = text.split('-').map(Number);
    if (start === end) this.file.refuse(path, `the span ${text} is empty`);
    else if (start > end) this.file.refuse(path, `the span ${text} is reversed`);
    else if (this.length !== null && end > this.length)
      this.file.refuse(path, `the span ${text} ends outside the document of ${String(this.length)} code points`);
    else if (this.text?.isOnWordBoundaries({ start, end }, languageOf(this.seed.source)) === false) {
      this.file.refuse(path, `the span ${text} cuts a word: "${this.text.slice(start, end)}"`);
    }
    return { start, end };
  }

  private spans(seed: ClaimSeed, path: Path, sentence: Span | null): Span[] {
    if (!sentence) {
      if (seed.at !== undefined) this.file.refuse([...path, 'at'], 'a claim outside a sentence stands on no words');
      return [];
    }
    if (seed.at === undefined) return [sentence];
    const spans = typeof seed.at === 'string' ? [this.span(seed.at, [...path, 'at'])] : seed.at.map((text, index) => this.span(text, [...path, 'at', index]));
    const [main] = spans;
    if (main && (main.start < sentence.start || main.end > sentence.end)) {
      this.file.refuse([...path, 'at'], `the main span ${String(main.start)}-${String(main.end)} lies outside its sentence`);
    }
    return spans;
  }

  private claim(seed: ClaimSeed, path: Path, sentence: Span | null): Claim[] {
    const { checkCounts, identities, knowsAll, vocabulary } = this.around;
    const before = this.file.problems.length;
    const spans = this.spans(seed, path, sentence);
    const { claim, problems } = claimOf({ ...seed, source: this.seed.source.id, spans }, { vocabulary, identities, knowsAll });
    const counting = seed.counts === undefined ? [] : (checkCounts?.({ value: seed.value, counts: seed.counts, identities, knowsAll }) ?? []);
    for (const problem of [...counting, ...problems]) this.file.refuse([...path, ...problem.path], problem.message);
    if (claim && this.file.problems.length === before) return [claim];
    for (const id of [...seed.fact.split(/\s+/), seed.by, ...Object.values(seed.with ?? {})]) if (typeof id === 'string') this.unread.add(id);
    return [];
  }

  /** The same claim twice in one place is a slip of the pen. */
  private checkRepeats(claims: readonly Claim[]): void {
    const seen = new Set<string>();
    for (const { id, factKey: key } of claims) {
      if (seen.has(id)) this.file.refuse([], `the same claim about ${key} stands twice`);
      seen.add(id);
    }
  }
}

/** The language that a header states, or any. */
export function languageOf({ language }: Readonly<Record<string, unknown>>): string {
  return typeof language === 'string' ? language : 'und';
}
