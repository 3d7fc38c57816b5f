import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, expectClean, expectRefused, withPages } from './attacking.js';
import { sendRaw } from './raw.js';
import { serve, type Serving } from './serving.js';

const many = (times: number, make: (at: number) => string) => Array.from({ length: times }, (_item, at) => make(at)).join(' ');
const nested = (depth: number, open: string, close: string, inner = '') => open.repeat(depth) + inner + close.repeat(depth);
const filterDeep = (depth: number) => JSON.parse(`${'{"not":'.repeat(depth)}{}${'}'.repeat(depth)}`) as unknown;
const JSON_TYPE = { 'content-type': 'application/json' };

let serving: Serving;
let production: Serving;

beforeAll(async () => {
  serving = await serve();
  production = await serve({ NODE_ENV: 'production' });
});
afterAll(async () => {
  await Promise.all([serving.server.stop(), production.server.stop()]);
});

async function expectStillAnswering(): Promise<void> {
  const { json } = await serving.ask('{ countries(first: 1) { totalCount } }');
  expect(json.errors).toBeUndefined();
}

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are still in use once garbage is gone. */
function heapKept(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('documents that ask too much', () => {
  const attacks: Record<string, readonly [document: string, code: string]> = {
    'alias flood': [`{ ${many(31, (at) => `a${String(at)}: __typename`)} }`, 'QUERY_TOO_COMPLEX'],
    'root field flood': [`{ ${many(21, (at) => `...on Query { a${String(at)}: __typename }`)} }`, 'QUERY_TOO_COMPLEX'],
    'root field flood in views': [
      `{ ${many(5, (at) => `a${String(at)}: view { ${many(5, (inner) => `b${String(inner)}: __typename`)} }`)} }`,
      'QUERY_TOO_COMPLEX',
    ],
    'duplicate field flood': [`{ ${many(1_900, () => '__typename')} }`, 'QUERY_TOO_COMPLEX'],
    'directive flood': [`{ __typename ${many(21, () => '@include(if: true)')} }`, 'GRAPHQL_VALIDATION_FAILED,QUERY_TOO_COMPLEX'],
    'directives on many fields': [`{ countries { edges { node { ${many(21, (at) => `id @include(if: ${String(at % 2 === 0)})`)} } } } }`, 'QUERY_TOO_COMPLEX'],
    'token flood': [`{ ${many(2_001, () => 'x')} }`, 'QUERY_TOO_COMPLEX'],
    'deep selections': [nested(2_000, '{a', '}'), 'QUERY_TOO_COMPLEX'],
    'deep lists': [`{ nodes(ids: ${nested(20_000, '[', ']')}) { id } }`, 'QUERY_TOO_COMPLEX'],
    'unclosed brackets': ['['.repeat(20_000), 'QUERY_TOO_COMPLEX'],
    'deep literals': [`{ people(where: ${nested(3_000, '{not: ', '}', '{}')}) { totalCount } }`, 'QUERY_TOO_COMPLEX'],
    'seven lists in a row': [
      `{ people { ${'edges { node { events { edges { node { participants { '.repeat(3)} totalCount ${'} } } } } }'.repeat(3)} } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    'product of pages': [
      '{ events(first: 100) { edges { node { participants(first: 100) { edges { node { events(first: 100) { totalCount pageInfo { hasNextPage } } } } } } } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    'many ids': [`{ nodes(ids: [${many(101, () => '"country/fr"')}]) { id } }`, 'BAD_USER_INPUT'],
    'fragment cycle': ['{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    'undefined fragment': ['{ ...Nowhere }', 'GRAPHQL_VALIDATION_FAILED'],
    'unused fragments': [`{ __typename } ${many(100, (at) => `fragment F${String(at)} on Query { __typename }`)}`, 'GRAPHQL_VALIDATION_FAILED'],
    'the alias then': ['{ then: node(id: "country/fr") { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    'the alias then, deep': ['{ country: node(id: "country/fr") { then: id } }', 'GRAPHQL_VALIDATION_FAILED'],
    'nothing but a comment': ['# nothing', 'GRAPHQL_PARSE_FAILED'],
    'an unfinished string': ['{ node(id: "', 'GRAPHQL_PARSE_FAILED'],
    'a schema': ['type Query { a: Int }', 'OPERATION_RESOLUTION_FAILURE'],
    'a mutation': ['mutation { drop }', 'GRAPHQL_VALIDATION_FAILED'],
    'a subscription': ['subscription { all }', 'GRAPHQL_VALIDATION_FAILED'],
  };

  it.each(Object.entries(attacks))('%s', async (_name, [document, code]) => {
    const answer = await serving.ask(document);
    expectClean(answer);
    expect(answer.status === 400 || code === 'BAD_USER_INPUT').toBe(true);
    expect(code.split(',')).toEqual(expect.arrayContaining(codes(answer)));
    expect(codes(answer)).not.toEqual([]);
    expect(answer.json.errors?.length).toBeLessThanOrEqual(5);
    await expectStillAnswering();
  });

  const lists: Record<string, (inner: string) => string> = {
    'the claims of passages of claims': (inner) => `span { passage { claims { nodes { ${inner} } } } }`,
    'the history of claims of a history': (inner) => `fact { history { nodes { claims { nodes { ${inner} } } } } }`,
    'the neighbours of neighbours': (inner) => `neighbours { nodes { entities { ${inner} } } }`,
  };
  it.each([
    ['the claims of passages of claims', 5, '... on Claim'],
    ['the history of claims of a history', 3, '... on Claim'],
    ['the neighbours of neighbours', 6, '... on Entity'],
  ])('%s are counted, however they are nested', async (name, times, type) => {
    const selection = Array.from({ length: times }).reduce<string>((inner) => lists[name]?.(inner) ?? '', 'id');
    await expectRefused(serving.ask(`{ node(id: "country/fr") { ${type} { ${selection} } } }`), 'QUERY_TOO_COMPLEX');
  });

  const dear: Record<string, string> = {
    'six questions in words': many(6, (at) => `a${String(at)}: ask(text: "Who met whom?") { outcome }`),
    'twenty searches for paths between sets': many(
      20,
      (at) =>
        `a${String(at)}: paths(from: [${many(10, (id) => `"person/a${String(id)}"`)}], to: [${many(10, (id) => `"person/b${String(id)}"`)}], maxHops: 4) { outcome }`,
    ),
    'twelve lenses': many(12, (at) => `a${String(at)}: view(asOf: "20${String(at + 10)}") { people { totalCount } }`),
    'disputes under eight lenses': many(8, (at) => `a${String(at)}: view(asOf: "20${String(at + 10)}") { disputes { totalCount } }`),
  };
  it.each(Object.entries(dear))('%s are refused before anything runs', async (_name, selection) => {
    await expectRefused(serving.ask(`{ ${selection} }`), 'QUERY_TOO_COMPLEX');
  });

  it('the list that costs most is named, with what would do', async () => {
    const { json } = await serving.ask('{ people(first: 100) { nodes { events(first: 100) { nodes { participants { nodes { id } } } } } } }');
    expect(json.errors?.[0]?.message).toBe(
      'this asks for up to 220201 nodes; a request may bring 20000; "participants" costs most of it: ask for "people" with first: 9 or fewer',
    );
  });

  it('a list of one by its name, or of some by their ids, counts no page of others', async () => {
    const nodes = async (where: string) => {
      const { json } = await serving.ask(`{ people(where: ${where}) { nodes { met { nodes { events { nodes { places { nodes { id } } } } } } } } }`);
      return json.errors?.[0]?.extensions['code'] ?? (json.extensions?.['cost'] as { nodes: number }).nodes;
    };
    const one = await nodes('{ named: "Emmanuel Macron" }');
    expect(one).toBeGreaterThan(8_000);
    expect(await nodes('{ id: ["person/emmanuel-macron"] }')).toBe(one);
    expect(await nodes('{ id: ["person/emmanuel-macron", "person/xi-jinping"] }')).toBe(2 * Number(one) - 1);
    expect(await nodes('{}')).toBe('QUERY_TOO_COMPLEX');
  });

  it.each([
    '{ events(first: 100) { nodes { places(first: 50) { nodes { id } } participants(first: 50) { nodes { names { nodes { text } } } } } } }',
    '{ a: people(first: 100) { nodes { events(first: 100) { nodes { places { nodes { id } } } } } } b: people { nodes { events { nodes { places { nodes { id } } } } } } }',
    '{ people(last: 100) { nodes { ...on Person { events(last: 100) { nodes { ...Places } } } } } } fragment Places on Event { places(last: 90) { nodes { id } } }',
    '{ view(asOf: "2020") { events(first: 100) { nodes { fact { disputed claims(first: 100) { nodes { source { passages { nodes { span { start end } } } } } } } } } } }',
    '{ cities(first: 100, where: { partnerships: { some: {} }, events: { none: {} } }) { nodes { partnerships(where: { partnership: { parties: { some: {} } } }, first: 100) { nodes { label } } } } }',
    `{ events(first: 100) { nodes { participants(first: 99) { nodes { ${many(70, () => 'label')} } } } } }`,
  ])('what is advised is accepted, and no more would be: %s', async (document) => {
    const message = (await serving.ask(document)).json.errors?.[0]?.message ?? '';
    const [, list, page = '', most = ''] = /ask for (?:"([\w.]+)"|each of its lists) with (first|last): (\d+) or fewer/.exec(message) ?? [];
    const asking = (size: number) => serving.ask(withPages(document, list ?? null, page, size));
    expect([message, (await asking(Number(most))).json.errors]).toEqual([message, undefined]);
    expect((await asking(Number(most) + 1)).json.errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
  });

  it('less is not advised of a list that takes no page', async () => {
    const { json } = await serving.ask('{ actions { nodes { fact { claims(first: 100) { nodes { spans { text } } } } } } }');
    const [, list = ''] = /ask for "(\w+)" with first: \d+ or fewer$/.exec(json.errors?.[0]?.message ?? '') ?? [];
    expect(['actions', 'claims']).toContain(list);
  });

  it('where less of one list is not enough, a page that is small enough for all is named', async () => {
    const asked = (first: number) => {
      const page = (name: string, inner: string) => `${name}(first: ${String(first)}) { nodes { ${inner} } }`;
      return serving.ask(`{ ${page('people', page('events', page('participants', page('claims', 'id'))))} }`);
    };
    const message = (await asked(100)).json.errors?.[0]?.message ?? '';
    const [, first = ''] = /ask for each of its lists with first: (\d+) or fewer, or in several requests$/.exec(message) ?? [];
    expect(Number(first)).toBeGreaterThan(5);
    expect((await asked(Number(first))).json.errors).toBeUndefined();
    expect((await asked(Number(first) + 1)).json.errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
  });

  it('what is dear is paid once for one lens', async () => {
    const { json } = await serving.ask('{ a: disputes { totalCount } b: disputes(first: 5) { totalCount } countChecks { totalCount } }');
    expect(json.extensions?.['cost']).toEqual({ nodes: 2_000 + 3, most: 20_000 });
  });

  it('no more than five mistakes are told at once', async () => {
    const { json } = await serving.ask(`{ ${many(30, (at) => `nothing${String(at)}`)} }`);
    expect(json.errors).toHaveLength(5);
  });

  it('an answer that grows beyond its bytes is refused without being written', async () => {
    const small = await serve({ ENTENTE_MAX_ANSWER: '10000' });
    const all = '{ claims: entity(id: "country/fr") { claims(first: 100) { nodes { id factKey summary } } } }';
    await expectRefused(small.ask(all), 'QUERY_TOO_COMPLEX');
    expect((await small.ask(all.replace('100', '10'))).json.errors).toBeUndefined();
    await small.server.stop();
  });

  it('fragments that double at each level end early', async () => {
    const fragments = many(
      40,
      (at) => `fragment F${String(at)} on Entity { claims { edges { node { subject { ...F${String(at + 1)} } object { ...F${String(at + 1)} } } } } }`,
    );
    const document = `{ entity(id: "country/fr") { ...F0 } } ${fragments} fragment F40 on Entity { id }`;
    await expectRefused(serving.ask(document), 'QUERY_TOO_COMPLEX');
  });

  it('distinct long documents leave the memory as it was', async () => {
    for (let at = 0; at < 20; at += 1) await serving.ask(`{ __typename } # ${String(at)}${'x'.repeat(90_000)}`);
    const before = heapKept();
    for (let at = 20; at < 400; at += 1) await serving.ask(`{ __typename } # ${String(at)}${'x'.repeat(90_000)}`);
    expect(heapKept() - before).toBeLessThan(20_000_000);
  });
});

describe('cost', () => {
  const query = 'query ($n: Int, $m: Int = 20) { events(first: $n) { edges { node { participants(first: $m) { edges { node { id } } } } } } }';

  it('is told with every answer', async () => {
    const { json } = await serving.ask(query, { variables: { n: 10 } });
    expect(json.extensions?.['cost']).toEqual({ nodes: 1 + 10 + 10 * (1 + 20), most: 20_000 });
  });

  it('counts variables and their defaults, not only literals', async () => {
    await expectRefused(
      serving.ask(query.replace('$m: Int = 20', '$m: Int = 100').replace('{ id }', '{ claims(first: 100) { edges { cursor } } }'), { variables: { n: 100 } }),
      'QUERY_TOO_COMPLEX',
    );
  });

  it('counts what a list is not asked to fetch as nothing', async () => {
    const { json } = await serving.ask('{ events(first: 100) { totalCount } }');
    expect(json.extensions?.['cost']).toEqual({ nodes: 1, most: 20_000 });
  });

  it.each(['node(id: "country/fr") { id }', '__typename'])('is nothing for what is no list: %s', async (field) => {
    expect((await serving.ask(`{ ${field} }`)).json.extensions?.['cost']).toEqual({ nodes: 0, most: 20_000 });
  });

  it('counts ids, facets and the claims of facts', async () => {
    const asked = await serving.ask('{ nodes(ids: ["country/fr", "country/kr"]) { id } partnerships { facets(by: SINCE_YEAR, first: 7) { nodes { key } } } }');
    expect(asked.json.extensions?.['cost']).toEqual({ nodes: 2 + 1 + 100 + 1 + 7, most: 20_000 });
  });

  it('counts a filter on related entities each time that it is evaluated', async () => {
    const where = 'where: { participants: { some: { person: { named: "Macron" } } } }';
    const asked = await serving.ask(`{ events(first: 5, ${where}) { totalCount } }`);
    expect(asked.json.extensions?.['cost']).toEqual({ nodes: 1 + 100, most: 20_000 });
  });

  it('refuses introspection that unfolds the schema again and again', async () => {
    const document = '{ __schema { types { fields { args { type { name inputFields { type { inputFields { type { name } } } } } } } } } }';
    const answer = await serving.ask(document);
    expectClean(answer);
    expect(answer.status).toBe(400);
  });
});

describe('pages', () => {
  const first: readonly [string, string, unknown][] = [
    ['-1', 'literal', -1],
    ['101', 'literal', 101],
    ['1000000000', 'literal', 1e9],
    ['99999999999', 'literal', 1e11],
    ['1.5', 'literal', 1.5],
    ['"20"', 'literal', '20'],
  ];
  it.each(first)('first: %s is refused as literal, variable and default', async (text, _kind, value) => {
    for (const [document, variables] of [
      [`{ countries(first: ${text}) { edges { node { id } } } }`, {}],
      ['query ($n: Int) { countries(first: $n) { edges { node { id } } } }', { n: value }],
      [`query ($n: Int = ${text}) { countries(first: $n) { edges { node { id } } } }`, {}],
    ] as const) {
      const answer = await serving.ask(document, { variables });
      expectClean(answer);
      expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'QUERY_TOO_COMPLEX']).toEqual(expect.arrayContaining(codes(answer)));
      expect(codes(answer)).toHaveLength(1);
    }
  });

  it('first: 0 gives an empty page, null the default one', async () => {
    const { json } = await serving.ask('{ none: countries(first: 0) { edges { cursor } } default: countries(first: null) { edges { cursor } } }');
    expect(json.errors).toBeUndefined();
    expect(json.data).toMatchObject({ none: { edges: [] } });
    expect((json.data?.['default'] as { edges: unknown[] }).edges).toHaveLength(20);
  });

  it('first and last together are refused', async () => {
    await expectRefused(serving.ask('{ countries(first: 1, last: 1) { totalCount } }'), 'BAD_USER_INPUT', 200);
  });
});

