import { LRUCache } from 'lru-cache';
import { claimColumn } from '../graph/claim-columns.js';
import type { ClaimsReader } from '../graph/claims-around.js';
import { passes } from '../graph/filter.js';
import type { ClaimQuestion, ExpandKey, Page } from '../graph/store.js';
import { cached } from '../model/cached.js';
import type { Claim } from '../model/claim.js';
import type { Identity } from '../model/dataset.js';
import type { EntityNode } from '../model/graph.js';
import type { Gathered } from './gathered.js';

/** How many claims, and how many identities, are kept for whoever asks for them again. */
const KEPT = 8_000;

/** Of an entity with more claims none are kept. */
const MOST = 2_000;

/** Answers what is asked of claims on the disk as a store answers it; of entities it tells what identities and headers say. */
export class GatheredReader implements ClaimsReader {
  private readonly gathered: Gathered;
  private readonly headers: ReadonlyMap<string, EntityNode['columns']>;
  private readonly kept = {
    describes: claimsKept(),
    subject: claimsKept(),
    identity: new LRUCache<string, { readonly identity: Identity | null }>({ max: KEPT }),
  };

  constructor(gathered: Gathered) {
    this.gathered = gathered;
    this.headers = new Map(gathered.sources.map(({ id, header }) => [id, header as EntityNode['columns']]));
  }

  entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>> {
    const found = new Map<string, EntityNode>();
    for (const id of ids) {
      const { identity } = cached(this.kept.identity, id, () => ({ identity: this.gathered.identity(id) }));
      if (identity) found.set(id, this.node(identity));
    }
    return Promise.resolve(found);
  }

  claimPages({ side, filter }: ClaimQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Claim>[]> {
    if (side !== 'describes' && side !== 'subject') throw new Error(`claims are not gathered by ${side}`);
    return Promise.resolve(
      keys.map(({ id }) => ({ items: this.claims(side, id).filter((claim) => passes(filter, (column) => claimColumn(claim, column))), more: false })),
    );
  }

  /** The claims that describe an entity. */
  describing(id: string): readonly Claim[] {
    return this.claims('describes', id);
  }

  private claims(side: 'describes' | 'subject', id: string): readonly Claim[] {
    return cached(this.kept[side], id, () => (side === 'describes' ? this.gathered.describing(id) : this.gathered.saidOf(id)));
  }

  private node({ id, kind, label, ...more }: Identity): EntityNode {
    return { id, kind, label, labels: [], intended: false, columns: { ...this.headers.get(id), ...more } };
  }
}

function claimsKept(): LRUCache<string, readonly Claim[]> {
  return new LRUCache({ maxSize: KEPT, maxEntrySize: MOST, sizeCalculation: ({ length }) => length + 1 });
}
