import type { Claim } from '../../model/claim.js';
import type { Link } from '../../model/graph.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { describedIn } from '../../model/intended.js';
import type { Change, ChangeSet } from '../store.js';

/** Where a claim belongs that is known by its id alone. */
export interface Belonging {
  readonly factKey: string;
  readonly describes: string;
}

/** What is written at once: a change set in the making. */
export interface Batch {
  readonly entities: { put: ChangeSet['entities']['put'][number][]; remove: string[] };
  readonly links: { put: Link[]; remove: string[] };
  readonly claims: { put: Claim[]; remove: string[] };
  size: number;
}

/** A batch that one large entity fills is cut between facts when it has so many times more items than others. */
const OVERFULL = 10;

/**
 * Cuts a change set into batches of about `size` items, so that whoever reads between two of them sees every entity as
 * it was or as it shall be: an entity stands in one batch with its claims and the relationships that describe it, each
 * with its claims. A relationship to an entity that is written later stands with that one; entities that go come last.
 */
export function partition(vocabulary: Vocabulary, { entities, links, claims }: ChangeSet, belongings: ReadonlyMap<string, Belonging>, size: number): Batch[] {
  const order = new Map(entities.put.map(({ id }, at) => [id, at]));
  const units = new Map<string, Map<string, Batch>>([...entities.put].map(({ id }) => [id, new Map()]));
  const leaving = new Map<string, Map<string, Batch>>(entities.remove.map((id) => [id, new Map()]));
  const homes = new Map<string, string>();
  const fact = (home: string, key: string): Batch => {
    const unit = leaving.get(home) ?? units.get(home) ?? new Map<string, Batch>();
    if (!leaving.has(home)) units.set(home, unit);
    const made = unit.get(key) ?? emptyBatch();
    unit.set(key, made);
    made.size += 1;
    return made;
  };
  for (const entity of entities.put) fact(entity.id, '').entities.put.push(entity);
  for (const link of links.put) {
    homes.set(link.key, laterOf(order, ...endsOf(vocabulary, link)));
    fact(homes.get(link.key) ?? '', link.key).links.put.push(link);
  }
  for (const key of links.remove) {
    const [type = '', from = '', to = ''] = key.split('|');
    homes.set(key, endsOf(vocabulary, { type, from, to })[0]);
    fact(homes.get(key) ?? '', key).links.remove.push(key);
  }
  for (const claim of claims.put) fact(homes.get(claim.factKey) ?? describedIn(vocabulary, claim), claim.factKey).claims.put.push(claim);
  for (const id of claims.remove) {
    const { factKey, describes } = belongings.get(id) ?? { factKey: '', describes: '' };
    fact(homes.get(factKey) ?? describes, factKey).claims.remove.push(id);
  }
  for (const id of entities.remove) fact(id, '').entities.remove.push(id);
  return batchesOf([...units.values(), ...leaving.values()], size);
}

function batchesOf(units: readonly ReadonlyMap<string, Batch>[], size: number): Batch[] {
  const batches: Batch[] = [];
  let open = emptyBatch();
  const close = () => {
    if (open.size > 0) batches.push(open);
    open = emptyBatch();
  };
  for (const unit of units) {
    for (const fact of unit.values()) {
      if (open.size >= size * OVERFULL) close();
      addTo(open, fact);
    }
    if (open.size >= size) close();
  }
  close();
  return batches;
}

/** When a batch is full: at so many items, or so many characters of JSON. */
export interface Full {
  readonly items: number;
  readonly length: number;
}

/**
 * Changes that come in order as batches that are full or little more, so that neither this process nor the database holds
 * much at once, be items many or large; one home is cut between facts where it fills a batch many times over.
 */
export function* batchesInOrder(changes: Iterable<Change>, full: Full): Generator<Batch> {
  let [open, length] = [emptyBatch(), 0];
  let last: Change | null = null;
  for (const change of changes) {
    const least = last?.home !== change.home ? 1 : last.fact !== change.fact ? OVERFULL : Infinity;
    if (Math.max(open.size / full.items, length / full.length) >= least) {
      yield open;
      [open, length] = [emptyBatch(), 0];
    }
    put(open, change);
    length += change.length;
    last = change;
  }
  if (open.size > 0) yield open;
}

function put(batch: Batch, change: Change): void {
  batch.size += 1;
  if (change.mark === '-') batch[change.sort].remove.push(change.sort === 'links' ? change.item.key : change.item.id);
  else if (change.sort === 'entities') batch.entities.put.push(change.item);
  else if (change.sort === 'links') batch.links.put.push(change.item);
  else batch.claims.put.push(change.item);
}

/** The end that a relationship describes, and the other. */
function endsOf(vocabulary: Vocabulary, { type, from, to }: Pick<Link, 'type' | 'from' | 'to'>): [string, string] {
  return vocabulary.relationship(type)?.describes === 'to' ? [to, from] : [from, to];
}

/** Entities that are not written are there already, and what is changed of them comes after all others. */
function laterOf(order: ReadonlyMap<string, number>, described: string, far: string): string {
  return (order.get(far) ?? -1) > (order.get(described) ?? Infinity) ? far : described;
}

function emptyBatch(): Batch {
  return { entities: { put: [], remove: [] }, links: { put: [], remove: [] }, claims: { put: [], remove: [] }, size: 0 };
}

function addTo(batch: Batch, part: Batch): void {
  addChanges(batch.entities, part.entities);
  addChanges(batch.links, part.links);
  addChanges(batch.claims, part.claims);
  batch.size += part.size;
}

function addChanges<T>(to: { readonly put: T[]; readonly remove: string[] }, from: { readonly put: readonly T[]; readonly remove: readonly string[] }): void {
  to.put.push(...from.put);
  to.remove.push(...from.remove);
}
