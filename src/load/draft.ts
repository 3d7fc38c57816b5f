import { discriminatorOf, factKey, identified, storedEnds, type Claim, type ClaimRecord, type ClaimTime, type Json, type Span } from '../model/claim.js';
import { parseTime, refusedTime, type Time } from '../model/edtf.js';
import type { Identity } from '../model/dataset.js';
import { hint } from '../model/text.js';
import type { Kind, Relationship, Vocabulary } from '../model/vocabulary.js';
import type { ClaimSeed } from './shapes.js';
import type { Value } from '../model/value.js';
import type { Path } from './yaml-file.js';

/** A claim as somebody writes it, with the source that it stands in and the words or rows it stands on. */
export interface Draft extends Omit<ClaimSeed, 'at'> {
  readonly source: string;
  readonly spans: readonly Span[];
  readonly records?: readonly ClaimRecord[];
}

/** One thing wrong with a draft; its place is given from the draft on. */
export interface DraftProblem {
  readonly path: Path;
  readonly message: string;
}

/** What a draft is checked against. */
export interface Known {
  readonly vocabulary: Vocabulary;
  readonly identities: ReadonlyMap<string, Identity>;
  /** Whether every identity could be read, so that an id which is not among them is a mistake. */
  readonly knowsAll: boolean;
  /** How a claim is told whose draft has an empty summary. */
  readonly told?: (claim: Omit<Claim, 'id'>) => string;
}

/** A claim, or everything that is wrong with its draft. */
export interface Checked {
  readonly claim: Claim | null;
  readonly problems: readonly DraftProblem[];
}

/** The one place where a draft becomes a claim or problems, wherever it comes from. */
export function claimOf(draft: Draft, known: Known): Checked {
  return new DraftCheck(draft, known).checked();
}

/** What to say of an id that nothing stands behind. */
export function unknownId(id: unknown, identities: ReadonlyMap<string, Identity>): string {
  const moved = formerIds(identities).get(String(id));
  if (moved !== undefined) return `"${String(id)}" is "${moved}" now; write that`;
  const told = hinted.get(identities) ?? 0;
  hinted.set(identities, told + 1);
  return `unknown id "${String(id)}"${told < MOST_HINTS ? hint(String(id), identities.keys()) : ''}`;
}

/** Each near miss is looked for among all ids; so many are enough to see what went wrong. */
const MOST_HINTS = 100;

const hinted = new WeakMap<object, number>();

const former = new WeakMap<object, ReadonlyMap<string, string>>();

/** What each former id leads to. */
function formerIds(identities: ReadonlyMap<string, Identity>): ReadonlyMap<string, string> {
  const made = former.get(identities) ?? new Map([...identities.values()].flatMap(({ id, was = [] }) => was.map((old) => [old, id])));
  former.set(identities, made);
  return made;
}

type About = Pick<Claim, 'subject' | 'object' | 'value' | 'qualifiers' | 'factKey'>;

class DraftCheck {
  private readonly draft: Draft;
  private readonly known: Known;
  private readonly problems: DraftProblem[] = [];

  constructor(draft: Draft, known: Known) {
    this.draft = draft;
    this.known = known;
  }

  checked(): Checked {
    const claim = this.read();
    return { claim: this.problems.length > 0 ? null : claim, problems: this.problems };
  }

  private refuse(path: Path, message: string): null {
    this.problems.push({ path, message });
    return null;
  }

  private read(): Claim | null {
    const { draft } = this;
    const [subject = '', predicate = '', object, ...rest] = draft.fact.split(/\s+/);
    const when = this.when();
    const rank = (draft.rank ?? 'NORMAL') as Claim['rank'];
    if (rank !== 'NORMAL' && !draft.reason?.trim()) this.refuse(['rank'], `the rank ${rank} needs a reason`);
    if (draft.by !== undefined) this.identity(draft.by, ['by']);
    if (rest.length > 0 || predicate === '') this.refuse(['fact'], 'expected "subject TYPE object", or "subject property" with a value');
    const kind = this.kindOf(subject);
    const about = kind && this.about(subject, predicate, object ?? null, kind);
    if (!about || this.problems.length > 0) return null;
    const { basis, basisRule } = this.basis(kind, predicate);
    // Property by property: behind a spread each would be defined slowly, and millions of claims come through here.
    const claim = {
      subject: about.subject,
      object: about.object,
      value: about.value,
      qualifiers: about.qualifiers,
      factKey: about.factKey,
      predicate,
      polarity: (draft.polarity ?? 'AFFIRMED') as Claim['polarity'],
      modality: (draft.modality ?? 'ASSERTED') as Claim['modality'],
      rank,
      rankReason: draft.reason ?? null,
      basis,
      basisRule,
      doubt: draft.doubt?.trim() ?? null,
      assertedBy: draft.by ?? null,
      when,
      source: draft.source,
      spans: draft.spans,
      summary: draft.summary.trim(),
      counts: (draft.counts ?? null) as Json,
      tensions: null,
      ...(draft.records ? { records: draft.records } : {}),
    };
    if (claim.summary === '' && this.known.told) claim.summary = this.known.told(claim);
    return identified(claim);
  }