describe('variables', () => {
  const count = 'query ($filter: PersonWhere) { people(where: $filter) { totalCount } }';

  it('3,000 deep are refused before they are read', async () => {
    await expectRefused(serving.ask(count, { variables: { filter: filterDeep(3_000) } }), 'QUERY_TOO_COMPLEX');
    await expectRefused(
      serving.fetch(`/graphql?query=${encodeURIComponent(count)}&variables=${encodeURIComponent(JSON.stringify({ filter: filterDeep(500) }))}`),
      'QUERY_TOO_COMPLEX',
    );
  });

  const shapes: readonly Record<string, unknown>[] = [
    { filter: [] },
    { filter: 'x' },
    { filter: { nothing: 1 } },
    { filter: { constructor: {} } },
    { filter: { id: { x: 1 } } },
  ];
  it.each(shapes)('of the wrong shape are refused: %j', async (variables) => {
    await expectRefused(serving.ask(count, { variables }), 'BAD_USER_INPUT');
  });

  it('named __proto__ do nothing', async () => {
    const body = '{"query":"{ __typename }","variables":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}';
    const answer = await serving.fetch('/graphql', { method: 'POST', headers: JSON_TYPE, body });
    expectClean(answer);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('with lists that are too long are refused', async () => {
    const id = Array.from({ length: 101 }, (_item, at) => `person/${String(at)}`);
    await expectRefused(serving.ask(count, { variables: { filter: { or: [{ id }] } } }), 'BAD_USER_INPUT');
  });
});

describe('operations', () => {
  it.each(['', 'Nope', 'a\r\nset-cookie: x=1', '__proto__'])('the unknown operation %j is refused', async (operationName) => {
    const answer = await serving.ask('query A { __typename } query B { __typename }', { operationName });
    expectClean(answer);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('a list of operations is refused', async () => {
    const body = JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
    await expectRefused(
      serving.fetch('/graphql', { method: 'POST', headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' }, body }),
      'BAD_REQUEST',
    );
  });

  it.each([
    '{',
    'null',
    '7',
    '"text"',
    '{"query":7}',
    '{"query":null}',
    '{"query":"{ __typename }","more":1}',
    '{"query":"{ __typename }","variables":[]}',
    '',
  ])('the body %s is refused, without the words of the JSON parser', async (body) => {
    await expectRefused(
      serving.fetch('/graphql', { method: 'POST', headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' }, body }),
      'BAD_REQUEST',
    );
    await expectRefused(
      production.fetch('/graphql', { method: 'POST', headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' }, body }),
      'BAD_REQUEST',
    );
  });

  it('bytes that are no UTF-8 are refused', async () => {
    await expectRefused(serving.fetch('/graphql', { method: 'POST', headers: JSON_TYPE, body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }), 'BAD_REQUEST');
  });
});

describe('other origins', () => {
  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/graphql',
    'application/json; charset=utf-16',
    'application/jsonx',
  ])('a body of %s is refused', async (type) => {
    const body = type.startsWith('multipart')
      ? '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--x--'
      : '{"query":"{ __typename }"}';
    await expectRefused(serving.fetch('/graphql', { method: 'POST', headers: { 'content-type': type }, body }), 'UNSUPPORTED_MEDIA_TYPE', 415);
  });

  it('a mutation with GET is refused', async () => {
    const answer = await serving.fetch(`/graphql?query=${encodeURIComponent('mutation { __typename }')}`);
    expectClean(answer);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('a foreign page may not read answers', async () => {
    const origin = 'https://evil.example';
    const asked = await serving.fetch('/graphql', { method: 'POST', headers: { ...JSON_TYPE, origin }, body: '{"query":"{ __typename }"}' });
    const before = await serving.fetch('/graphql', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    for (const { headers } of [asked, before]) expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(before.status).toBe(405);
  });

  it('an allowed page may, without credentials; the origin null may not', async () => {
    const origin = 'https://friend.example';
    const friendly = await serve({ ENTENTE_CORS: origin });
    const preflight = (from: string) => friendly.fetch('/graphql', { method: 'OPTIONS', headers: { origin: from, 'access-control-request-method': 'POST' } });
    const allowed = await preflight(origin);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(origin);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await preflight('null')).headers.get('access-control-allow-origin')).toBeNull();
    await friendly.server.stop();
  });
});

describe('production', () => {
  it('has no introspection and no suggestions', async () => {
    for (const document of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }', '{ contries { totalCount } }']) {
      const answer = await production.ask(document);
      expectClean(answer);
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain('Did you mean');
    }
  });

  it('has no GraphiQL', async () => {
    const answer = await production.fetch('/graphql', { headers: { accept: 'text/html,*/*' } });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('<script');
  });
});

describe('bytes on the wire', () => {
  const body = '{"query":"{ __typename }"}';
  const post = (headers: string, content = body) =>
    sendRaw(serving.server.url, `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${headers}\r\n\r\n${content}`);
  const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);

  it.each([
    ['a bad Host', 'GET /graphql?query={__typename} HTTP/1.1\r\nhost: a b\r\n\r\n'],
    ['a Host with a path', 'GET / HTTP/1.1\r\nhost: localhost/../x\r\n\r\n'],
    ['a Host with a bad port', 'GET / HTTP/1.1\r\nhost: localhost:99999x\r\n\r\n'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
    ['an absolute target', 'GET http://evil.example/graphql HTTP/1.1\r\nhost: localhost\r\n\r\n'],
    ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n'],
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['two lengths', `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\n{}{}`],
  ])('%s is answered 400', async (_name, bytes) => {
    expect(statusOf(await sendRaw(serving.server.url, bytes))).toBe(400);
    await expectStillAnswering();
  });

  it('a header, or an address, that is too long is answered 431, in words', async () => {
    expect(statusOf(await sendRaw(serving.server.url, `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`))).toBe(431);
    const answered = await fetch(`${serving.server.url}/ask?q=${'y'.repeat(20_000)}`);
    expect([answered.status, await answered.text()]).toEqual([
      431,
      expect.stringMatching(/^The address, or what comes with it, is too long to be read\. Go back/),
    ]);
    await expectStillAnswering();
  });

  it('a body that is announced as too long is refused before it is sent', async () => {
    expect(statusOf(await post('content-length: 20000000', ''))).toBe(413);
  });

  it('a body without a length is read up to the limit', async () => {
    const chunk = `${(8_000).toString(16)}\r\n${' '.repeat(8_000)}\r\n`;
    expect(statusOf(await post('transfer-encoding: chunked', chunk.repeat(20)))).toBe(413);
    expect(statusOf(await post('transfer-encoding: chunked', `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`))).toBe(200);
  });

  it('20 MB are refused', async () => {
    const big = JSON.stringify({ query: '{ __typename }', variables: { x: 'y'.repeat(20_000_000) } });
    const answer = await serving.fetch('/graphql', { method: 'POST', headers: JSON_TYPE, body: big }).catch(() => null);
    // A client that does not stop writing may see the connection end instead of the answer.
    if (answer) expect(answer.status).toBe(413);
    await expectStillAnswering();
  });

  it('a gzip bomb is refused unread', async () => {
    await expectRefused(
      serving.fetch('/graphql', { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(10_000_000)) }),
      'UNSUPPORTED_MEDIA_TYPE',
      415,
    );
  });

  it('a request id with line breaks is not taken over, a plain one is', async () => {
    expect((await serving.fetch('/health', { headers: { 'x-request-id': 'abc-123' } })).headers.get('x-request-id')).toBe('abc-123');
    expect((await serving.fetch('/health', { headers: { 'x-request-id': 'a b <script>' } })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('a log line stays one line whatever an operation is called', async () => {
    await serving.ask('{ __typename }', { operationName: 'a\r\n{"level":60}' });
    for (const line of serving.logged) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('a hundred slow clients keep nobody waiting', async () => {
    const slow = Array.from({ length: 100 }, () =>
      sendRaw(serving.server.url, `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{`, 2_000),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expectStillAnswering();
    await Promise.all(slow);
  });

  it('pipelined requests of a client that vanishes leave no place taken', async () => {
    const one = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`;
    await Promise.all(Array.from({ length: 40 }, () => sendRaw(serving.server.url, one.repeat(20), 1)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await serving.fetch('/metrics')).text).toMatch(/entente_graphql_executions_in_flight 0/);
    await expectStillAnswering();
  });
});
