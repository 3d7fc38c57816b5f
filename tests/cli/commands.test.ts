import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/model/text.js';
import { ENTITIES, SOURCE, TEXT } from '../load/seed-folder.js';
import { folder, run, runCutShort, write, type Ended } from './running.js';

const GOOD = ['--seed', 'good', '--documents', 'texts'];

/** Fails unless the command ended so, with no stack trace. */
function expectEnd({ code, stdout, stderr }: Ended, wanted: number): void {
  expect({ code, stderr: wanted === 0 ? stderr : '', stdout: wanted === code ? '' : stdout }).toEqual({ code: wanted, stderr: '', stdout: '' });
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

describe.concurrent('entente', () => {
  it('tells its version, and of a folder of texts that is named but not there', async () => {
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { code, stderr } = await run(['coverage', '--seed', 'good', '--documents', 'txets']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('txets: no such folder; without the source texts, spans show no words')]);
  });
});

describe.concurrent('entente verify', () => {
  it('says that good seeds have no problems, and shows each sentence for review', async () => {
    const [plain, review] = await Promise.all([run(['verify', ...GOOD]), run(['verify', 'source/report', '--review', ...GOOD])]);
    expectEnd(plain, 0);
    expect(plain.stdout).toBe('8 identities, 1 source, 9 claims: no problems\n1 to be read again; --review names them\n');
    expectEnd(review, 0);
    expect(review.stdout).toContain('## 0-60\nAda Example, mayor of Exampleville, met Bo Sample on Friday.');
    expect(review.stdout).toContain('73-99 "the twinning with Otherton" + 22-34 "Exampleville"');
    expect(review.stdout).toContain('## 101-107 (DEFECT)');
  });

  it('prints every problem as file:line:column and exits with 1', async () => {
    const ended = await run(['verify', '--seed', 'bad']);
    expectEnd(ended, 1);
    expect(ended.stdout).toBe('');
    const lines = ended.stderr.trim().split('\n');
    expect(lines.at(-1)).toBe(`${String(lines.length - 1)} problems`);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^bad\/(entities|sources)\/\w+\.yml:\d+:\d+ \S+: /);
    expect(ended.stderr).toContain('unknown relationship type "TOOK_PRT"; did you mean "TOOK_PART"?');
    expect(ended.stderr).toContain('the span 59-50 is reversed');
  });

  it('tells of a single problem as of one', async () => {
    write({ 'bad-once/entities/all.yml': ENTITIES, 'bad-once/sources/report.yml': SOURCE.replace('TOOK_PART', 'TOOK_PRT') });
    expect((await run(['verify', '--seed', 'bad-once'])).stderr).toMatch(/\n1 problem\n$/);
  });

  it('tells of a figure that counts what is not there, as every command does that reads the seeds first', async () => {
    const figure = `
      - fact: city/otherton figure
        value: { measure: pacts, amount: 1, unit: pact, comparator: EXACTLY }
        counts: { list: partnerships, filter: { involves: { all: [city/othertown] } } }
        summary: Otherton has one pact.`;
    write({ 'miscounted/entities/all.yml': ENTITIES, 'miscounted/sources/report.yml': SOURCE.replace(/(?<=at: 61-100\n {4}claims:)/, figure) });
    const commands = [['verify'], ['plan'], ['serve', '--port', '0'], ['export', 'claims']];
    for (const { code, stderr } of await Promise.all(commands.map((command) => run([...command, '--seed', 'miscounted'])))) {
      expect(stderr).toMatch(/^miscounted\/sources\/report\.yml:\d+:\d+ .*counts\.filter\.involves\.all\[0\]: unknown id "city\/othertown"; did you mean/);
      expect(code).toBe(1);
    }
  });

  it('exits with 1 for a folder or a source that is not there', async () => {
    const [nowhere, source] = await Promise.all([run(['verify', '--seed', 'nowhere']), run(['verify', 'source/reprot', ...GOOD])]);
    expectEnd(nowhere, 1);
    expect(nowhere.stderr).toContain('nowhere/entities:1:1 no such folder');
    expectEnd(source, 1);
    expect(source.stderr).toContain('no source "source/reprot"');
  });
});

