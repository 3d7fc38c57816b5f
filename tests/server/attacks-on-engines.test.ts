import {
  isInputObjectType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import type { GraphStore } from '../../src/graph/store.js';
import { digest } from '../../src/load/plan.js';
import { seeds } from '../ask/asking.js';
import { stores } from '../contract/stores.js';
import { codes, expectClean, expectRefused } from './attacking.js';
import { serve, type Serving } from './serving.js';

const many = (times: number, make: (at: number) => string) => Array.from({ length: times }, (_item, at) => make(at)).join(' ');

/** What is told apart in statements that it must not reach. */
const MARK = 'pwn3d';
const HOSTILE = [
  `${MARK}'}) DETACH DELETE n //`,
  `${MARK}") RETURN 1 UNION MATCH (n) DETACH DELETE n //`,
  `${MARK}\`) DETACH DELETE (n`,
  `$${MARK} \u0000 \\ {${MARK}}`,
];

/** A value that an argument takes without a murmur. */
function plain(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return plain(type.ofType);
  if (isListType(type)) return [plain(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return {};
  return { ID: 'country/fr', Int: 1, Boolean: true, Float: 1 }[type.name] ?? (type.name === 'String' ? 'a' : '2020');
}

function holding(type: GraphQLInputType, value: string): unknown {
  if (isNonNullType(type)) return holding(type.ofType, value);
  return isListType(type) ? [holding(type.ofType, value)] : value;
}

/** Everything that is there to be selected without arguments, so that a list is read and counted. */
function selected(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isScalarType(named) || isEnumType(named)) return '';
  const isList = isObjectType(named) && 'nodes' in named.getFields() && 'totalCount' in named.getFields();
  return isList ? '{ totalCount nodes { __typename } }' : '{ __typename }';
}

/** Each argument of each field of the root that takes text, with a question that gives it. */
const texts = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args, type }) => {
  const takesText = (arg: GraphQLArgument) => isScalarType(getNamedType(arg.type)) && !['Int', 'Boolean', 'Float'].includes(getNamedType(arg.type).name);
  return args.filter(takesText).map((arg) => {
    const given = args.filter((other) => other === arg || isNonNullType(other.type));
    const declared = given.map((other) => `$${other.name}: ${String(other.type)}`).join(', ');
    const passed = given.map((other) => `${other.name}: $${other.name}`).join(', ');
    return {
      at: `${name}(${arg.name}:)`,
      document: `query (${declared}) { ${name}(${passed}) ${selected(type)} }`,
      variables: (value: string) => Object.fromEntries(given.map((other) => [other.name, other === arg ? holding(arg.type, value) : plain(other.type)])),
    };
  });
});

