import type { Position } from '../graph/store.js';
import { passes } from '../graph/filter.js';
import { MOST_CANDIDATES, searchNames, type Hit } from '../graph/search.js';
import { certaintyFilter, publishItemCertainty } from './certainty.js';
import { connection, type Connection } from './connection.js';
import { LARGEST_PAGE, signature } from './cursor.js';
import { publishList, type Edge } from './list-type.js';
import type { Claim } from '../model/claim.js';
import { badInput } from './errors.js';
import type { ClaimHandle } from './evidence.js';
import { CERTAINTY, type Publisher } from './publisher.js';
import { scopeOf, type Scope, type Subject } from './scope.js';

const LONGEST_SEARCH = 200;

interface Wanted {
  readonly text: string;
  /** The label of a kind, or empty for all. */
  readonly label: string;
  readonly certainty: readonly string[] | null;
}

/** Publishes the root fields: by id, by name, and a list for each kind. */
export function publishQueries(publisher: Publisher): void {
  const { builder, vocabulary } = publisher;
  const entity = publisher.entity as never;

  builder.queryFields((t) => ({
    node: t.field({
      extensions: { mayBeAbsent: ['id'] },
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'Whatever has this id: an entity or a claim.',
      args: { id: t.arg.id({ required: true, description: 'An id such as city/versailles.' }) },
      resolve: async (root, { id }, request) => (await nodes(scopeOf(root, request), [id]))[0] ?? null,
    }),
    nodes: t.field({
      extensions: { mayBeAbsent: ['ids'] },
      type: [builder.nodeInterfaceRef()],
      nullable: { list: false, items: true },
      description: 'Whatever has these ids, in their order; null for what is not there.',
      args: { ids: t.arg.idList({ required: true, description: 'At most 100 ids.' }) },
      resolve: (root, { ids }, request) => {
        if (ids.length > LARGEST_PAGE) throw badInput(`ids: at most ${String(LARGEST_PAGE)} at once, got ${String(ids.length)}`);
        return nodes(scopeOf(root, request), ids);
      },
    }),
    entity: t.field({
      extensions: { mayBeAbsent: ['id'] },
      type: entity,
      nullable: true,
      description: 'The entity with this id.',
      args: { id: t.arg.id({ required: true, description: 'An id such as person/to-lam.' }) },
      resolve: (root, { id }, request) => scopeOf(root, request).entity(id) as never,
    }),
  }));

  const { edge, list } = publishList<Subject>(builder, {
    name: 'Search',
    about: 'What was found by name, best first.',
    edge: 'Something found by name.',
    node: 'What was found.',
    type: entity,
    total: `How many were found; at most ${String(MOST_CANDIDATES)} are counted.`,
  });
  publishItemCertainty(publisher, edge);
  builder.queryField('search', (t) =>
    t.field({
      type: list,
      description: 'Finds entities by name or alias, in any script; capitals, accents and the ends of words do not count.',
      args: {
        text: t.arg.string({ required: true, description: `The name or its beginning, at most ${String(LONGEST_SEARCH)} characters.` }),
        kind: t.arg({ type: publisher.kindEnum, required: false, description: 'Only entities of this kind.' }),
        certainty: t.arg({ type: [publisher.filters.certainty], required: false, description: CERTAINTY }),
        first: t.arg.int({ required: false, description: 'How many, 20 by default, at most 100.' }),
        after: t.arg.string({ required: false, description: 'Read on behind this cursor.' }),
      },
      resolve: (root, { text, kind, certainty, first, after }, request) => {
        const wanted = { text, label: (kind as string | null | undefined) ?? '', certainty: (certainty as string[] | null | undefined) ?? null };
        return search(scopeOf(root, request), wanted, first, after);
      },
    }),
  );

  for (const kind of vocabulary.kinds) {
    const lists = [
      { field: kind.plural, label: kind.name, about: kind.about },
      ...kind.labels.map(({ plural, label, about }) => ({ field: plural, label, about })),
    ];
    for (const { field, label, about } of lists) {
      builder.queryField(field, (t) =>
        t.field({
          type: publisher.listType(kind) as never,
          description: about,
          args: publisher.listArgs(t.arg as never, kind),
          resolve: (root, args, request) => publisher.list(scopeOf(root, request), kind, label, args) as never,
        }),
      );
    }
  }
}

async function nodes(scope: Scope, ids: readonly string[]): Promise<unknown[]> {
  const claimIds = ids.filter((id) => id.startsWith('claim/'));
  const claims = claimIds.length > 0 ? await scope.reader.claimsById(claimIds) : new Map<string, Claim>();
  return Promise.all(
    ids.map(async (id): Promise<ClaimHandle | Subject | null> => {
      const claim = claims.get(id);
      return claim ? { scope, claim } : scope.entity(id);
    }),
  );
}

function search(
  scope: Scope,
  { text, label, certainty }: Wanted,
  first: number | null | undefined,
  after: string | null | undefined,
): Connection<Edge<Subject>> {
  const filter = certaintyFilter(scope, certainty);
  if (Array.from(text).length > LONGEST_SEARCH) throw badInput(`text: at most ${String(LONGEST_SEARCH)} characters, got ${String(Array.from(text).length)}`);
  let found: Promise<readonly Hit[]> | undefined;
  const hits = () =>
    (found ??= searchNames(scope.vocabulary, scope.reader, text, label).then((all) =>
      all.filter(({ entity: { columns } }) => passes(filter, (column) => columns[column])),
    ));
  const isBehind = ({ sort, entity }: Hit, after: Position) => sort > after.sort || (sort === after.sort && entity.id > after.id);
  return connection<Hit, Edge<Subject>>({
    list: signature(['search', text, label, ...(certainty ?? [])]),
    first,
    after,
    fetch: async (size, position) => {
      const rest = (await hits()).filter((hit) => position === null || isBehind(hit, position));
      return { items: rest.slice(0, size), more: rest.length > size };
    },
    count: async () => (await hits()).length,
    position: ({ sort, entity }) => ({ sort, id: entity.id }),
    edge: ({ entity }, cursor) => ({ cursor, node: scope.subject(entity) }),
  });
}
