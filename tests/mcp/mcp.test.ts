import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND } from '../built.js';
import { serve, type Serving } from '../server/serving.js';

/** What an agent would do: a tool, what it is given, and what its result has to tell. */
const TASKS: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
  ['ask', { text: 'Who met Emmanuel Macron in 2025?' }, /Lee Jae Myung.*To Lam/],
  ['ask', { text: 'Qui est le président de la Chine ?' }, /Xi Jinping/],
  ['ask', { text: '마크롱은 누구를 만났습니까?' }, /Lee Jae Myung/],
  ['ask', { text: 'Which dormant partnerships involve Paris?' }, /Nothing is recorded/],
  ['ask', { text: 'Who leads Korea?' }, /AMBIGUOUS.*North Korea/],
  ['ask', { text: 'Which elephants met Macron?' }, /"unknown":\["elephants"\]/],
  ['search', { text: 'macron' }, /person\/emmanuel-macron/],
  ['search', { text: 'Suwon', kind: 'CITY', limit: 1 }, /city\/suwon/],
  ['search', { text: '수원' }, /city\/suwon/],
  ['search', { text: 'Macron', kind: 'Person' }, /person\/emmanuel-macron/],
  ['entity', { id: 'organization/garok' }, /GAROK.*"link":"entente:\/\/\/source\//],
  ['entity', { id: 'partnership/tours-suwon', limit: 3 }, /2019/],
  ['paths', { from: 'person/to-lam', to: 'person/lee-jae-myung', limit: 1 }, /Emmanuel Macron/],
  ['paths', { from: 'person/to-lam', to: 'person/lee-jae-myung', avoid: ['person/emmanuel-macron'] }, /"outcome"/],
  ['timeline', { of: ['city/tours'], limit: 5 }, /Suwon/],
  ['timeline', { of: ['country/fr', 'country/vn'], together: true, from: '2020-01-01' }, /2025/],
  ['disputes', { about: 'country/kr' }, /1886.*1949/],
  ['disputes', { limit: 2 }, /explanation/],
  ['evidence', { id: 'partnership/versailles-gyeongju', predicate: 'partnershipKind' }, /quoting Versailles/],
  ['evidence', { id: 'event/hongcheon-masks' }, /40,?000/],
  ['schema', { word: 'partnerships' }, /partnerships/],
  ['graphql', { query: '{ cities(where: { within: { any: ["country/kr"] } }, first: 1) { totalCount } }' }, /"totalCount":\d+.*"cost"/],
  ['graphql', { query: 'query ($id: ID!) { entity(id: $id) { label } }', variables: { id: 'city/nantes' } }, /Nantes/],
];

const REFUSED: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
  ['entity', { id: 'city/suwo' }, /nothing with this id|UNKNOWN_ID/],
  ['search', { text: 'Macron', lmit: 3 }, /unknown argument "lmit"; did you mean "limit"\?/],
  ['search', { query: 'Macron' }, /received undefined at text\nunknown argument "query"; there are text, kind, limit$/],
  ['paths', { from: 'country/fr', to: 'country/kr', avoids: [], max: 3 }, /unknown argument "avoids"; did you mean "avoid"\?\nunknown argument "max"/],
  ['schema', { type: 'Claim' }, /unknown argument "type"; did you mean "word"|unknown argument "type"; there is word/],
  ['search', { text: 'Macron', kind: 'Persn' }, /"PERSN" does not exist.*Did you mean the enum value "PERSON"/],
  ['graphql', { query: '{ nothing }' }, /nothing/],
  ['graphql', { query: 'mutation { x }' }, /mutation/i],
  [
    'graphql',
    { query: `{ ${Array.from({ length: 40 }, (_, at) => `a${String(at)}: entity(id: "city/tours") { id }`).join(' ')} }` },
    /QUERY_TOO_COMPLEX|at most/,
  ],
];

interface Result {
  readonly isError?: boolean;
  readonly structuredContent?: unknown;
  readonly content: readonly { readonly type: string; readonly text?: string }[];
}

let serving: Serving;
beforeAll(async () => {
  serving = await serve();
});
afterAll(async () => {
  await serving.server.stop();
});

const transports = {
  'streamable HTTP': () => new StreamableHTTPClientTransport(new URL('/mcp', serving.server.url)),
  stdio: () => {
    const [command, ...first] = COMMAND;
    const transport = new StdioClientTransport({
      command,
      args: [...first, 'mcp'],
      env: { PATH: process.env['PATH'] ?? '' },
      stderr: 'pipe',
    });
    transport.stderr?.on('data', (bytes: Buffer) => warned.push(bytes.toString()));
    return transport;
  },
};

