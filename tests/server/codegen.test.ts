import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { parse, printSchema } from 'graphql';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';

const DOCUMENT = `
query Person($id: ID!, $count: Int = 10, $during: DateRange) {
  person(id: $id) {
    events(first: $count, where: { during: $during, role: [HOST] }) {
      edges { role whereabouts node { ...Occasion } }
      pageInfo { endCursor hasNextPage }
    }
  }
}

fragment Occasion on Event {
  __typename
  when { edtf earliest }
  places { nodes { ...Named ... on City { cityLevel latitude } } }
  ... on Summit { edition }
}

fragment Named on Entity { id label intended }
`;

/** As somebody writes an app: what the schema says is read with its types, and a fragment only through its mask. */
const APP = `
import { useFragment } from './gql/index.js';
import { PersonDocument, OccasionFragmentDoc, NamedFragmentDoc, type PersonQuery, type PersonQueryVariables } from './gql/graphql.js';

export const variables: PersonQueryVariables = { id: 'person/to-lam', during: { from: '2025', certainty: 'CERTAIN' } };
export const document = PersonDocument;

export function told({ person }: PersonQuery): readonly string[] {
  return (person?.events.edges ?? []).map(({ role, node }) => {
    const event = useFragment(OccasionFragmentDoc, node);
    const first: string | null = event.when?.earliest ?? null;
    const edition: number | null = event.__typename === 'Summit' ? event.edition : null;
    const inPlaces = event.places.nodes.map((place) => useFragment(NamedFragmentDoc, place).label);
    return [role === 'HOST' ? 'host' : '', first, String(edition), ...inPlaces].join();
  });
}
`;

/** Within the repository, for its packages to be found. */
let folder: string;
let mistakes: readonly ts.Diagnostic[];

beforeAll(async () => {
  folder = mkdtempSync(resolve('node_modules/.entente-codegen-'));
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: join(folder, 'gql/'),
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: [{ location: 'app.graphql', document: parse(DOCUMENT), rawSDL: DOCUMENT }],
    config: { scalars: { Date: 'string', EDTF: 'string', JSON: 'unknown' }, useTypeImports: true, emitLegacyCommonJSImports: false },
    presetConfig: {},
    plugins: [],
    pluginMap: {},
  });
  for (const section of sections) write(section.filename, await codegen(section));
  write(join(folder, 'right.ts'), APP);
  write(join(folder, 'wrong.ts'), APP.replace("certainty: 'CERTAIN'", "certainty: 'SURE'").replace("=== 'HOST'", "=== 'GUEST'"));
  const files = ['right.ts', 'wrong.ts'].map((name) => join(folder, name));
  // At its strictest.
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, types: [] };
  mistakes = ts.getPreEmitDiagnostics(ts.createProgram(files, options));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What TypeScript finds wrong with all files but one. */
function mistakesBeside(name: string): readonly string[] {
  const found = mistakes.filter(({ file }) => basename(file?.fileName ?? '') !== name);
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe("GraphQL Code Generator's client preset", () => {
  it('makes types of operations and masked fragments, with which an app compiles', () => {
    expect(mistakesBeside('wrong.ts')).toEqual([]);
  });

  it('makes types that refuse what the schema does not say', () => {
    expect(mistakesBeside('right.ts')).toEqual([expect.stringContaining('SURE'), expect.stringContaining('GUEST')]);
  });
});
