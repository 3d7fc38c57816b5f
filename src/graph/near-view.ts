import type { Claim } from '../model/claim.js';
import { batches } from '../model/groups.js';
import { hasCertainty, type Lens } from '../model/lens.js';
import type { EntityNode } from '../model/graph.js';
import type { Certainty } from '../model/projection.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { ClaimsAround } from './claims-around.js';
import { lensView, type LensView } from './lens-view.js';
import { NearLists } from './near-lists.js';
import { withoutLinkTests } from './nested-filter.js';
import { among, readClaims, tooMany } from './read-claims.js';
import {
  placeOf,
  qualifierSides,
  type ClaimQuestion,
  type ClaimSet,
  type ClaimSide,
  type EntitySet,
  type Expanded,
  type ExpandKey,
  type ExpandQuestion,
  type Facet,
  type GraphReader,
  type LinkSet,
  type ListQuestion,
  type NeighbourCount,
  type Neighbourhood,
  type NeighbourhoodQuestion,
  type Page,
  type SearchQuestion,
} from './store.js';
import { turns } from './turns.js';

/** Of how many entities the claims are read at once. */
const IDS = 20;

/** How many claims are read first to see whether an entity is there and certain; then so many times more. */
const FIRST_WITNESSES = 20;
const MORE_WITNESSES = 8;

/** How many claims one question may read at most. */
const MOST_READ = 20_000;

/**
 * A graph of any size as seen through a lens by one request: each question is answered by projecting the claims around
 * what it asks for, as they are read from the store. So an entity with its facts, its relationships and its claims costs
 * the same however large the graph is. Throws LensUnavailable where a question hangs on too many claims.
 */
export class NearView implements GraphReader {
  readonly signal?: AbortSignal;
  readonly lens: Lens;
  private readonly vocabulary: Vocabulary;
  private readonly plain: GraphReader;
  private readonly most: number;
  private readonly lists: NearLists;
  private readonly certainties = new Map<string, Certainty>();

  constructor(vocabulary: Vocabulary, plain: GraphReader, lens: Lens, most = MOST_READ) {
    this.vocabulary = vocabulary;
    this.plain = plain;
    this.lens = lens;
    this.most = most;
    this.lists = new NearLists(vocabulary, plain, lens, (ids) => this.entities(ids));
    if (plain.signal) this.signal = plain.signal;
  }

  /** Whether a lens can be looked through piece by piece: of one party's view alone, all of a source decides whether it shows. */
  static suits({ accordingTo, fallback }: Lens): boolean {
    return accordingTo === null || fallback === 'OTHERS';
  }

  /** How sure a claim that this view has shown is; null where the lens does not look at time. */
  certaintyOf(claimId: string): Certainty | null {
    return hasCertainty(this.lens) ? (this.certainties.get(claimId) ?? null) : null;
  }

  async entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>> {
    const there = [...(await this.plain.entities([...new Set(ids)])).keys()];
    const found = new Map<string, EntityNode>();
    for (const batch of batches(there, IDS)) for (const entity of await this.settled(batch, 0)) found.set(entity.id, entity);
    return new Map(ids.flatMap((id) => entry(id, found.get(id))));
  }

  async list(question: ListQuestion): Promise<Page<EntityNode>> {
    return this.lists.list({ ...question, filter: await withoutLinkTests(this, question.filter) });
  }

  async count(set: EntitySet): Promise<number> {
    return this.lists.count({ ...set, filter: await withoutLinkTests(this, set.filter) });
  }

  async facets(set: EntitySet, column: string): Promise<readonly Facet[]> {
    return this.lists.facets({ ...set, filter: await withoutLinkTests(this, set.filter) }, column);
  }

