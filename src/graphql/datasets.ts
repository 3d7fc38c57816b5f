import type { EntityNode } from '../model/graph.js';
import { hintOrAll } from '../model/text.js';
import { SEEDS } from '../model/dataset.js';
import { badInput } from './errors.js';
import { atMost, priced } from './price.js';
import type { Publisher } from './publisher.js';
import { scopeOf, type Scope } from './scope.js';

/** More sources than this are not grouped. */
const MOST_SOURCES = 1_000;
const MOST_DATASETS = 100;

interface DatasetHandle {
  readonly scope: Scope;
  readonly name: string;
  readonly sources: readonly EntityNode[];
}

/** Publishes `datasets`: what the graph is filled from. */
export function publishDatasets(publisher: Publisher): void {
  const { builder } = publisher;
  const text = ({ sources: [first] }: DatasetHandle, column: string): string | null => {
    const value = first?.columns[column];
    return typeof value === 'string' ? value : null;
  };
  const dataset = builder.objectRef<DatasetHandle>('Dataset').implement({
    description: 'A named set of claims with its own sources: the seeds, or one import.',
    fields: (t) => ({
      name: t.exposeString('name', { description: `What it is called; the documents are together called ${SEEDS}.` }),
      title: t.string({ nullable: true, description: 'Its title.', resolve: (it) => (it.name === SEEDS ? null : text(it, 'title')) }),
      licence: t.string({ nullable: true, description: 'The licence that its content is under.', resolve: (it) => text(it, 'licence') }),
      attribution: t.string({ nullable: true, description: 'Whom to name where its content is shown.', resolve: (it) => text(it, 'attribution') }),
      url: t.string({ nullable: true, description: 'Where it comes from.', resolve: (it) => (it.name === SEEDS ? null : text(it, 'url')) }),
      covered: t.field({ type: 'EDTF', nullable: true, description: 'The time that it covers.', resolve: (it) => text(it, 'covered') }),
      loaded: t.field({ type: 'Date', nullable: true, description: 'The day on which it was imported.', resolve: (it) => text(it, 'loaded') }),
      sha256: t.string({ nullable: true, description: 'A hash over its files.', resolve: (it) => (it.name === SEEDS ? null : text(it, 'sha256')) }),
      sourceCount: t.int({ description: 'How many sources it has.', resolve: ({ sources }) => sources.length }),
      claimCount: t.int({
        description: 'How many claims it makes.',
        extensions: priced(5),
        resolve: async ({ scope, sources }) => {
          const counts = await Promise.all(sources.map(({ id }) => scope.claimCount({ side: 'source', filter: [] }, id)));
          return counts.reduce((sum, count) => sum + count, 0);
        },
      }),
    }),
  });
  builder.queryField('datasets', (t) =>
    t.field({
      type: [dataset],
      extensions: { ...atMost(MOST_DATASETS), ...priced(20) },
      description: 'What the graph is filled from: the seeds, and each data set that was imported, with licence and attribution.',
      resolve: async (root, _args, request) => {
        const scope = scopeOf(root, request);
        const groups = await sourcesByDataset(scope);
        return [...groups].slice(0, MOST_DATASETS).map(([name, sources]) => ({ scope, name, sources }));
      },
    }),
  );
}

/** The sources of some data sets; refuses a name that none has. */
export async function sourcesOf(scope: Scope, names: readonly string[]): Promise<readonly string[]> {
  const groups = await sourcesByDataset(scope);
  return names.flatMap((name) => {
    const sources = groups.get(name);
    if (!sources) throw badInput(`there is no data set "${name}"${hintOrAll(name, groups.keys())}`);
    return sources.map(({ id }) => id);
  });
}

async function sourcesByDataset({ reader }: Scope): Promise<ReadonlyMap<string, readonly EntityNode[]>> {
  const question = { label: 'Source', filter: [], intended: false, sort: 'sortLabel', descending: false, first: MOST_SOURCES, after: null } as const;
  const { items } = await reader.list(question);
  const groups = new Map<string, EntityNode[]>([[SEEDS, []]]);
  for (const source of items) {
    const name = typeof source.columns['dataset'] === 'string' ? source.columns['dataset'] : SEEDS;
    groups.set(name, [...(groups.get(name) ?? []), source]);
  }
  return groups;
}