  /** What a curator says, or the rule of a property that curators code. */
  private basis(kind: Kind, predicate: string): Pick<Claim, 'basis' | 'basisRule'> {
    const rule = this.draft.inferred?.trim() ?? this.known.vocabulary.property(kind, predicate)?.coded ?? null;
    return { basis: rule === null ? 'STATED' : 'INFERRED', basisRule: rule };
  }

  private identity(id: unknown, path: Path): Identity | null {
    const { identities, knowsAll } = this.known;
    const identity = typeof id === 'string' ? identities.get(id) : undefined;
    if (!identity && knowsAll) this.refuse(path, unknownId(id, identities));
    return identity ?? null;
  }

  private kindOf(id: string): Kind | null {
    const identity = this.identity(id, ['fact']);
    return (identity && this.known.vocabulary.kind(identity.kind)) ?? null;
  }

  /** Resolves what a claim is about: a relationship between two entities, or a property of one. */
  private about(subject: string, predicate: string, object: string | null, kind: Kind): About | null {
    const { vocabulary } = this.known;
    const relationship = vocabulary.relationship(predicate);
    if (relationship) return this.link(relationship, subject, object, kind);
    const value = vocabulary.property(kind, predicate);
    const isOwn = value?.given === true && subject === this.draft.source;
    if (!value || isOwn) {
      const isType = /^[A-Z_]+$/.test(predicate);
      return this.refuse(
        ['fact'],
        value
          ? `"${predicate}" of the source itself belongs in its header, not in a claim`
          : isType
            ? `unknown relationship type "${predicate}"${vocabulary.hintType(predicate)}`
            : `unknown property "${predicate}" of ${kind.name}${hint(predicate, Object.keys(vocabulary.properties(kind)))}`,
      );
    }
    if (object !== null) this.refuse(['fact'], `"${predicate}" is a property; its value goes under "value"`);
    if (this.draft.with) this.refuse(['with'], 'only relationships have qualifiers');
    const parsed = value.parse(this.draft.value);
    if ('refused' in parsed) return this.refuse(['value'], parsed.refused);
    const discriminator = value.many ? value.key(parsed.value) : '';
    return { subject, object: null, value: this.draft.value as Json, qualifiers: {}, factKey: factKey(predicate, subject, '', discriminator) };
  }

  private link(relationship: Relationship, subject: string, object: string | null, kind: Kind): About | null {
    const { draft, known } = this;
    if (draft.value !== undefined) this.refuse(['value'], 'a relationship has no value; its qualifiers go under "with"');
    if (object === null) return this.refuse(['fact'], `${relationship.type} needs an object`);
    const far = this.kindOf(object);
    if (!far) return null;
    if (!known.vocabulary.fits(kind, relationship.from) || !known.vocabulary.fits(far, relationship.to)) {
      const ends = (kinds: readonly Kind[]) => kinds.map((item) => item.name).join(' or ');
      this.refuse(['fact'], `${relationship.type} joins ${ends(relationship.from)} to ${ends(relationship.to)}, not ${kind.name} to ${far.name}`);
      return null;
    }
    if (subject === object) this.refuse(['fact'], 'joins an entity to itself');
    const qualifiers = this.qualifiers(relationship);
    const [from, to] = storedEnds(relationship, subject, object);
    return { subject: from, object: to, value: null, qualifiers, factKey: factKey(relationship.type, from, to, discriminatorOf(relationship, qualifiers)) };
  }

  private qualifiers({ type, properties }: Relationship): Record<string, Json> {
    const qualifiers: Record<string, Json> = {};
    const claimed = Object.keys(properties).filter((name) => properties[name]?.derived === false);
    for (const [name, raw] of Object.entries(this.draft.with ?? {})) {
      const path = ['with', name];
      const value = claimed.includes(name) ? properties[name] : undefined;
      if (!value) {
        this.refuse(path, `unknown qualifier "${name}" of ${type}${hint(name, claimed)}`);
        continue;
      }
      const parsed = value.parse(raw);
      if ('refused' in parsed) this.refuse(path, parsed.refused);
      else if (value.sort === 'reference') this.referred(raw, value, path);
      qualifiers[name] = raw as Json;
    }
    return qualifiers;
  }

  private referred(raw: unknown, { refersTo }: Value, path: Path): void {
    const kind = this.known.vocabulary.kind(this.identity(raw, path)?.kind ?? '');
    const names = refersTo?.map(({ name }) => name);
    if (kind && names && !this.known.vocabulary.lineage(kind).some(({ name }) => names.includes(name)))
      this.refuse(path, `expected ${names.join(' or ')}, got ${kind.name} "${String(raw)}"`);
  }

  private when(): ClaimTime | null {
    const { when } = this.draft;
    if (when === undefined) return null;
    const { edtf, asWritten, rule } = typeof when === 'object' ? when : { edtf: when, asWritten: undefined, rule: undefined };
    const time = parseTime(String(edtf));
    return time ? timeOf(time, asWritten ?? null, rule ?? null) : this.refuse(['when'], refusedTime(String(edtf)));
  }
}

/** A time with its words, its properties in the order of canonical JSON, see `identified`. */
function timeOf({ earliest, edtf, heldFrom, heldUntil, latest }: Time, asWritten: string | null, rule: string | null): ClaimTime {
  return { asWritten, earliest, edtf, heldFrom, heldUntil, latest, rule };
}
