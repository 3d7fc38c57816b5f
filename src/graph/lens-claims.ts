import type { Claim } from '../model/claim.js';
import { batches } from '../model/groups.js';
import { authorships, sourceSeen, worksOf, type Lens } from '../model/lens.js';
import { namedBy } from '../model/ends.js';
import type { Dataset, Source } from '../model/dataset.js';
import type { EntityNode } from '../model/graph.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { compareText } from '../model/text.js';
import { identityOf, sourceOf } from './dataset-of.js';
import { among, LensUnavailable, readClaims, type Wanted } from './read-claims.js';
import type { ExpandKey, GraphReader } from './store.js';

/** How many sources, or entities, one round trip brings. */
const PAGE = 2_000;

/**
 * What a lens needs of a graph that is too large to be read whole: the claims of the sources that it shows and, where it
 * shows one party's view alone, only those that the party makes. The store narrows them, by parameters of its statements,
 * and is asked how many there are before any is read. Throws LensUnavailable when there are more than `most`.
 */
export async function claimsThrough(vocabulary: Vocabulary, reader: GraphReader, lens: Lens, most: number): Promise<Dataset> {
  const sources = await sourcesOf(vocabulary, reader, most);
  const shown = sources.filter((source) => sourceSeen(lens, source) !== 'NO').map(({ id }) => id);
  const { accordingTo: party, fallback } = lens;
  const authorship = party === null ? [] : await readClaims(reader, { side: 'object', ids: [party], filter: among('predicate', authorships(vocabulary)) });
  const works = party === null ? new Set<string>() : worksOf(vocabulary, { claims: authorship }, party);
  const wanted: readonly Wanted[] =
    party === null || fallback === 'OTHERS'
      ? [{ side: 'source', ids: shown, filter: [] }]
      : [
          { side: 'assertedBy', ids: [party], filter: among('source', shown) },
          { side: 'source', ids: shown.filter((id) => works.has(id)), filter: [[{ column: 'assertedBy', op: 'AT_LEAST', values: [''], negated: true }]] },
        ];
  const counts = await Promise.all(wanted.map(({ side, ids, filter }) => reader.claimCounts({ side, filter }, ids)));
  const total = counts.flatMap((found) => [...found.values()]).reduce((sum, count) => sum + count, 0);
  if (total > most) {
    throw new LensUnavailable(`a lens shows at most ${String(most)} claims, and this one shows up to ${String(total)}; name fewer sources, or a party`);
  }
  const found = (await Promise.all(wanted.map((part) => readClaims(reader, part)))).flat();
  const claims = [...new Map([...authorship, ...found].map((claim) => [claim.id, claim])).values()].sort((a, b) => compareText(a.id, b.id));
  return { identities: await identitiesOf(vocabulary, reader, sources, claims), sources, claims };
}

/** Every source of a graph, with its header. */
async function sourcesOf(vocabulary: Vocabulary, reader: GraphReader, most: number): Promise<readonly Source[]> {
  const kinds = vocabulary.kinds.filter(({ properties }) => Object.values(properties).some(({ given }) => given));
  const found = new Map<string, Source>();
  for (const { name } of kinds) {
    for (let after: ExpandKey['after'] = null; ;) {
      const { items, more } = await reader.list({ label: name, filter: [], intended: false, sort: 'sortLabel', descending: false, first: PAGE, after });
      for (const entity of items) {
        const source = sourceOf(vocabulary, entity);
        if (source) found.set(source.id, source);
      }
      if (found.size > most) throw new LensUnavailable(`a lens needs at most ${String(most)} sources to choose from`);
      const last = items.at(-1);
      if (!more || !last) break;
      after = { sort: String(last.columns['sortLabel']), id: last.id };
    }
  }
  return [...found.values()];
}

async function identitiesOf(vocabulary: Vocabulary, reader: GraphReader, sources: readonly Source[], claims: readonly Claim[]): Promise<Dataset['identities']> {
  const ids = [...new Set([...sources.map(({ id }) => id), ...claims.flatMap((claim) => namedBy(vocabulary, claim))])];
  const found: EntityNode[] = [];
  for (const batch of batches(ids, PAGE)) for (const entity of (await reader.entities(batch)).values()) found.push(entity);
  return found.map(identityOf);
}
