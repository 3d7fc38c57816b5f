import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from './serving.js';

describe('GraphQL over HTTP', () => {
  let serving: Serving;
  const audits = serverAudits({ url: () => `${serving.server.url}/graphql` });

  beforeAll(async () => {
    serving = await serve();
  });
  afterAll(() => serving.server.stop());

  it('is held to by 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id $name', async ({ fn }) => {
    const result = await fn();
    expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
  });
});
