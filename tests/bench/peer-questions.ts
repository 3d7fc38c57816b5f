import { encodeCursor, signature } from '../../src/graphql/cursor.js';

/** An operation in both forms, and how the answer of each reads as the same plain value. */
export interface PeerQuestion {
  readonly name: string;
  readonly operation: string;
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What is compared of the operation's data; rows of the statement are compared as they are. */
  readonly read: (data: never) => unknown;
}

interface Named {
  readonly id: string;
}

interface Listed {
  readonly nodes: readonly Named[];
  readonly totalCount?: number;
}

const ids = (nodes: readonly Named[]) => nodes.map(({ id }) => id);
const sorted = (nodes: readonly Named[]) => ids(nodes).sort();
const row = (...values: unknown[]) => [values];
const rows = (nodes: readonly Named[]) => ids(nodes).map((id) => [id]);

const MONTH = { from: '1990-05-01', to: '1990-05-28' };
const YEARS = { from: '1960-01-01', to: '1969-12-28' };

/** Ten operations, of a person, of a hub that is at a quarter of all events, and of everything. */
export function peerQuestions(person: string, hub: string, deep: { readonly sort: string; readonly id: string }): readonly PeerQuestion[] {
  const place = `${deep.sort}\t${deep.id}`;
  const range = ({ from, to }: typeof MONTH) => `{ from: "${from}", to: "${to}" }`;
  const days = ({ from, to }: typeof MONTH) => ({ from, to: `${to}\u{10FFFF}` });
  return [
    {
      name: 'by id',
      operation: `{ person(id: "${person}") { id label } }`,
      cypher: 'MATCH (p:Entity {id: $id}) RETURN p.id, p.label',
      parameters: { id: person },
      read: ({ person: { id, label } }: { person: Named & { label: string } }) => row(id, label),
    },
    {
      name: '20 events with participants and places',
      operation: '{ events(first: 20) { nodes { id participants { nodes { id } } places { nodes { id } } } } }',
      cypher: `MATCH (e:Event) WHERE e.byDate > '' WITH e ORDER BY e.byDate DESC LIMIT 20
        RETURN e.id, COLLECT { MATCH (p)-[:TOOK_PART]->(e) RETURN p.id ORDER BY p.id }, COLLECT { MATCH (e)-[:HELD_IN]->(y) RETURN y.id ORDER BY y.id }`,
      parameters: {},
      read: ({ events: { nodes } }: { events: { nodes: (Named & { participants: Listed; places: Listed })[] } }) =>
        nodes.map(({ id, participants, places }) => [id, sorted(participants.nodes), sorted(places.nodes)]),
    },
    {
      name: "a hub's first 20 and count",
      operation: `{ country(id: "${hub}") { events(first: 20) { totalCount nodes { id } } } }`,
      cypher: `MATCH (c:Entity {id: $id})
        RETURN COUNT { (c)-[:TOOK_PART]->() }, COLLECT { MATCH ()-[r:TOOK_PART]->(e) WHERE r.from = $id AND r.place > '' RETURN e.id ORDER BY r.from DESC, r.place DESC LIMIT 20 }`,
      parameters: { id: hub },
      read: ({ country: { events } }: { country: { events: Listed } }) => row(events.totalCount, ids(events.nodes)),
    },
    {
      name: 'count with two filters',
      operation: `{ events(where: { kind: [MEETING], when: ${range(MONTH)} }) { totalCount } }`,
      cypher: 'MATCH (e:Meeting) WHERE e.byDate >= $from AND e.byDate <= $to RETURN count(e)',
      parameters: days(MONTH),
      read: ({ events: { totalCount } }: { events: Listed }) => row(totalCount),
    },
    {
      name: 'count of all',
      operation: '{ events { totalCount } }',
      cypher: 'MATCH (e:Event) RETURN count(e)',
      parameters: {},
      read: ({ events: { totalCount } }: { events: Listed }) => row(totalCount),
    },
    {
      name: 'whom one met',
      operation: `{ people(first: 100, where: { not: { id: ["${person}"] }, events: { some: { event: { participants: { some: { entity: { id: ["${person}"] } } } } } } }) { nodes { id } } }`,
      cypher: `MATCH (:Entity {id: $id})-[:TOOK_PART]->()<-[:TOOK_PART]-(p:Person) WHERE p.id <> $id
        WITH DISTINCT p ORDER BY p.byLabel LIMIT 100 RETURN p.id`,
      parameters: { id: person },
      read: ({ people: { nodes } }: { people: Listed }) => rows(nodes),
    },
    ...(
      [
        ["a person's events in a range", 'person', person],
        ["a hub's events in a range", 'country', hub],
      ] as const
    ).map(([name, field, id]): PeerQuestion => ({
      name,
      operation: `{ it: ${field}(id: "${id}") { events(first: 20, where: { event: { when: ${range(YEARS)} } }) { nodes { id } } } }`,
      cypher: 'MATCH ()-[r:TOOK_PART]->(e) WHERE r.from = $id AND r.place >= $from AND r.place <= $to RETURN e.id ORDER BY r.from DESC, r.place DESC LIMIT 20',
      parameters: { id, ...days(YEARS) },
      read: ({ it: { events } }: { it: { events: Listed } }) => rows(events.nodes),
    })),
    {
      name: 'four levels of ten',
      operation: `{ country(id: "${hub}") { events(first: 10) { nodes { participants(first: 10) { nodes { ... on Person { events(first: 10) { nodes { participants(first: 10) { nodes { id } } } } } } } } } } }`,
      cypher: `MATCH ()-[r:TOOK_PART]->(e) WHERE r.from = $id AND r.place > '' WITH e, r ORDER BY r.from DESC, r.place DESC LIMIT 10
        CALL (e) { MATCH (p:Person)-[s:TOOK_PART]->(e) RETURN p ORDER BY s.place DESC LIMIT 10 }
        CALL (p) { MATCH (p)-[s:TOOK_PART]->(f) RETURN f ORDER BY s.place DESC LIMIT 10 }
        CALL (f) { MATCH (q)-[s:TOOK_PART]->(f) RETURN q ORDER BY s.place DESC LIMIT 10 }
        RETURN DISTINCT q.id ORDER BY q.id`,
      parameters: { id: hub },
      read: (data: unknown) => [...new Set([...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id))].sort().map((id) => [id]),
    },
    {
      name: 'a page after nine tenths',
      operation: `{ events(first: 20, after: "${encodeCursor(signature(['Event', null, 'DATE_DESC', 'EXCLUDE']), deep)}") { nodes { id } } }`,
      cypher: 'MATCH (e:Event) WHERE e.byDate < $place RETURN e.id ORDER BY e.byDate DESC LIMIT 20',
      parameters: { place },
      read: ({ events: { nodes } }: { events: Listed }) => rows(nodes),
    },
  ];
}
