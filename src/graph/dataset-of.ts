import { identityWith } from '../model/identity.js';
import type { Dataset, Identity, Source } from '../model/dataset.js';
import type { EntityNode } from '../model/graph.js';
import type { Columns } from '../model/value.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { GraphReader, Page, Position, Testimony } from './store.js';

/** The data set that a store's content was projected from. */
export function datasetOf(vocabulary: Vocabulary, { entities, claims }: Testimony): Dataset {
  return {
    identities: entities.map(identityOf),
    sources: entities.flatMap((entity) => sourceOf(vocabulary, entity) ?? []),
    claims,
  };
}

/** What an entity is, whatever is claimed of it. */
export function identityOf({ id, kind, label, columns: { was, called, several } }: EntityNode): Identity {
  return identityWith({
    id,
    kind,
    label,
    was: was ? [was].flat().map(String) : undefined,
    called: typeof called === 'string' ? called : undefined,
    several: several === true,
  });
}

/** The source that an entity is; null for what has no header. */
export function sourceOf(vocabulary: Vocabulary, entity: EntityNode): Source | null {
  const header = headerOf(vocabulary, entity);
  return Object.keys(header).length > 0 ? { id: entity.id, header, sentences: sentencesOf(entity.columns) } : null;
}

/** What a source's header states: the properties that are given, not claimed. */
function headerOf(vocabulary: Vocabulary, { kind, columns }: EntityNode): Record<string, unknown> {
  const properties = Object.entries(vocabulary.kind(kind)?.properties ?? {});
  return Object.fromEntries(properties.flatMap(([name, { given }]) => (given && columns[name] !== undefined ? [[name, columns[name]]] : [])));
}

function sentencesOf(columns: Columns): Source['sentences'] {
  const list = (name: string) => (Array.isArray(columns[name]) ? columns[name].map(String) : []);
  const excuses = list('excuses');
  return list('sentences').map((span, index) => {
    const [start = 0, end = 0] = span.split('-').map(Number);
    return { start, end, excuse: excuses[index] === undefined || excuses[index] === '' ? null : excuses[index] };
  });
}

const PAGE = 500;

/** All sources that a store holds. */
export async function sourcesOf(vocabulary: Vocabulary, reader: GraphReader): Promise<Source[]> {
  const sources: Source[] = [];
  for (const { name } of vocabulary.roots.filter(({ properties }) => Object.values(properties).some(({ given }) => given))) {
    const question = { label: name, filter: [], intended: false, sort: 'sortLabel', descending: false, first: PAGE } as const;
    for (let after: Position | null = null, more = true; more;) {
      const page: Page<EntityNode> = await reader.list({ ...question, after });
      sources.push(...page.items.flatMap((entity) => sourceOf(vocabulary, entity) ?? []));
      const last = page.items.at(-1);
      after = last ? { sort: String(last.columns['sortLabel'] ?? ''), id: last.id } : null;
      more = page.more;
    }
  }
  return sources;
}
