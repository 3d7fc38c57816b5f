import { claimColumn } from '../graph/claim-columns.js';
import type { ClaimsReader } from '../graph/claims-around.js';
import { passes } from '../graph/filter.js';
import type { ClaimQuestion, ExpandKey, Page } from '../graph/store.js';
import type { Claim } from '../model/claim.js';
import type { Identity } from '../model/dataset.js';
import type { EntityNode } from '../model/graph.js';
import type { Gathered } from './gathered.js';

/** How many claims, and how many identities, are kept for whoever asks for them again. */
const KEPT = 20_000;

/** Of an entity with more claims none are kept. */
const MOST = 2_000;

/** Answers what is asked of claims on the disk as a store answers it; of entities it tells what identities and headers say. */
export class GatheredReader implements ClaimsReader {
  private readonly gathered: Gathered;
  private readonly headers: ReadonlyMap<string, EntityNode['columns']>;
  private readonly kept = { describes: new Kept<readonly Claim[]>(), subject: new Kept<readonly Claim[]>(), identity: new Kept<Identity | null>() };

  constructor(gathered: Gathered) {
    this.gathered = gathered;
    this.headers = new Map(gathered.sources.map(({ id, header }) => [id, header as EntityNode['columns']]));
  }

  entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>> {
    const found = new Map<string, EntityNode>();
    for (const id of ids) {
      const identity = this.kept.identity.get(
        id,
        () => this.gathered.identity(id),
        () => 1,
      );
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
    return this.kept[side].get(
      id,
      () => (side === 'describes' ? this.gathered.describing(id) : this.gathered.saidOf(id)),
      ({ length }) => length + 1,
    );
  }

  private node({ id, kind, label, ...more }: Identity): EntityNode {
    return { id, kind, label, labels: [], intended: false, columns: { ...this.headers.get(id), ...more } };
  }
}

/** What was looked up last, as far as it is small. */
class Kept<T> {
  private readonly items = new Map<string, { readonly item: T; readonly size: number }>();
  private size = 0;

  get(key: string, look: () => T, sizeOf: (item: T) => number): T {
    const held = this.items.get(key);
    if (held) {
      // Put behind all others, so that what was not asked for longest goes first.
      this.items.delete(key);
      this.items.set(key, held);
      return held.item;
    }
    const item = look();
    const size = sizeOf(item);
    if (size > MOST) return item;
    this.items.set(key, { item, size });
    this.size += size;
    for (const [oldest, { size: freed }] of this.items) {
      if (this.size <= KEPT) break;
      this.items.delete(oldest);
      this.size -= freed;
    }
    return item;
  }
}
