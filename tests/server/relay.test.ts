import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';

const COMPONENT = `
import { graphql } from 'relay-runtime';

graphql\`
  query AppQuery($id: ID!, $count: Int = 10, $cursor: String) {
    node(id: $id) { id ...App_events @alias(as: "person") ...App_back @alias(as: "country") }
    search(text: "seoul", first: 3) { edges { node { id label } } }
  }
\`;

graphql\`
  fragment App_events on Person @refetchable(queryName: "AppEventsQuery") {
    label
    events(first: $count, after: $cursor) @connection(key: "App_events") {
      edges { node { id label when { edtf } ...App_evidence } fact { status } }
    }
  }
\`;

graphql\`
  fragment App_back on Country @refetchable(queryName: "AppBackQuery") {
    events(last: $count, before: $cursor) @connection(key: "App_back_events") {
      edges { node { id } whereabouts }
    }
  }
\`;

graphql\`
  fragment App_evidence on Entity {
    fact { claims(first: 3) { nodes { id summary source { id label } span { start end text } } } }
  }
\`;
`;

describe('Relay', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-relay-'));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'schema.graphql'), printSchema(schema));
    writeFileSync(join(folder, 'src/App.js'), COMPONENT);
    writeFileSync(join(folder, 'package.json'), '{"name":"app","private":true}');
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify({ src: './src', schema: './schema.graphql', language: 'javascript' }));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('compiles queries, connections and refetchable fragments against the schema', () => {
    const compiled = spawnSync(resolve('node_modules/.bin/relay-compiler'), ['relay.config.json', '--noWatchman'], { cwd: folder, encoding: 'utf8' });
    expect(compiled.status, `${compiled.stdout}${compiled.stderr}`).toBe(0);
    expect(readdirSync(join(folder, 'src/__generated__')).sort()).toEqual([
      'AppBackQuery.graphql.js',
      'AppEventsQuery.graphql.js',
      'AppQuery.graphql.js',
      'App_back.graphql.js',
      'App_events.graphql.js',
      'App_evidence.graphql.js',
    ]);
  });
});
