import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/ask/catalogue.js';
import { serve, type Serving } from '../server/serving.js';

let serving: Serving;

beforeAll(async () => {
  serving = await serve();
});
afterAll(async () => {
  await serving.server.stop();
});

const get = (search: Record<string, string>) =>
  serving.fetch(`/graphql?${new URLSearchParams(search).toString()}`, { headers: { accept: 'application/json' } });

describe('an operation of the catalogue', () => {
  const question = catalogue().get('partnerships-of-period');
  const variables = JSON.stringify({ a: 'country/fr', b: 'country/kr', from: '2019-01-01', to: '2019-12-31' });

  it('runs by its name', async () => {
    const { status, json } = await get({ id: 'partnerships-of-period', variables });
    expect([status, json.data]).toEqual([200, expect.objectContaining({ partnerships: expect.objectContaining({ totalCount: 3 }) as unknown })]);
  });

  it('runs by its SHA-256, with other variables', async () => {
    const { json } = await get({ id: question?.sha256 ?? '', variables: variables.replaceAll('2019', '2015') });
    expect(json.errors).toBeUndefined();
    expect(json.data).toHaveProperty('partnerships');
  });

  it('runs by POST with variables in the body', async () => {
    const { json } = await serving.fetch('/graphql?id=partnerships-of-period', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ variables: JSON.parse(variables) as unknown }),
    });
    expect(json.data).toHaveProperty('partnerships.totalCount', 3);
  });

  it('that is misspelt is refused with the near miss', async () => {
    const { status, json } = await get({ id: 'partnerships-of-periods' });
    expect(status).toBeLessThan(500);
    expect(json.errors?.[0]).toMatchObject({
      message: 'there is no "partnerships-of-periods"; did you mean "partnerships-of-period"?',
      extensions: { code: 'UNKNOWN_ID' },
    });
  });

  it('without its variables is refused as any operation would be', async () => {
    const { status, json } = await get({ id: 'partnerships-of-period' });
    expect(status).toBeLessThan(500);
    expect(json.errors?.[0]?.extensions).toHaveProperty('code');
  });

  it('does not replace a document that the request sends', async () => {
    const { json } = await get({ id: 'partnerships-of-period', query: '{ __typename }' });
    expect(json.data).toEqual({ __typename: 'Query' });
  });
});
