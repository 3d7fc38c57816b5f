import { statesOf } from '../graph/filter.js';
import { oneCount } from '../graph/united.js';
import type { EntityNode } from '../model/graph.js';
import { compareText } from '../model/text.js';
import type { Kind, Reading, Vocabulary } from '../model/vocabulary.js';
import { badInput } from './errors.js';
import { endsOf, relationshipBy, wholeOf, type Whole } from './facets.js';
import type { Input, LinkFilters } from './filters.js';
import { constant } from './names.js';
import type { Publisher } from './publisher.js';
import type { Scope } from './scope.js';

/**
 * The entities of a whole list, those first that have relationships with most others that pass `some`, then by label. Of a
 * kind, `by` is one of its relationships, as its groups are called; of any, a type, on whichever side an entity stands in it.
 */
export async function rankedBy(publisher: Publisher, kind: Kind | null, list: Whole, by: string, some: unknown): Promise<readonly EntityNode[]> {
  const readingsOf = kind ? always(publisher, kind, by) : standingIn(publisher.vocabulary, by);
  const filters = new Map<Reading, LinkFilters>();
  const filtersOf = (reading: Reading) => {
    const made = filters.get(reading) ?? publisher.filters.ofLinks(list.scope, reading, some as Input | undefined, list.scope.intended);
    filters.set(reading, made);
    return made;
  };
  const counted = (await wholeOf(list)).map(async (entity) => ({
    entity,
    count: await oneCount(readingsOf(entity).map((reading) => othersOf(list.scope, reading, filtersOf(reading), entity))),
  }));
  return (await Promise.all(counted))
    .sort(
      (a, b) =>
        b.count - a.count || compareText(String(a.entity.columns['sortLabel']), String(b.entity.columns['sortLabel'])) || compareText(a.entity.id, b.entity.id),
    )
    .map(({ entity }) => entity);
}

function always(publisher: Publisher, kind: Kind, by: string): () => readonly Reading[] {
  const reading = relationshipBy(publisher, kind, by);
  if (!reading) throw badInput(`most: ${by} is no relationship; name one, such as ${constant(publisher.vocabulary.readings(kind)[0]?.field ?? '')}`);
  return () => [reading];
}

function standingIn(vocabulary: Vocabulary, type: string): (entity: EntityNode) => readonly Reading[] {
  const readings = new Map(
    vocabulary.kinds.map((kind) => [kind.name, vocabulary.readings(kind).filter(({ relationship }) => relationship.type === type)] as const),
  );
  return ({ kind }) => readings.get(kind) ?? [];
}

/** How many stand at the far ends; only where two may have several such relationships are these read, as many as facets read. */
async function othersOf(scope: Scope, reading: Reading, filters: LinkFilters, entity: EntityNode): Promise<number> {
  const { relationship, direction } = reading;
  if (relationship.distinguishedBy.length > 0) return new Set((await endsOf(scope, reading, entity, filters)).map(({ id }) => id)).size;
  const set = { type: relationship.type, direction, ...filters };
  return oneCount(statesOf(scope.intended).map((intended) => scope.degree({ ...set, intended }, entity.id)));
}
