import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from './serving.js';

let serving: Serving;
beforeAll(async () => {
  serving = await serve({});
});
afterAll(() => serving.server.stop());

const messages = async (document: string) => ((await serving.ask(document)).json.errors ?? []).map(({ message }) => message);

describe('what people guess', () => {
  it.each([
    ['{ events { nodes { heldIn { totalCount } } } }', 'Cannot query field "heldIn" on type "Event". Did you mean "places"?'],
    ['{ events { nodes { location { totalCount } } } }', 'Cannot query field "location" on type "Event". Did you mean "places"?'],
    ['{ cities { nodes { partners { totalCount } } } }', 'Cannot query field "partners" on type "City". Did you mean "partnerships"?'],
    ['{ people { nodes { heldOffice { totalCount } } } }', 'Cannot query field "heldOffice" on type "Person". Did you mean "offices"?'],
    ['{ events(where: { heldIn: {} }) { totalCount } }', 'Field "heldIn" is not defined by type "EventWhere". Did you mean "places"?'],
    [
      '{ people(where: { offices: { some: { when: {} } } }) { totalCount } }',
      'Field "when" is not defined by type "RelatedOfficeWhere". Did you mean "during"?',
    ],
    ['{ events(filter: {}) { totalCount } }', 'Unknown argument "filter" on field "Query.events". Did you mean "where"?'],
    ['{ events(limit: 3) { totalCount } }', 'Unknown argument "limit" on field "Query.events". Did you mean "first"?'],
  ])('%s is answered with what it is called here', async (document, message) => {
    expect(await messages(document)).toContain(message);
  });

  it('a slip is led to what is spelled alike, as before', async () => {
    expect((await messages('{ contries { totalCount } }'))[0]).toMatch(/^Cannot query field "contries" on type "Query"\. Did you mean "countries"/);
  });

  it('a value that an enumeration has not got is answered with those that it has', async () => {
    const values = 'Its values are EXCLUDE, INCLUDE, ONLY.';
    expect((await messages('{ events(intended: YES) { totalCount } }'))[0]).toBe(`Value "YES" does not exist in "Intended" enum. ${values}`);
    expect((await messages('{ events(intended: true) { totalCount } }'))[0]).toContain(values);
    const { json } = await serving.ask('query ($intended: Intended) { events(intended: $intended) { totalCount } }', { variables: { intended: 'only' } });
    expect(json.errors?.[0]?.message).toContain(`Did you mean the enum value "ONLY"? ${values}`);
  });

  it('search(query:) is led to its text', async () => {
    expect((await messages('{ search(query: "Hanoi") { nodes { id } } }'))[0]).toBe('Unknown argument "query" on field "Query.search". Did you mean "text"?');
  });

  it('names the type that has it, where only some have', async () => {
    expect((await messages('{ entity(id: "city/paris") { partners { totalCount } } }'))[0]).toMatch(
      /^Cannot query field "partners" on type "Entity"\. Did you mean "partnerships" on "\w+"/,
    );
  });

  it('person(id:) finds the one', async () => {
    expect((await serving.ask('{ person(id: "person/to-lam") { label } }')).json.data).toEqual({ person: { label: 'To Lam' } });
  });

  it('nothing is suggested where that is off', async () => {
    const closed = await serve({ NODE_ENV: 'production' });
    for (const document of [
      '{ events { nodes { heldIn { totalCount } } } }',
      '{ events(filter: {}) { totalCount } }',
      '{ search(query: "a") { nodes { id } } }',
    ])
      expect((await closed.ask(document)).text).not.toContain('Did you mean');
    await closed.server.stop();
  });
});
