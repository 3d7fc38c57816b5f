import { passes } from '../graph/filter.js';
import { normalForm } from '../graph/normal-form.js';
import { MOST_CANDIDATES, searchNames } from '../graph/search.js';
import type { EntityNode } from '../model/graph.js';
import type { PageArgs } from './cursor.js';
import { entitiesAtHand, listType, type EntityList } from './entity-lists.js';
import { badInput } from './errors.js';
import { certainty as certaintyTest } from './filters.js';
import { priced } from './price.js';
import type { Publisher } from './publisher.js';
import { scopeOf, type Scope } from './scope.js';

const LONGEST_SEARCH = 200;

interface Wanted {
  readonly text: string;
  /** The kinds and families looked among; null for all. */
  readonly kinds: readonly string[] | null;
  readonly certainty: readonly string[] | null;
}

/** Publishes the root fields that find entities: one by its id, all by their names. */
export function publishSearch(publisher: Publisher): void {
  const { builder, entity } = publisher;
  builder.queryField('entity', (t) =>
    t.field({
      type: entity,
      nullable: true,
      description: 'The entity with this id, of any kind.',
      args: { id: t.arg.id({ required: true, description: 'An id such as person/to-lam.' }) },
      resolve: (root, { id }, request) => scopeOf(root, request).entity(id),
    }),
  );
  builder.queryField('search', (t) =>
    t.field({
      type: listType(publisher, null),
      extensions: priced(100),
      description: `Finds entities by a name or alias or a part of one, in any script; capitals, accents and the ends of words do not count. Best first; at most ${String(MOST_CANDIDATES)} are counted.`,
      args: {
        ...t.arg.connectionArgs(),
        text: t.arg.string({ required: true, description: `The name or its beginning, at most ${String(LONGEST_SEARCH)} characters.` }),
        kind: t.arg({ type: [publisher.kindEnum], required: false, description: 'Only entities of these kinds.' }),
        certainty: t.arg({
          type: [publisher.wheres.certainty],
          required: false,
          description: 'Only what is so for sure, or only what may be; within a view with asOf or knownBy.',
        }),
      },
      resolve: (root, { text, kind, certainty, ...args }, request) =>
        search(scopeOf(root, request), { text, kinds: kind ?? null, certainty: certainty ?? null }, args),
    }),
  );
}

function search(scope: Scope, { text, kinds, certainty }: Wanted, args: PageArgs): EntityList {
  const filter = certainty ? normalForm(certaintyTest(scope, certainty)) : [];
  if (Array.from(text).length > LONGEST_SEARCH) throw badInput(`text: at most ${String(LONGEST_SEARCH)} characters, got ${String(Array.from(text).length)}`);
  let found: Promise<readonly EntityNode[]> | undefined;
  return entitiesAtHand(
    scope,
    ['search', text, kinds, certainty],
    args,
    () =>
      (found ??= searchNames(scope.vocabulary, scope.reader, text, kinds ?? undefined).then((all) =>
        all.map(({ entity }) => entity).filter(({ columns }) => passes(filter, (column) => columns[column])),
      )),
  );
}
