import { statesOf } from '../../src/graph/filter.js';
import type { PathQuestion } from '../../src/graph/paths.js';
import type { Content } from '../../src/graph/store.js';
import type { Link } from '../../src/model/graph.js';
import type { Vocabulary } from '../../src/model/vocabulary.js';

export interface PlainPath {
  readonly entities: readonly string[];
  readonly price: number;
}

/** The k best paths by trying every one: what the search is compared with. Prices are written anew from their description. */
export function everyPath(vocabulary: Vocabulary, content: Content, question: PathQuestion, hub: number): readonly PlainPath[] {
  const { from, to, types, kinds, through, avoid, maxHops, k, rankBy, intended } = question;
  const kindOf = new Map(content.entities.map(({ id, kind }) => [id, kind]));
  const around = new Map<string, Map<string, Link[]>>();
  for (const link of content.links) {
    if (!types.includes(link.type) || !statesOf(intended).includes(link.intended)) continue;
    for (const [near, far] of [
      [link.from, link.to],
      [link.to, link.from],
    ] as const) {
      const neighbours = around.get(near) ?? new Map<string, Link[]>();
      around.set(near, neighbours);
      neighbours.set(far, [...(neighbours.get(far) ?? []), link]);
    }
  }
  const thousandths = (count: number) => Math.round(1_000 * Math.sqrt(Math.max(2, count)));
  const passing = (id: string) => {
    const neighbours = [...(around.get(id) ?? new Map<string, Link[]>()).values()];
    const degree = neighbours.reduce((sum, links) => sum + links.length, 0);
    const involved = neighbours.filter((links) => links.some(({ type }) => vocabulary.relationship(type)?.involves === true)).length;
    return thousandths(vocabulary.kind(kindOf.get(id) ?? '')?.record === true && degree <= hub ? involved : degree);
  };
  const found: (PlainPath & { readonly oldest: string; readonly halves: number })[] = [];
  const isRecord = (id: string) => vocabulary.kind(kindOf.get(id) ?? '')?.record === true;
  const areRecords = (names: readonly string[]) => names.some((name) => vocabulary.kind(name)?.record === true);
  const isAsked = (kind: string) => kinds === null || kinds.has(kind) || (areRecords([kind]) && !areRecords([...kinds]));
  const walk = (path: readonly string[], price: number, oldest: string, halves: number) => {
    const last = path.at(-1) ?? '';
    if (to.includes(last)) {
      if (through.every((id) => path.includes(id))) found.push({ entities: path, price, oldest, halves });
      return;
    }
    for (const [next, links] of around.get(last) ?? []) {
      const length = halves + (isRecord(last) || isRecord(next) ? 1 : 2);
      if (length > 2 * maxHops) continue;
      if (path.includes(next) || from.includes(next) || avoid.includes(next)) continue;
      const isEnd = to.includes(next);
      if (!isEnd && !isAsked(kindOf.get(next) ?? '') && !through.includes(next)) continue;
      const isLoose = links.every(({ type }) => vocabulary.relationship(type)?.loose === true);
      const isOwn = links.some((link) => from.includes(link.from) || to.includes(link.from));
      const newest = links.map(({ at }) => at).reduce((a, b) => (a > b ? a : b));
      walk([...path, next], price + (isLoose ? thousandths(isOwn ? 100 : 20) : 0) + (isEnd ? 0 : passing(next)), newest < oldest ? newest : oldest, length);
    }
  };
  for (const id of from) walk([id], 0, '9999', 0);
  const byHops = rankBy === 'FEWEST_HOPS';
  return found
    .sort((a, b) => {
      const hops = a.halves - b.halves;
      const price = a.price - b.price;
      const age = rankBy === 'MOST_RECENT' ? compare([b.oldest], [a.oldest]) : 0;
      return age || (byHops ? hops || price : price || hops) || compare(a.entities, b.entities);
    })
    .slice(0, k)
    .map(({ entities, price }) => ({ entities, price }));
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [at, id] of a.entries()) {
    const other = b[at] ?? '';
    if (id !== other) return id < other ? -1 : 1;
  }
  return 0;
}
