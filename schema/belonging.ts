import { HeldOffice, OfficeOf } from './office.js';
import { UnitOf } from './organization.js';
import { AffiliatedWith, Person } from './person.js';
import { atMost, priced } from '../src/graphql/price.js';
import { extension } from '../src/graphql/publish.js';
import type { Subject } from '../src/graphql/scope.js';
import type { EntityNode } from '../src/model/graph.js';
import type { Relationship } from '../src/model/vocabulary.js';

/** How many bodies are told, and how many relationships of each sort are looked at. */
const MOST = 20;

/** How many bodies may stand within one another: a group of a service of an embassy of a ministry. */
const DEEPEST = 5;

export const belonging = extension((publisher) => {
  publisher.fields(Person, (t) => ({
    belongsTo: t.field({
      type: [publisher.entity],
      extensions: { ...atMost(MOST), ...priced(20) },
      description:
        'The narrowest bodies and places that the person belongs to or held an office of: none of which another one of them is a unit, or lies in. At most 20.',
      resolve: belongsTo,
    }),
  }));
});

async function belongsTo(person: Subject): Promise<Subject[]> {
  const [bodies, offices] = await Promise.all([AffiliatedWith, HeldOffice].map((relationship) => farEnds(person, relationship)));
  const ofOffices = await Promise.all((offices ?? []).map((office) => farEnds(person.scope.subject(office), OfficeOf)));
  const found = new Map([...(bodies ?? []), ...ofOffices.flat()].map((body) => [body.id, body]));
  const outer = await Promise.all([...found.values()].map((body) => outerOf(person.scope.subject(body))));
  const wider = new Set(outer.flatMap((ids) => [...ids]));
  return [...found.values()]
    .filter(({ id }) => !wider.has(id))
    .slice(0, MOST)
    .map((body) => person.scope.subject(body));
}

/** The ids of all bodies that a body is a unit of, and of all that these and it lie in. */
async function outerOf(body: Subject): Promise<ReadonlySet<string>> {
  const outer = new Set<string>();
  for (let depth = 0, next: readonly EntityNode[] = [body.entity]; depth < DEEPEST && next.length > 0; depth += 1) {
    for (const { columns } of next) for (const id of [columns['within'] ?? []].flat()) outer.add(String(id));
    const above = await Promise.all(next.map((own) => farEnds(body.scope.subject(own), UnitOf)));
    next = above.flat().filter(({ id }) => !outer.has(id));
    for (const { id } of next) outer.add(id);
  }
  outer.delete(body.entity.id);
  return outer;
}

async function farEnds({ scope, entity }: Subject, { type }: Relationship): Promise<readonly EntityNode[]> {
  const question = { type, direction: 'OUT' as const, intended: false, linkFilter: [], farFilter: [], descending: true, first: MOST };
  return (await scope.expand(question, { id: entity.id, after: null })).items.map(({ far }) => far);
}
