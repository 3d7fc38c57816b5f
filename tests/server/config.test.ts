import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '../../src/server/config.js';

function messageOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the configuration', () => {
  it('has defaults that are safe', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 4_000, neo4j: null, cors: [], graphiql: true, introspection: true });
    expect(config.limits).toMatchObject({
      body: 100_000,
      tokens: 2_000,
      aliases: 30,
      rootFields: 20,
      directives: 20,
      hops: 6,
      nodes: 20_000,
      executions: 64,
      deadline: 10_000,
      statementTimeout: 5_000,
    });
  });

  it('closes in production what is open in development, unless it is set', () => {
    expect(readConfig({ NODE_ENV: 'production' })).toMatchObject({ graphiql: false, introspection: false, suggestions: false, metrics: false });
    expect(readConfig({ NODE_ENV: 'production', ENTENTE_METRICS: '[::1]:9464' })).toMatchObject({ metrics: { host: '::1', port: 9_464 } });
    expect(messageOf({ NODE_ENV: 'prod', ENTENTE_METRICS: 'yes please' })).toMatchInlineSnapshot(`
      "the configuration is wrong:
        NODE_ENV: expected production, development or test, got "prod"
        ENTENTE_METRICS: expected true, false, or an address of its own such as 127.0.0.1:9464, got "yes please""
    `);
    expect(readConfig({ NODE_ENV: 'production', ENTENTE_GRAPHIQL: 'true' })).toMatchObject({ graphiql: true, introspection: false });
  });

  it('takes empty settings as absent', () => {
    expect(readConfig({ PORT: '', NEO4J_URI: '' })).toMatchObject({ port: 4_000, neo4j: null });
  });

  it('reads Neo4j from its own settings', () => {
    expect(readConfig({ NEO4J_URI: 'neo4j+s://db.example:7687', NEO4J_PASSWORD: 'p' }).neo4j).toEqual({
      uri: 'neo4j+s://db.example:7687',
      user: 'neo4j',
      password: 'p',
      database: 'neo4j',
    });
  });

  it('names all mistakes at once, each with its rule and what came', () => {
    expect(
      messageOf({ PORT: '70000', ENTENTE_MAX_NODES: 'many', ENTENTE_GRAPHIQL: 'perhaps', ENTENTE_CORS: 'https://a.example/path', ENTENTE_LOG_LEVEL: 'loud' }),
    ).toMatchInlineSnapshot(`
      "the configuration is wrong:
        PORT: expected a whole number from 0 to 65535, got "70000"
        ENTENTE_GRAPHIQL: expected true or false, got "perhaps"
        ENTENTE_CORS: expected origins such as https://example.org, separated by commas, got "https://a.example/path"
        ENTENTE_LOG_LEVEL: Invalid option: expected one of "fatal"|"error"|"warn"|"info"|"debug"|"silent", got "loud"
        ENTENTE_MAX_NODES: expected a whole number from 100 to 10000000, got "many""
    `);
  });

  it.each([{ NEO4J_URI: 'http://me:swordfish@db' }, { NEO4J_PASSWORD: 'swordfish', PORT: 'x' }, { NEO4J_URI: 'bolt://a b:swordfish' }])(
    'never shows a secret: %j',
    (environment) => {
      expect(messageOf(environment)).not.toBe('');
      expect(messageOf(environment)).not.toContain('swordfish');
    },
  );

  it('knows a setting that is misspelled, and leaves those of others alone', () => {
    expect(messageOf({ ENTENTE_MAX_NODE: '1' })).toContain('ENTENTE_MAX_NODE: unknown setting; did you mean "ENTENTE_MAX_NODES"?');
    expect(messageOf({ ENTENTE_REQUIRE_BROWSER: '1', ENTENTE_REQUIRE_NEO4J: '1', ENTENTE_NEO4J_VERSION: '5.26' })).toBe('');
  });

  it('has a table of all settings', () => {
    for (const { name, about } of SETTINGS) expect([name, about]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/)]);
    expect(SETTINGS.find(({ name }) => name === 'ENTENTE_MAX_BODY')?.default).toBe('100000');
    expect(SETTINGS.find(({ name }) => name === 'ENTENTE_GRAPHIQL')?.default).toBe('true; false in production');
  });
});
