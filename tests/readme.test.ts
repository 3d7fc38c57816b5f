import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, validate, type DocumentNode } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../schema/schema.js';
import { serve, type Serving } from './server/serving.js';

interface Block {
  readonly place: string;
  readonly text: string;
  /** The JSON that stands behind it. */
  readonly answer: string | null;
}

/** The graphql blocks of a Markdown file. */
function blocksOf(file: string): Block[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(({ 1: block = '', index }) => ({
    place: `${file}:${String(text.slice(0, index).split('\n').length)}`,
    text: block,
    answer: /^\s*```json\n([\s\S]*?)^```$/m.exec(text.slice(index + block.length).slice(0, 4_000))?.[1] ?? null,
  }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : path.endsWith('.md') ? [path] : [];
  });
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

const ofReadme = blocksOf('README.md');
const ofDocs = filesBelow('docs').flatMap(blocksOf);
/** What is written in short, with an ellipsis for instance, is no document; blocks of types are no operations. */
const isSample = ({ text }: Block) => /…|^\s*\.\.\.\s*$/m.test(text) && parsed(text) === null;
const isSchema = ({ text }: Block) =>
  parsed(text)?.definitions.every(({ kind }) => kind !== Kind.OPERATION_DEFINITION && kind !== Kind.FRAGMENT_DEFINITION) === true;
const checked = [...ofReadme, ...ofDocs].filter((block) => !isSample(block) && !isSchema(block));

describe('the graphql of README.md and docs/', () => {
  it('is there', () => {
    expect(ofReadme.length).toBeGreaterThan(0);
  });

  it.each(checked)('is valid at $place', ({ text }) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });
});

describe('the questions of README.md and of docs/lens.md', () => {
  // A server has limits and rules of its own beside the schema's.
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve();
    return () => serving.server.stop();
  });

  const runnable = [...ofReadme, ...blocksOf('docs/lens.md')].filter(
    (block) => checked.some(({ place }) => place === block.place) && !/query\s*\w*\s*\([^)]*!\s*[,)]/.test(block.text),
  );

  it.each(runnable)('have the answer that stands behind them, at $place', async ({ text, answer }) => {
    const { json } = await serving.ask(text);
    expect(json.errors ?? []).toEqual([]);
    expect(json.data).toEqual(JSON.parse(answer ?? 'null'));
  });

  it.each(blocksOf('docs/api.md'))('are asked without a mistake, and find something, at $place', async ({ text }) => {
    const { data, errors } = (await serving.ask(text)).json;
    expect(errors ?? []).toEqual([]);
    expect(Object.values(data ?? {})).not.toContain(null);
  });
});