/** What the server says beside its answers. */
const warned: string[] = [];
process.on('warning', ({ message }) => warned.push(message));

describe.each(Object.entries(transports))('agents over %s', (_name, transport) => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ name: 'test', version: '1' });
    await client.connect(transport());
  }, 60_000);
  afterAll(async () => {
    await client.close();
  });

  it('are told of nine tools, in at most 4,000 tokens', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(['ask', 'disputes', 'entity', 'evidence', 'graphql', 'paths', 'schema', 'search', 'timeline']);
    // Four characters a token is the usual reckoning for English and JSON.
    expect(JSON.stringify(tools).length / 4).toBeLessThanOrEqual(4_000);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
  });

  it.each(TASKS)('%s %j', async (name, args, told) => {
    const { isError, content, structuredContent } = (await client.callTool({ name, arguments: args })) as Result;
    const text = content.map((part) => part.text ?? '').join('\n');
    expect([isError ?? false, text]).toEqual([false, expect.stringMatching(new RegExp(told.source, 's'))]);
    if (name !== 'schema') expect(JSON.parse(text)).toEqual(structuredContent);
    expect(text.length).toBeLessThanOrEqual(26_000);
  });

  it('may ask many things at once, and nothing is warned of', async () => {
    const asked = Array.from({ length: 24 }, (_none, at) => client.callTool({ name: 'timeline', arguments: { of: ['country/fr'], from: String(1980 + at) } }));
    expect((await Promise.all(asked)).every(({ isError }) => isError !== true)).toBe(true);
    expect(warned.join('')).not.toContain('MaxListeners');
  });

  it.each(REFUSED)('are refused in words: %s %j', async (name, args, told) => {
    const { content } = (await client.callTool({ name, arguments: args })) as Result;
    expect(content.map((part) => part.text ?? '').join('\n')).toMatch(told);
  });

  it('read what results link to, and the vocabulary', async () => {
    const { contents } = await client.readResource({ uri: 'entente:///source/key-sister-cities#28548-28610' });
    expect(JSON.stringify(contents)).toContain('passages');
    expect(JSON.stringify((await client.readResource({ uri: 'entente:///vocabulary' })).contents)).toContain('HELD_OFFICE');
    expect(JSON.stringify((await client.readResource({ uri: 'entente:///city/tours' })).contents)).toContain('Tours');
    await expect(client.readResource({ uri: 'entente:///claim/none' })).rejects.toThrow('there is no "claim/none"');
  });

  it('have two prompts to start from', async () => {
    expect((await client.listPrompts()).prompts.map(({ name }) => name).sort()).toEqual(['brief_on_two_countries', 'check_this_sentence']);
    const { messages } = await client.getPrompt({ name: 'check_this_sentence', arguments: { sentence: 'France met Korea.' } });
    expect(JSON.stringify(messages)).toContain('France met Korea.');
    const misnamed = client.getPrompt({ name: 'check_this_sentence', arguments: { sentense: 'France met Korea.' } });
    await expect(misnamed).rejects.toThrow('unknown argument "sentense"; did you mean "sentence"?');
  });
});

describe('the door over HTTP', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(new URL('/mcp', serving.server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body,
    });

  it('lets pages of allowed origins say which version of the protocol they speak', async () => {
    const { server } = await serve({ ENTENTE_CORS: 'https://allowed.example' });
    const headers = {
      origin: 'https://allowed.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,mcp-protocol-version',
    };
    const answer = await fetch(new URL('/mcp', server.url), { method: 'OPTIONS', headers });
    expect([answer.status, answer.headers.get('access-control-allow-headers')]).toEqual([204, expect.stringContaining('mcp-protocol-version')]);
    await server.stop();
  });

  it.each([
    ['a body that is too large', () => post(`"${'x'.repeat(200_000)}"`), 413],
    ['what is no JSON', () => post('{'), 400],
    ['messages by the dozen', () => post(JSON.stringify(Array(12).fill({ jsonrpc: '2.0', id: 1, method: 'tools/list' }))), 400],
    ['a form', () => post('a=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['a page of another origin', () => post('{}', { origin: 'https://elsewhere.example' }), 403],
    ['GET', () => fetch(new URL('/mcp', serving.server.url)), 405],
  ])('refuses %s', async (_what, ask, status) => {
    expect((await ask()).status).toBe(status);
  });
});
