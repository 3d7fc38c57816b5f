import type { Claim } from '../model/claim.js';
import { batches } from '../model/groups.js';
import { describedIn } from '../model/intended.js';
import { authorships, type Lens } from '../model/lens.js';
import { namedBy } from '../model/ends.js';
import type { Dataset } from '../model/dataset.js';
import type { EntityNode } from '../model/graph.js';
import type { Relationship, Vocabulary } from '../model/vocabulary.js';
import { identityOf, sourceOf } from './dataset-of.js';
import type { Filter } from './filter.js';
import { among, readClaims, tooMany } from './read-claims.js';
import type { ClaimSide, GraphReader } from './store.js';

/** How many entities one round trip brings. */
const PAGE = 2_000;

/** What is asked for claims. */
export type ClaimsReader = Pick<GraphReader, 'entities' | 'claimPages'>;

/** Claims around something, and the entities of which it is known how long they were there. */
export interface Around {
  readonly dataset: Dataset;
  readonly dated: ReadonlySet<string>;
}

/**
 * The claims on which it hangs how some entities, and the relationships that some claims speak of, look through any lens:
 * those that describe the entities and the ends of the claims; those that say how long whatever these name was there; and
 * so on outwards along what lies in what. What is projected from those of them whose ends are dated is what is projected
 * from all claims, but for two things that hang on all claims that name an entity: whether it is there at all, and
 * whether it is certain. Throws LensUnavailable when it would take more than `most` claims.
 */
export class ClaimsAround {
  private readonly vocabulary: Vocabulary;
  private readonly reader: ClaimsReader;
  private readonly most: number;
  private readonly claims = new Map<string, Claim>();
  private readonly dated = new Set<string>();
  /** Types that say of their first end what its label, its end or its place is, though they describe the second. */
  private readonly outward: readonly string[];
  private readonly nests: ReadonlySet<string>;
  /** Without the types that say nothing of what an entity is, and without those that say nothing of when and where it was. */
  private readonly ofNode: Filter;
  private readonly ofDating: Filter;

  constructor(vocabulary: Vocabulary, reader: ClaimsReader, most: number) {
    this.vocabulary = vocabulary;
    this.reader = reader;
    this.most = most;
    const { relationships } = vocabulary;
    const tells = telling(vocabulary);
    this.outward = sidesBeside(vocabulary);
    this.nests = new Set(typesOf(relationships.filter(({ nests }) => nests)));
    this.ofNode = without(typesOf(relationships.filter((relationship) => !tells(relationship) && !relationship.involves)));
    this.ofDating = without(typesOf(relationships.filter((relationship) => !dates(relationship))));
  }

  async around(ids: readonly string[], claims: readonly Claim[], { accordingTo: party }: Pick<Lens, 'accordingTo'>): Promise<Around> {
    this.keep(claims);
    await this.completeFacts(claims);
    if (party !== null) await this.read('object', [party], among('predicate', authorships(this.vocabulary)));
    const near = await this.describe([...ids, ...this.named(claims)], this.ofNode);
    let reached = await this.describe(this.named(near), this.ofDating);
    while (reached.length > 0) {
      const outer = [...this.claims.values()].flatMap(({ predicate, object }) => (object !== null && this.nests.has(predicate) ? [object] : []));
      reached = await this.describe(outer, this.ofDating);
    }
    const all = [...this.claims.values()];
    const found = await this.entities([...this.dated, ...all.map(({ source }) => source)]);
    const sources = found.flatMap((entity) => sourceOf(this.vocabulary, entity) ?? []);
    return { dataset: { identities: found.map(identityOf), sources, claims: all }, dated: this.dated };
  }

  /** The claims of one fact, and of its spells, date one another. */
  private async completeFacts(claims: readonly Claim[]): Promise<void> {
    const relations = claims.filter(({ object }) => object !== null);
    const described = new Set(relations.map((claim) => describedIn(this.vocabulary, claim)));
    const types = new Set(relations.map(({ predicate }) => predicate));
    if (types.size > 0) await this.read('describes', [...described], among('predicate', [...types]));
  }

  /** Reads what describes the entities, where that is not read yet: of records all, of others what the filter lets through. */
  private async describe(ids: readonly string[], ofOthers: Filter): Promise<readonly Claim[]> {
    const fresh = [...new Set(ids)].filter((id) => !this.dated.has(id));
    for (const id of fresh) this.dated.add(id);
    const isRecord = (id: string) => this.vocabulary.rootOf(id)?.record === true;
    const read = [
      ...(await this.read('describes', fresh.filter(isRecord), [])),
      ...(await this.read(
        'describes',
        fresh.filter((id) => !isRecord(id)),
        ofOthers,
      )),
    ];
    return this.outward.length === 0 ? read : [...read, ...(await this.read('subject', fresh, among('predicate', this.outward)))];
  }

  private async read(side: ClaimSide, ids: readonly string[], filter: Filter): Promise<readonly Claim[]> {
    if (ids.length === 0) return [];
    const claims = await readClaims(this.reader, { side, ids, filter }, this.most);
    this.keep(claims);
    return claims;
  }

  private keep(claims: readonly Claim[]): void {
    for (const claim of claims) this.claims.set(claim.id, claim);
    if (this.claims.size > this.most) throw tooMany(this.most);
  }

  private named(claims: readonly Claim[]): readonly string[] {
    return claims.flatMap((claim) => namedBy(this.vocabulary, claim));
  }

  private async entities(ids: readonly string[]): Promise<readonly EntityNode[]> {
    const found: EntityNode[] = [];
    for (const batch of batches([...new Set(ids)], PAGE)) for (const entity of (await this.reader.entities(batch)).values()) found.push(entity);
    return found;
  }
}

/** Types that say of their first end what its label, its end or its place is, though they describe the second. */
export function sidesBeside(vocabulary: Vocabulary): readonly string[] {
  const tells = telling(vocabulary);
  return typesOf(vocabulary.relationships.filter((relationship) => tells(relationship) && relationship.describes === 'to'));
}

function telling({ kinds }: Vocabulary): (relationship: Relationship) => boolean {
  const labelled = new Set(kinds.flatMap(({ labels }) => labels.map(({ via }) => via)));
  return (relationship) => dates(relationship) || labelled.has(relationship.type);
}

function dates({ nests, ends }: Relationship): boolean {
  return nests || ends !== null;
}

function typesOf(chosen: readonly Relationship[]): string[] {
  return chosen.map(({ type }) => type);
}

function without(types: readonly string[]): Filter {
  return [[{ column: 'predicate', op: 'IN', values: types, negated: true }]];
}
