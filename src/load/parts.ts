import { ClaimsAround } from '../graph/claims-around.js';
import type { Content } from '../graph/store.js';
import type { Claim } from '../model/claim.js';
import type { Dataset, Source } from '../model/dataset.js';
import { compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Gathered } from './gathered.js';
import { GatheredReader } from './gathered-reader.js';
import { contentOf } from './plan.js';

/** A part of what a store should hold: the entities of a range of ids, with the relationships and claims that describe them. */
export interface Part {
  /** Its ids lie behind this one, and up to that one; the last part has no end. */
  readonly after: string;
  readonly until: string | null;
  readonly content: Content;
  /** What is said of them, and of what stands around them as far as they hang on it. */
  readonly dataset: Dataset;
}

/** Whether an id lies in the range of a part. */
export function isWithin({ after, until }: Pick<Part, 'after' | 'until'>, id: string): boolean {
  return compareText(id, after) > 0 && (until === null || compareText(id, until) <= 0);
}

/** A part is full when it has so many entities, or so many claims describe them. */
export const FULL = { entities: 1_000, claims: 2_000 };

/**
 * What a store should hold for data sets of any size, part by part in the order of ids: all parts together are what
 * `contentOf` makes of the whole. Takes memory for one part; an entity is never parted from the claims that describe it.
 */
export async function* partsOf(vocabulary: Vocabulary, gathered: Gathered, full: typeof FULL = FULL): AsyncGenerator<Part> {
  const reader = new GatheredReader(gathered);
  let [after, claims, ids, aside] = ['', 0, new Set<string>(), new Set<string>()];
  for (const [id, { isNamed, isAside }] of gathered.things.all()) {
    if (!isNamed) continue;
    if (ids.size >= full.entities || claims >= full.claims) {
      const until = [...ids].at(-1) ?? '';
      yield { after, until, ...(await partOf({ vocabulary, gathered, reader }, ids, aside)) };
      [after, claims, ids, aside] = [until, 0, new Set(), new Set()];
    }
    ids.add(id);
    if (isAside) aside.add(id);
    claims += reader.describing(id).length;
  }
  yield { after, until: null, ...(await partOf({ vocabulary, gathered, reader }, ids, aside)) };
}

interface Whole {
  readonly vocabulary: Vocabulary;
  readonly gathered: Gathered;
  readonly reader: GatheredReader;
}

async function partOf(
  { vocabulary, gathered, reader }: Whole,
  ids: ReadonlySet<string>,
  aside: ReadonlySet<string>,
): Promise<Pick<Part, 'content' | 'dataset'>> {
  const own = [...ids].flatMap((id): readonly Claim[] => reader.describing(id));
  const { dataset: around, dated } = await new ClaimsAround(vocabulary, reader, Infinity).around([...ids], own, { accordingTo: null });
  const claims = [...around.claims].sort((a, b) => compareText(a.id, b.id));
  // What only claims of other parts name is there as well: a source without a header touches it and says nothing.
  const stated = new Set(gathered.sources.map(({ id }) => id));
  const named = [...ids].filter((id) => !stated.has(id)).map((id): Source => ({ id, header: {}, sentences: [] }));
  const dataset = { identities: around.identities, sources: [...gathered.sources, ...named], claims };
  return { content: contentOf(vocabulary, dataset, { ids, aside, dated }), dataset };
}
