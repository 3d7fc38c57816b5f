import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/store.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { dataset } from '../contract/invented.js';
import { stores } from '../contract/stores.js';
import { serve, type Serving } from '../server/serving.js';
import { vocabulary } from './asking.js';

const WAS: Readonly<Record<string, readonly string[]>> = {
  'person/ada-oak': ['person/ada-ash', 'person/a-oak'],
  'country/xa': ['country/xanadu'],
  'source/gazette': ['source/old-gazette'],
};

const renamed = { ...dataset, identities: dataset.identities.map((identity) => ({ ...identity, ...(WAS[identity.id] ? { was: WAS[identity.id] } : {}) })) };

describe.each(stores)('a former id in $name', ({ isMissing, open }) => {
  let store: GraphStore;
  let serving: Serving;
  beforeAll(async () => {
    if (isMissing) return;
    store = await open(vocabulary);
    await store.apply(everything(contentOf(vocabulary, renamed)));
    serving = await serve({}, store);
  });
  afterAll(() => (isMissing ? undefined : serving.server.stop()));

  const PLAIN: readonly (readonly [string, string, string])[] = [
    ['person/ada-ash', 'person/ada-oak', 'node(id: "ID") { id }'],
    ['person/a-oak', 'person/ada-oak', 'nodes(ids: ["country/xb", "ID"]) { id }'],
    ['person/ada-ash', 'person/ada-oak', 'entity(id: "ID") { id label formerIds }'],
    ['person/a-oak', 'person/ada-oak', 'events(where: {involves: {all: ["ID"]}}) { totalCount edges { cursor node { id } } }'],
    ['country/xanadu', 'country/xa', 'cities(where: {or: [{within: {any: ["ID"]}}]}) { totalCount }'],
    ['person/ada-ash', 'person/ada-oak', 'people(where: {not: {id: ["ID"]}}) { edges { node { id } } }'],
    ['source/old-gazette', 'source/gazette', 'view(source: ["ID"]) { events { totalCount } }'],
    ['source/old-gazette', 'source/gazette', 'view(except: ["ID"]) { countries { totalCount } }'],
    ['person/ada-ash', 'person/ada-oak', 'view(accordingTo: "ID") { people { totalCount } }'],
    ['person/ada-ash', 'person/ada-oak', 'view(asOf: "2017") { events(where: {involves: {all: ["ID"]}}) { totalCount } }'],
    ['person/ada-ash', 'person/ada-oak', 'paths(from: ["ID"], to: ["country/xb"]) { outcome unknown { id } }'],
    ['country/xanadu', 'country/xa', 'relation(from: "ID", to: "country/xb") { status from { id } }'],
  ];

  it.skipIf(isMissing).each(PLAIN)('%s leads to %s, and the answer says so: %s', async (old, current, selection) => {
    const asked = (await serving.ask(`{ ${selection.replace('ID', old)} }`)).json;
    const plain = (await serving.ask(`{ ${selection.replace('ID', current)} }`)).json;
    expect(plain.errors).toBeUndefined();
    expect(asked.data).toEqual(plain.data);
    expect(JSON.stringify(plain.data)).not.toContain('null');
    expect(asked.extensions?.['moved']).toEqual([{ from: old, to: current }]);
    expect(plain.extensions).not.toHaveProperty('moved');
  });

  it.skipIf(isMissing)('finds nothing that only begins like it', async () => {
    const { json } = await serving.ask('{ node(id: "person/ada-as") { id } events(where: {involves: {all: ["person/a-oakk"]}}) { totalCount } }');
    expect(json.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNKNOWN_ID']);
    expect(json.extensions).not.toHaveProperty('moved');
  });
});