describe.each(stores)('attacks in production, on $name', ({ isMissing, open }) => {
  describe.skipIf(isMissing)('end in one clear error or an empty answer, and change nothing', () => {
    const statements = new Set<string>();
    let store: GraphStore;
    let serving: Serving;
    let before: string;

    beforeAll(async () => {
      store = await open(vocabulary, (_name, text) => statements.add(text));
      await store.apply(seeds());
      before = digest(await store.content());
      serving = await serve({ NODE_ENV: 'production', ENTENTE_DEADLINE: '600000' }, store);
      statements.clear();
    });
    afterAll(async () => {
      await serving.server.stop();
    });

    const ids = [
      '',
      'x',
      'country/',
      'person/fr',
      'country/fr\u0000',
      "country/fr'",
      'country/fr"',
      'country/fr`) DETACH DELETE (n',
      '\ud800',
      '__proto__',
      'constructor',
      'claim/__proto__',
      '../../etc/passwd',
      'y'.repeat(80_000),
    ];
    it.each(ids.map((id) => [id.slice(0, 30), id]))('nothing has the id %j', async (_short, id) => {
      const answer = await serving.ask('query ($id: ID!) { node(id: $id) { id } entity(id: $id) { id } nodes(ids: [$id]) { id } }', { variables: { id } });
      expectClean(answer);
      expect(answer.json).toMatchObject({ data: { node: null, entity: null, nodes: [null] } });
    });

    const searches = [
      '*',
      '?*',
      '[a TO',
      'name:',
      '"',
      '"""',
      '\\',
      '(',
      'a AND',
      '~',
      '^4',
      '&&',
      '\u200b',
      '😀',
      'İstanbul',
      '\u1105\u1161',
      '\ud800',
      '\u0000',
      ' ',
      '',
    ];
    it.each(searches)('the search %j ends well', async (text) => {
      const answer = await serving.ask('query ($text: String!) { search(text: $text) { totalCount edges { node { id } } } }', { variables: { text } });
      expectClean(answer);
      expect(answer.json.errors).toBeUndefined();
    });

    it('a search of ten thousand words is refused', async () => {
      await expectRefused(
        serving.ask('query ($text: String!) { search(text: $text) { totalCount } }', { variables: { text: many(10_000, () => 'a') } }),
        'BAD_USER_INPUT',
        200,
      );
    });

    it.each(['0000', '2025-02-30', '2025-13-01', '', 'yesterday', "2025-01-01' OR 1=1", 20_250_101, null, {}, []])(
      'the day %j is refused or open',
      async (day) => {
        const answer = await serving.ask('query ($day: Date) { events(where: {when: {from: $day}}) { totalCount } }', { variables: { day } });
        expectClean(answer);
        expect(codes(answer)).toEqual(day === null ? [] : ['BAD_USER_INPUT']);
      },
    );

    it('days that end before they begin are refused', async () => {
      await expectRefused(serving.ask('{ events(where: {when: {from: "2025-02-01", to: "2025-01-01"}}) { totalCount } }'), 'BAD_USER_INPUT', 200);
    });

    it.each([
      '',
      'x',
      'AAAA',
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('{"__proto__":1}').toString('base64url'),
      'y'.repeat(10_000),
      '\u0000',
      '\ud800',
    ])('the cursor %j is refused', async (after) => {
      await expectRefused(serving.ask('query ($after: String) { countries(after: $after) { edges { cursor } } }', { variables: { after } }), 'BAD_CURSOR', 200);
    });

    it('the cursor of another list is refused, and one that is cut', async () => {
      const { json } = await serving.ask('{ cities(first: 1) { pageInfo { endCursor } } }');
      const cursor = (json.data?.['cities'] as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
      for (const after of [cursor, cursor.slice(0, -4)]) {
        await expectRefused(
          serving.ask('query ($after: String) { countries(after: $after) { edges { cursor } } }', { variables: { after } }),
          'BAD_CURSOR',
          200,
        );
      }
    });

    it.each(texts)('hostile text in $at is a value and nothing else', async ({ document, variables }) => {
      for (const value of HOSTILE) {
        const answer = await serving.ask(document, { variables: variables(value) });
        expectClean(answer);
        expect(answer.json.errors ?? []).toEqual((answer.json.errors ?? []).slice(0, 5));
      }
    });

    it.each([
      ['of names', 'people(where: { named: $text }) { totalCount }'],
      ['of places', 'cities(where: { named: $text, within: { any: ["country/fr"] } }) { totalCount }'],
      ['of what people took part in', 'people(where: { events: { some: { event: { named: $text } } } }) { totalCount }'],
    ])('hostile text in filters %s is a value and nothing else', async (_name, selection) => {
      for (const text of HOSTILE) {
        const answer = await serving.ask(`query ($text: String!) { ${selection} }`, { variables: { text } });
        expectClean(answer);
      }
    });

    const explosions: Record<string, string> = {
      'between hubs': 'paths(from: ["country/fr"], to: ["country/kr"], first: 10, maxHops: 6) { outcome paths { length } }',
      'from one to itself': 'paths(from: ["country/fr"], to: ["country/fr"], first: 10, maxHops: 6) { outcome }',
      'of a hundred hops': 'paths(from: ["country/fr"], to: ["country/kr"], maxHops: 100) { outcome }',
      'to nobody': 'paths(from: ["country/fr"], to: ["person/nobody-at-all"]) { outcome }',
      'around a hub': 'subgraph(around: ["country/kr"], hops: 3, first: 200) { truncated nodes { id } }',
      'around too much': 'subgraph(around: ["country/kr"], hops: 3, first: 100000) { truncated }',
    };
    it.each(Object.entries(explosions))('walks %s end', async (_name, selection) => {
      expectClean(await serving.ask(`{ ${selection} }`));
    });

    it('the dearest requests that are permitted are answered', async () => {
      const dear = [
        '{ events(first: 30) { nodes { participants(first: 12) { nodes { id ... on Person { events(first: 20) { nodes { id } } } } } } } }',
        '{ a: view(asOf: "2001") { events { totalCount } } b: view(asOf: "2002") { events { totalCount } } disputes(first: 100) { nodes { explanation } } }',
        `{ ask(text: "${'who met Macron and '.repeat(10)}") { outcome } }`,
      ];
      for (const document of dear) {
        const answer = await serving.ask(document);
        expectClean(answer);
        expect(answer.json.errors).toBeUndefined();
      }
    });

    it('and the content is as it was, and no statement was made of what came', async () => {
      expect([...statements].filter((text) => text.includes(MARK))).toEqual([]);
      expect(digest(await store.content())).toBe(before);
      expect((await serving.ask('{ countries(first: 1) { totalCount } }')).json.errors).toBeUndefined();
    });
  });
});
