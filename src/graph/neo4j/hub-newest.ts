import { compareText } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { GraphReader, Neighbour, NeighbourCount, NeighbourhoodQuestion } from '../store.js';

/** From here on, sorting all relationships of an entity takes longer than reading the newest of each type by its index. */
export const LARGE_HUB = 20_000;

/**
 * The newest relationships of a hub: of each type and direction that it has, a page from the index, and of these the
 * newest. As many round trips, at once, as it has types asked for, whatever its degree.
 */
export async function newestAround(
  reader: Pick<GraphReader, 'expand'>,
  vocabulary: Vocabulary,
  { types, intended, limit }: NeighbourhoodQuestion,
  id: string,
  counts: readonly NeighbourCount[],
): Promise<readonly Neighbour[]> {
  const plain = { linkFilter: [], farFilter: [], descending: true, first: limit };
  const lists = counts
    .filter(({ type }) => types.includes(type) && vocabulary.relationship(type) !== undefined)
    .flatMap(({ type, direction, count, intended: plans }) => [
      ...(intended !== 'ONLY' && count > 0 ? [{ ...plain, type, direction, intended: false }] : []),
      ...(intended !== 'EXCLUDE' && plans > 0 ? [{ ...plain, type, direction, intended: true }] : []),
    ]);
  const pages = await Promise.all(lists.map((question) => reader.expand(question, [{ id, after: null }])));
  const found = pages
    .flatMap((page) => page.flatMap(({ items }) => items))
    .map(({ link, far }): [string, Neighbour] => [link.key, { link, far: far.id, kind: far.kind }]);
  return [...new Map(found).values()].sort((a, b) => compareText(b.link.at, a.link.at) || compareText(b.link.key, a.link.key)).slice(0, limit);
}