describe.concurrent('entente coverage', () => {
  it('lists each sentence and its claims, and counts them', async () => {
    const [all, missing, other] = await Promise.all([
      run(['coverage', ...GOOD]),
      run(['coverage', '--missing', ...GOOD]),
      run(['coverage', 'source/none', ...GOOD]),
    ]);
    expectEnd(all, 0);
    expect(all.stdout).toContain('source/report 0-60 6 claims  Ada Example');
    expect(all.stdout).toContain('source/report 101-107 DEFECT  Page 3');
    expect(all.stdout).toContain('source/report: 3 sentences, 2 claimed, 1 excused, 0 missing');
    expect(missing.stdout).toBe('source/report: 3 sentences, 2 claimed, 1 excused, 0 missing\n');
    expectEnd(other, 1);
  });
});

describe.concurrent('entente locate', () => {
  const HASH = sha256(TEXT);
  const locate = (...args: readonly string[]) => run(['locate', ...args, '--documents', 'texts']);

  it('prints the spans of words with what stands around them, by hash or by seed file', async () => {
    const [byHash, byFile, none] = await Promise.all([
      locate(HASH.slice(0, 8), 'Example'),
      locate('good/sources/report.yml', 'Otherton'),
      locate(HASH, 'Nowhere'),
    ]);
    expectEnd(byHash, 0);
    expect(byHash.stdout).toContain('4-11  …Ada [Example], mayor');
    expect(byFile.stdout).toBe('91-99  …She praised the twinning with [Otherton]. Page 3…\n');
    expectEnd(none, 1);
    expect(none.stderr).toBe('"Nowhere" does not stand in the text\n');
  });

  it('prints a first seed for a text', async () => {
    const ended = await locate(HASH, '--scaffold', 'source/draft');
    expectEnd(ended, 0);
    expect(parse(ended.stdout)).toMatchObject({
      source: { id: 'source/draft', sha256: HASH, length: TEXT.length },
      sentences: [{ at: '0-60' }, { at: '61-100' }, { at: '101-107' }],
    });
  });

  it('fills in the spans of a draft, and names the words that it did not find', async () => {
    const draft = SOURCE.replace('at: 0-11', 'words: Ada Example');
    write({ 'draft.yml': draft, 'partly.yml': draft.replace('at: 50-59', 'words: on Sunday') });
    const [whole, partly] = await Promise.all([locate('draft.yml', '--fill'), locate('partly.yml', '--fill')]);
    expectEnd(whole, 0);
    expect(parse(readFileSync(join(folder, 'draft.yml'), 'utf8'))).toEqual(parse(SOURCE));
    expectEnd(partly, 1);
    expect(partly.stderr).toBe('0-60 event/example-meeting when: "on Sunday" is not in the sentence\n');
    expect(readFileSync(join(folder, 'partly.yml'), 'utf8')).toContain('words: on Sunday');
  });

  it('exits with 1 and says what is wrong with what it is given', async () => {
    write({ 'broken.yml': 'source: [', 'bare.yml': 'source: { id: source/bare }\n' });
    const wrong = await Promise.all([locate('nowhere.yml', 'x'), locate('broken.yml', 'x'), locate('bare.yml', 'x'), locate('abcdef', 'x'), locate(HASH)]);
    for (const ended of wrong) expectEnd(ended, 1);
    expect(wrong.map(({ stderr }) => stderr.trim())).toEqual([
      'nowhere.yml: no such file; give a seed file, or the hash of a text or its first digits',
      expect.stringMatching(/^broken\.yml: is no YAML: /),
      'bare.yml: names no text; its source needs a sha256',
      'no text with the hash abcdef is at hand; name its folder with --documents',
      'name the words to find, or ask for --fill or --scaffold',
    ]);
  });
});

