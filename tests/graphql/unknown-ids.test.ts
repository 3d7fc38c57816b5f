import { getNamedType, GraphQLID, isInputObjectType, isObjectType, type GraphQLInputType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { content } from '../contract/invented.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { everything } from '../../src/load/plan.js';
import { over, schema, vocabulary, type Asked } from './asking.js';

let asked: Asked;
beforeAll(async () => {
  const store = new EmbeddedStore(vocabulary);
  await store.apply(everything(content));
  asked = over(store);
});

describe('an id that nothing has', () => {
  it.each([
    ['person/ada-oka', 'events(where: { involves: { all: [$id] } }) { totalCount }', 'person/ada-oak'],
    ['country/xz', 'cities(where: { within: { any: ["country/xa", $id] } }) { totalCount }', 'country/xa'],
    ['country/xanadu', 'countries(where: { id: [$id] }) { totalCount }', 'country/xa'],
    ['country/xanadu', 'country(id: $id) { label }', 'country/xa'],
    ['country/xanadu', 'entity(id: $id) { label }', 'country/xa'],
    ['person/ada-oka', 'view(asOf: "2017") { person(id: $id) { label } }', 'person/ada-oak'],
    ['country/xanadu', 'countries(where: { or: [{ named: "x" }, { not: { id: [$id] } }] }) { totalCount }', 'country/xa'],
    ['person/ada', 'people(where: { events: { some: { event: { participants: { some: { entity: { id: [$id] } } } } } } }) { totalCount }', 'person/ada-oak'],
    ['person/ada-oka', 'people(where: { events: { some: { represents: [$id] } } }) { totalCount }', 'person/ada-oak'],
    ['source/gazete', 'entity(id: "country/xa") { claims(where: { source: [$id] }) { totalCount } }', 'source/gazette'],
    ['source/gazete', 'view(source: [$id]) { people { totalCount } }', 'source/gazette'],
    ['source/gazete', 'disputes(source: [$id]) { totalCount }', 'source/gazette'],
    ['person/ada-oka', 'view(asOf: "2017") { events(where: { involves: { all: [$id] } }) { totalCount } }', 'person/ada-oak'],
    ['person/ada-oka', 'paths(from: ["country/xa"], to: ["country/xb"], avoid: [$id]) { outcome }', 'person/ada-oak'],
    ['person/ada-oka', 'timeline(of: { all: [$id] }) { totalCount }', 'person/ada-oak'],
    ['person/ada-oka', 'subgraph(around: [$id]) { ... on Subgraph { nodes { id } } }', 'person/ada-oak'],
    ['person/ada-oka', 'paths(from: [$id], to: ["country/xb"]) { paths { length } }', 'person/ada-oak'],
  ])('%s in %s is told, with the near miss %s', async (id, selection, near) => {
    const { errors } = await asked.ask(`query ($id: ID!) { ${selection} }`, { id });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['UNKNOWN_ID']);
    expect(errors[0]?.message).toContain(`there is no "${id}"`);
    expect(errors[0]?.message).toContain(`did you mean "${near}"?`);
  });

  it.each([
    ['Xanadu', 'countries(where: { id: [$id] }) { totalCount }', 'country/xa'],
    ['xanadu', 'country(id: $id) { label }', 'country/xa'],
    ['city/xanadu', 'entity(id: $id) { label }', 'country/xa'],
    ['재너두', 'timeline(of: { all: [$id] }) { totalCount }', 'country/xa'],
    ['xa', 'cities(where: { within: { any: [$id] } }) { totalCount }', 'country/xa'],
    ['Oak Ada', 'disputes(about: $id) { totalCount }', 'person/ada-oak'],
    ['President of Xanadu', 'people(where: { events: { some: { capacity: [$id] } } }) { totalCount }', 'office/xa-president'],
  ])('but a name, %s in %s, is told with what is called so, %s', async (id, selection, near) => {
    const { errors } = await asked.ask(`query ($id: ID!) { ${selection} }`, { id });
    expect(errors.map(({ message }) => message)).toEqual([`there is no "${id}"; did you mean "${near}"? It is called so`]);
  });

  it.each([
    ['claims(where: { source: [$id] }) { totalCount }', 'country/xa', 'Source'],
    ['disputes(source: [$id]) { totalCount }', 'country/xa', 'Source'],
    ['events(where: { participants: { some: { capacity: [$id] } } }) { totalCount }', 'person/ada-oak', 'Office'],
    ['countries(where: { cooperatesWith: { some: { or: [{ field: [$id] }] } } }) { totalCount }', 'country/xa', 'Topic'],
    ['person(id: "person/ada-oak") { met(with: [$id]) { totalCount } }', 'country/xa', 'Person'],
  ])('%s is refused where %s is no %s', async (selection, id, kind) => {
    const { errors } = await asked.ask(`query ($id: ID!) { ${selection} }`, { id });
    expect(errors.map(({ message }) => message)).toEqual([`"${id}" is no ${kind}`]);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('is told by a field that is asked what it did not find', async () => {
    const told = { unknown: [{ id: 'person/ada-oka' }] };
    const ask =
      '{ timeline(of: { any: ["person/ada-oka"] }) { ...T } subgraph(around: ["person/ada-oka"]) { ... { unknown { id } } } } fragment T on TimelineConnection { unknown { id } }';
    expect(await asked.get(ask)).toEqual({ timeline: told, subgraph: told });
  });

  it('is null where a client loads again what it knows by its id, as Relay wants it', async () => {
    expect(await asked.get('{ node(id: "country/xanadu") { id } nodes(ids: ["country/xa", "country/xanadu"]) { id } }')).toEqual({
      node: null,
      nodes: [{ id: 'country/xa' }, null],
    });
  });

  it('of another kind is told with the field to ask', async () => {
    const { errors } = await asked.ask('{ person(id: "country/xa") { label } }');
    expect(errors.map(({ message }) => message)).toEqual(['"country/xa" is no Person: ask country(id: "country/xa")']);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('under a lens that does not show it is no mistake', async () => {
    expect(await asked.get('{ view(source: ["source/herald"]) { country(id: "country/xc") { label } entity(id: "country/xc") { label } } }')).toEqual({
      view: { country: null, entity: null },
    });
    expect(await asked.get('{ view(source: ["source/herald"]) { events(where: {involves: {all: ["country/xc"]}}) { totalCount } } }')).toEqual({
      view: { events: { totalCount: 0 } },
    });
  });

  it('is found out by every argument that takes ids, but those whose fields tell it themselves', () => {
    const excepted = new Set<string>();
    let taking = 0;
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const { mayBeAbsent = [] } = field.extensions as { mayBeAbsent?: string[] };
        for (const argument of field.args.filter((item) => takesIds(item.type))) {
          taking += 1;
          if (mayBeAbsent.includes(argument.name)) excepted.add(`${field.name} ${argument.name}`);
        }
      }
    }
    expect(taking).toBeGreaterThan(60);
    expect([...excepted].sort()).toEqual([
      'between a',
      'between b',
      'node id',
      'nodes ids',
      'paths from',
      'paths to',
      'subgraph around',
      'timeline of',
      'view accordingTo',
      'view except',
      'view source',
    ]);
  });
});

function takesIds(type: GraphQLInputType, seen = new Set<unknown>()): boolean {
  const named = getNamedType(type);
  if (named === GraphQLID) return true;
  if (!isInputObjectType(named) || seen.has(named)) return false;
  seen.add(named);
  return Object.values(named.getFields()).some((field) => takesIds(field.type, seen));
}
