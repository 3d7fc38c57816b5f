import { discriminatorOf, factKey, identified, storedEnds, type Claim, type ClaimTime, type Json, type Span } from '../model/claim.js';
import { parseTime, refusedTime } from '../model/edtf.js';
import type { Identity, Sentence, Source } from '../model/projection.js';
import { hint } from '../model/text.js';
import type { Kind, Relationship, Vocabulary } from '../model/vocabulary.js';
import type { CheckCounts } from './counts.js';
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
    } else if (this.around.texts.size > 0 && !this.text) {
      this.file.refuse(['source', 'sha256'], 'no text at hand has this hash');
    }
    if (this.length === null) this.file.refuse(['source'], 'needs the length of its text');
    else if (this.text && this.text.length !== this.length) {
      this.file.refuse(['source', 'length'], `the text has ${String(this.text.length)} code points, not ${String(this.length)}`);
    }
  }

  private identity(id: unknown, path: Path): Identity | null {
    const identity = typeof id === 'string' ? this.around.identities.get(id) : undefined;
    if (!identity && this.around.knowsAll) this.file.refuse(path, `unknown id "${String(id)}"${hint(String(id), this.around.identities.keys())}`);
    return identity ?? null;
  }

  private span(text: string, path: Path): Span {
    const [start = 0, end = 0] = text.split('-').map(Number);
    if (start === end) this.file.refuse(path, `the span ${text} is empty`);
    else if (start > end) this.file.refuse(path, `the span ${text} is reversed`);
    else if (this.length !== null && end > this.length)
      this.file.refuse(path, `the span ${text} ends outside the document of ${String(this.length)} code points`);
    else if (this.text?.isOnWordBoundaries({ start, end }) === false) {
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
    const claim = this.readClaim(seed, path, sentence);
    if (claim) return [claim];
    for (const id of [...seed.fact.split(/\s+/), seed.by, ...Object.values(seed.with ?? {})]) if (typeof id === 'string') this.unread.add(id);
    return [];
  }

  /** The claim, or null where something is wrong with it or with what it is about. */
  private readClaim(seed: ClaimSeed, path: Path, sentence: Span | null): Claim | null {
    const before = this.file.problems.length;
    const [subject = '', predicate = '', object, ...rest] = seed.fact.split(/\s+/);
    const factPath = [...path, 'fact'];
    const spans = this.spans(seed, path, sentence);
    const when = this.when(seed.when, [...path, 'when']);
    const rank = (seed.rank ?? 'NORMAL') as Claim['rank'];
    if (rank !== 'NORMAL' && !seed.reason?.trim()) this.file.refuse([...path, 'rank'], `the rank ${rank} needs a reason`);
    if (seed.by !== undefined) this.identity(seed.by, [...path, 'by']);
    if (rest.length > 0 || predicate === '') this.file.refuse(factPath, 'expected "subject TYPE object", or "subject property" with a value');
    this.checkCounts(seed, path);
    const kind = this.kindOf(subject, factPath);
    const about = kind && this.about(seed, { subject, predicate, object: object ?? null, kind }, path);
    if (!about || this.file.problems.length > before) return null;
    return identified({
      ...about,
      predicate,
      polarity: (seed.polarity ?? 'AFFIRMED') as Claim['polarity'],
      modality: (seed.modality ?? 'ASSERTED') as Claim['modality'],
      rank,
      rankReason: seed.reason ?? null,
      assertedBy: seed.by ?? null,
      when,
      source: this.seed.source.id,
      spans,
      summary: seed.summary.trim(),
      counts: (seed.counts ?? null) as Json,
    });
  }

  private checkCounts({ value, counts }: ClaimSeed, path: Path): void {
    const { checkCounts, identities, knowsAll } = this.around;
    if (counts === undefined || !checkCounts) return;
    for (const problem of checkCounts({ value, counts, identities, knowsAll })) this.file.refuse([...path, ...problem.path], problem.message);
  }

  private kindOf(id: string, path: Path): Kind | null {
    const identity = this.identity(id, path);
    return (identity && this.around.vocabulary.kind(identity.kind)) ?? null;
  }

  /** Resolves what a claim is about: a relationship between two entities, or a property of one. */
  private about(
    seed: ClaimSeed,
    { subject, predicate, object, kind }: { subject: string; predicate: string; object: string | null; kind: Kind },
    path: Path,
  ): Pick<Claim, 'subject' | 'object' | 'value' | 'qualifiers' | 'factKey'> | null {
    const { vocabulary } = this.around;
    const factPath = [...path, 'fact'];
    const relationship = vocabulary.relationship(predicate);
    if (relationship) return this.link(seed, relationship, { subject, object, kind }, path);
    const value = vocabulary.property(kind, predicate);
    if (!value || value.given) {
      const isType = /^[A-Z_]+$/.test(predicate);
      this.file.refuse(
        factPath,
        value
          ? `"${predicate}" belongs in the source's header, not in a claim`
          : isType
            ? `unknown relationship type "${predicate}"${vocabulary.hintType(predicate)}`
            : `unknown property "${predicate}" of ${kind.name}${hint(predicate, Object.keys(vocabulary.properties(kind)))}`,
      );
      return null;
    }
    if (object !== null) this.file.refuse(factPath, `"${predicate}" is a property; its value goes under "value"`);
    if (seed.with) this.file.refuse([...path, 'with'], 'only relationships have qualifiers');
    const parsed = value.parse(seed.value);
    if ('refused' in parsed) {
      this.file.refuse([...path, 'value'], parsed.refused);
      return null;
    }
    const discriminator = value.many ? value.key(parsed.value) : '';
    return { subject, object: null, value: seed.value as Json, qualifiers: {}, factKey: factKey(predicate, subject, '', discriminator) };
  }

  private link(
    seed: ClaimSeed,
    relationship: Relationship,
    { subject, object, kind }: { subject: string; object: string | null; kind: Kind },
    path: Path,
  ): Pick<Claim, 'subject' | 'object' | 'value' | 'qualifiers' | 'factKey'> | null {
    const { vocabulary } = this.around;
    const factPath = [...path, 'fact'];
    if (seed.value !== undefined) this.file.refuse([...path, 'value'], 'a relationship has no value; its qualifiers go under "with"');
    const far = object === null ? null : this.kindOf(object, factPath);
    if (object === null || !far) {
      if (object === null) this.file.refuse(factPath, `${relationship.type} needs an object`);
      return null;
    }
    if (!vocabulary.fits(kind, relationship.from) || !vocabulary.fits(far, relationship.to)) {
      const ends = (kinds: readonly Kind[]) => kinds.map((item) => item.name).join(' or ');
      this.file.refuse(factPath, `${relationship.type} joins ${ends(relationship.from)} to ${ends(relationship.to)}, not ${kind.name} to ${far.name}`);
      return null;
    }
    if (subject === object) this.file.refuse(factPath, 'joins an entity to itself');
    const qualifiers: Record<string, Json> = {};
    for (const [name, raw] of Object.entries(seed.with ?? {})) {
      const value = Object.hasOwn(relationship.properties, name) ? relationship.properties[name] : undefined;
      if (!value) {
        this.file.refuse([...path, 'with', name], `unknown qualifier "${name}" of ${relationship.type}${hint(name, Object.keys(relationship.properties))}`);
        continue;
      }
      const parsed = value.parse(raw);
      if ('refused' in parsed) this.file.refuse([...path, 'with', name], parsed.refused);
      else if (value.sort === 'reference') this.identity(raw, [...path, 'with', name]);
      qualifiers[name] = raw as Json;
    }
    const [from, to] = storedEnds(relationship, subject, object);
    return { subject: from, object: to, value: null, qualifiers, factKey: factKey(relationship.type, from, to, discriminatorOf(relationship, qualifiers)) };
  }

  private when(seed: ClaimSeed['when'], path: Path): ClaimTime | null {
    if (seed === undefined) return null;
    const { edtf, asWritten, rule } = typeof seed === 'object' ? seed : { edtf: seed, asWritten: undefined, rule: undefined };
    const time = parseTime(String(edtf));
    if (!time) {
      this.file.refuse(path, refusedTime(String(edtf)));
      return null;
    }
    return { ...time, asWritten: asWritten ?? null, rule: rule ?? null };
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
