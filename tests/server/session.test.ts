import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { readConfig } from '../../src/server/config.js';
import { Gate } from '../../src/server/gate.js';
import { createEndpoint } from '../../src/server/graphql-endpoint.js';
import { createLog } from '../../src/server/log.js';

it('many requests of one session leave nothing that listens to its end', async () => {
  const config = readConfig({});
  const endpoint = createEndpoint(schema, config, {
    vocabulary,
    store: new EmbeddedStore(vocabulary),
    texts: new Map(),
    limits: config.limits,
    gate: new Gate(config.limits.executions),
  });
  const log = await createLog({ level: 'silent', pretty: false });
  const call = { id: 'session', log, signal: new AbortController().signal, notes: { operation: null, nodes: null, codes: new Set<string>() } };
  const request = { method: 'POST', target: '/graphql', accept: 'application/json', body: JSON.stringify({ query: '{ countries { totalCount } }' }) };
  for (let times = 0; times < 3; times += 1) expect((await endpoint(request, call)).status).toBe(200);
  expect(getEventListeners(call.signal, 'abort')).toEqual([]);
});