describe.concurrent('entente export', () => {
  const KEYS =
    'id factKey subject predicate object value polarity modality rank assertedBy edtf earliest latest source sha256 dataset licence attribution spans records summary basis basisRule doubt'.split(
      ' ',
    );

  it('prints claims and entities, one JSON object a line, or writes them to a file', async () => {
    const [claims, entities, file] = await Promise.all([
      run(['export', 'claims', '--format', 'jsonl', ...GOOD]),
      run(['export', 'entities', ...GOOD]),
      run(['export', 'claims', '-o', 'claims.jsonl', ...GOOD]),
    ]);
    for (const ended of [claims, entities, file]) expectEnd(ended, 0);
    const rows = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows(claims.stdout)).toHaveLength(9);
    for (const row of rows(claims.stdout)) expect(Object.keys(row)).toEqual(KEYS);
    expect(rows(entities.stdout)).toHaveLength(8);
    for (const row of rows(entities.stdout)) expect(Object.keys(row)).toEqual(['id', 'kind', 'names']);
    expect(file.stdout).toBe('');
    expect(readFileSync(join(folder, 'claims.jsonl'), 'utf8')).toBe(claims.stdout);
  });

  it('prints nothing of bad seeds', async () => {
    const ended = await run(['export', 'claims', '--seed', 'bad']);
    expectEnd(ended, 1);
    expect(ended.stdout).toBe('');
  });

  it.each(['export claims', 'verify --review', 'coverage'])('and others (%s) end quietly when their reader goes away', async (command) => {
    const ended = await runCutShort([...command.split(' '), '--seed', resolve('seed')]);
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe.concurrent('entente doctor', () => {
  it('prints every setting, the seeds and the engine, and never a secret', async () => {
    const ended = await run(['doctor', ...GOOD], { NEO4J_PASSWORD: 'open-sesame' });
    expectEnd(ended, 0);
    expect(ended.stdout).toMatch(/^PORT +default 4000 /m);
    expect(ended.stdout).toMatch(/^NEO4J_PASSWORD +set /m);
    expect(ended.stdout).toContain('seeds: 8 entities, ');
    expect(ended.stdout).toContain('texts at hand: 1 of 1');
    expect(ended.stdout).toContain('engine: embedded');
    expect(ended.stdout).not.toContain('open-sesame');
  });

  it('exits with 2 when the environment is wrong, with one message for all mistakes', async () => {
    const ended = await run(['doctor', ...GOOD], { PORT: 'many', NEO4J_URI: 'http://secret@nowhere', ENTENTE_MAX_DEPHT: '9' });
    expectEnd(ended, 2);
    expect(ended.stderr).toMatch(/PORT: expected a whole number.*got "many"/);
    expect(ended.stderr).toContain('ENTENTE_MAX_DEPHT: unknown setting; did you mean "ENTENTE_MAX_DEPTH"?');
    expect(ended.stderr).toContain('NEO4J_URI: expected an address');
    expect(ended.stderr).not.toContain('secret');
  });
});

describe.concurrent('the command line', () => {
  it('without a command prints its help and exits with 1, with --help exits with 0', async () => {
    const [bare, help] = await Promise.all([run([]), run(['--help'])]);
    expectEnd(bare, 1);
    expectEnd(help, 0);
    for (const command of ['serve', 'verify', 'coverage', 'locate', 'plan', 'apply', 'export', 'neo4j', 'doctor'])
      expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it.each([
    [['verfy'], /unknown command 'verfy'\n\(Did you mean verify\?\)/],
    [['verify', '--sead', 'x'], /unknown option '--sead'\n\(Did you mean --seed\?\)/],
    [['export', 'clams'], /Allowed choices are claims, entities/],
    [['neo4j', 'start', '--port', 'abc'], /--port.*expected a port from 1 to 65535/],
    [['coverage', 'a', 'b'], /too many arguments/],
  ])('exits with 1 for %j, and says what would do', async (args, expected) => {
    const ended = await run(args);
    expectEnd(ended, 1);
    expect(ended.stderr).toMatch(expected);
  });

  it('exits with 2 where a command needs a Neo4j and finds none', async () => {
    const [none, down] = await Promise.all([run(['plan', ...GOOD]), run(['apply', ...GOOD], { NEO4J_URI: 'bolt://127.0.0.1:9' })]);
    expectEnd(none, 2);
    expect(none.stderr).toContain('NEO4J_URI is not set');
    expectEnd(down, 2);
    expect(down.stderr.trim()).not.toBe('');
  });

  it('reads the folders from the environment where options do not name them', async () => {
    write({ 'more/entities/all.yml': ENTITIES, 'more/sources/report.yml': SOURCE });
    expectEnd(await run(['verify'], { ENTENTE_SEED: 'more', ENTENTE_DOCUMENTS: 'texts' }), 0);
  });
});