  async expand(question: ExpandQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Expanded>[]> {
    const view = await this.withLinks(
      keys.map(({ id }) => id),
      [question.type],
    );
    return view.expand({ ...question, farFilter: await withoutLinkTests(this, question.farFilter) }, keys);
  }

  async degrees(set: LinkSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const farFilter = await withoutLinkTests(this, set.farFilter);
    return (await this.withLinks(ids, [set.type])).degrees({ ...set, farFilter }, ids);
  }

  async neighbourhood(question: NeighbourhoodQuestion, ids: readonly string[]): Promise<ReadonlyMap<string, Neighbourhood>> {
    const view = await this.withLinks(ids, question.types);
    const found = await view.neighbourhood(question, ids);
    const alone = await this.entities(ids.filter((id) => !found.has(id)));
    return new Map(
      ids.flatMap((id) => {
        const entity = alone.get(id);
        return entry(id, found.get(id) ?? (entity && { kind: entity.kind, degree: 0, neighbours: [] }));
      }),
    );
  }

  async neighbourCounts(ids: readonly string[]): Promise<ReadonlyMap<string, readonly NeighbourCount[]>> {
    const types = this.vocabulary.relationships.map(({ type }) => type);
    return (await this.withLinks(ids, types)).neighbourCounts(ids);
  }

  async claims(factKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Claim[]>> {
    const found = await this.plain.claims(factKeys);
    const view = await this.around([], [...new Set([...found.values()].flat())]);
    return view.claims(factKeys);
  }

  async claimsById(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    const found = await this.plain.claimsById(ids);
    return (await this.around([], [...found.values()])).claimsById(ids);
  }

  /** Claims stand in the same order whatever the lens, so pages are read on until one is full. */
  async claimPages(question: ClaimQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Claim>[]> {
    const pages: Page<Claim>[] = [];
    for (const key of keys) pages.push(await this.claimPage(question, key));
    return pages;
  }

  async claimCounts({ filter, ...set }: ClaimSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const id of ids) {
      const shown = await this.shown(await readClaims(this.plain, { ...set, ids: [id], filter }, this.most));
      counts.set(id, shown.length);
    }
    return counts;
  }

  /** By the names that entities have without the lens, as far as it shows them. */
  async search(question: SearchQuestion): Promise<readonly EntityNode[]> {
    const found = await this.plain.search({ ...question, label: '' });
    const ids = new Set(found.map(({ id }) => id));
    const view = await this.around([...ids], []);
    const named = await view.search(question);
    return [...(await this.entities(named.flatMap(({ id }) => (ids.has(id) ? [id] : [])))).values()];
  }

  private async claimPage({ first, ...question }: ClaimQuestion, { id, after }: ExpandKey): Promise<Page<Claim>> {
    const items: Claim[] = [];
    const size = Math.max(first, IDS);
    for (let read = 0, from = after; ; read += size) {
      if (read > this.most) throw tooMany(this.most);
      const [page] = await this.plain.claimPages({ ...question, first: size }, [{ id, after: from }]);
      for (const claim of await this.shown(page?.items ?? [])) items.push(claim);
      const last = page?.items.at(-1);
      if (items.length > first) return { items: items.slice(0, first), more: true };
      if (!page?.more || !last) return { items, more: false };
      from = { sort: placeOf(last), id: last.id };
    }
  }

  /** Those of some claims that the lens shows, in their order. */
  private async shown(claims: readonly Claim[]): Promise<readonly Claim[]> {
    const shown: Claim[] = [];
    for (const batch of batches(claims, 10 * IDS)) {
      const view = await this.around([], batch);
      const found = await view.claimsById(batch.map(({ id }) => id));
      shown.push(...found.values());
    }
    return shown;
  }

  /** Entities as they are seen; more of the claims that name them are read as long as it is open whether they are there, and certain. */
  private async settled(ids: readonly string[], witnesses: number): Promise<readonly EntityNode[]> {
    const { claims, open } = await this.witnesses(ids, witnesses);
    const view = await this.around(ids, claims);
    const found = await view.entities(ids);
    const isSettled = (id: string) => !open.has(id) || (found.has(id) && found.get(id)?.columns['certainty'] !== 'POSSIBLE');
    const unsettled = ids.filter((id) => !isSettled(id));
    const further = unsettled.length > 0 ? await this.settled(unsettled, Math.max(FIRST_WITNESSES, witnesses * MORE_WITNESSES)) : [];
    return [...ids.filter(isSettled).flatMap((id) => found.get(id) ?? []), ...further];
  }

  /** Claims that name the entities, at most so many on each side, and of which entities there are more. */
  private async witnesses(ids: readonly string[], first: number): Promise<{ readonly claims: readonly Claim[]; readonly open: ReadonlySet<string> }> {
    if (first === 0) return { claims: [], open: new Set(ids) };
    if (first > this.most) throw tooMany(this.most);
    const sides: readonly ClaimSide[] = ['subject', 'object', 'assertedBy', ...qualifierSides(this.vocabulary)];
    const keys = ids.map((id) => ({ id, after: null }));
    const pages = await Promise.all(sides.map((side) => this.plain.claimPages({ side, filter: [], descending: false, first }, keys)));
    const open = ids.filter((_id, at) => pages.some((side) => side[at]?.more === true));
    return { claims: pages.flat().flatMap(({ items }) => items), open: new Set(open) };
  }

  /** Entities with their relationships of some types; the far ends are as they are seen. */
  private async withLinks(ids: readonly string[], types: readonly string[]): Promise<LensView> {
    const filter = among('predicate', types);
    const claims = (
      await Promise.all((['subject', 'object'] as const).map((side) => readClaims(this.plain, { side, ids: [...new Set(ids)], filter }, this.most)))
    ).flat();
    const view = await this.around(ids, claims);
    if (!hasCertainty(this.lens)) return view;
    const near = new Set(ids);
    const fars = claims.flatMap(({ subject, object }) => [
      ...(object !== null && near.has(subject) ? [object] : []),
      ...(object !== null && near.has(object) ? [subject] : []),
    ]);
    const open = [...(await view.entities([...new Set(fars)])).values()].filter(({ columns }) => columns['certainty'] === 'POSSIBLE').map(({ id }) => id);
    const seen = await this.entities(open);
    const none = { put: [], remove: [] };
    if (seen.size > 0) await view.apply({ entities: { put: [...seen.values()], remove: [] }, links: none, claims: none });
    return view;
  }

  private async around(ids: readonly string[], claims: readonly Claim[]): Promise<LensView> {
    const { dataset, dated } = await new ClaimsAround(this.vocabulary, this.plain, this.most).around(ids, claims, this.lens);
    const isTold = ({ subject, object }: Claim) => dated.has(subject) && (object === null || dated.has(object));
    const view = await turns.take(lensView(this.vocabulary, dataset, this.lens, { revision: '', isTold }), this.signal);
    for (const { id } of view.dataset.claims) {
      const certainty = view.certaintyOf(id);
      if (certainty !== null) this.certainties.set(id, certainty);
    }
    return view;
  }
}

function entry<T>(id: string, found: T | undefined): readonly (readonly [string, T])[] {
  return found === undefined ? [] : [[id, found]];
}
