import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { countsCheck } from '../../src/graphql/check-counts.js';
import { formatProblem } from '../../src/load/problem.js';
import { readGoodSeeds, readSeeds } from '../../src/load/seeds.js';
import { ENTITIES, SOURCE } from './seed-folder.js';

/** Problems of a folder with these files, as lines. */
function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bad-'));
  try {
    for (const part of ['entities', 'sources']) mkdirSync(join(folder, part));
    for (const [name, text] of Object.entries({ 'entities/all.yml': ENTITIES, ...files })) writeFileSync(join(folder, name), text);
    return readSeeds(vocabulary, folder, new Map(), countsCheck(schema, vocabulary)).problems.map((problem) =>
      formatProblem(problem).replaceAll(`${folder}/`, ''),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const changed = (from: string, to: string) => {
  expect(SOURCE).toContain(from);
  return { 'sources/report.yml': SOURCE.replace(from, to) };
};

describe('a bad seed', () => {
  it('that gives a source in two files is refused in the second', () => {
    const problems = problemsOf({ 'sources/a.yml': SOURCE, 'sources/b.yml': SOURCE });
    expect(problems).toEqual(['sources/b.yml:3:7 source.id: the source "source/report" stands in sources/a.yml too']);
  });

  it('whose tension names no claim, or one that is inferred and would not show, is refused there', () => {
    const said = '0-34 person/ada-example HELD_OFFICE office/mayor-of-exampleville';
    const received = '0-49 person/ada-example TOOK_PART event/example-meeting';
    const tension = (one: string, other: string) =>
      `tensions:\n  - id: mayor-or-host\n    kind: SCOPE\n    says: Ada is mayor, and was host.\n    sides:\n      - { says: mayor, claims: [${one}] }\n      - { says: host, claims: [${other}] }\n`;
    expect(problemsOf({ 'sources/report.yml': SOURCE + tension(said, received) })).toEqual([]);
    expect(problemsOf({ 'sources/report.yml': SOURCE + tension(said, received.replace('0-49', '0-48')) })).toEqual([
      expect.stringContaining(`no claim stands at "${received.replace('0-49', '0-48')}"`) as string,
    ]);
    const inferred = changed('        with: { role: HOST }\n', '        with: { role: HOST }\n        inferred: A mayor receives guests.\n');
    expect(problemsOf({ 'sources/report.yml': inferred['sources/report.yml'] + tension(said, received) })).toEqual([
      expect.stringContaining(`tensions[0].sides[1].claims[0]: "${received}" is inferred: a tension is of what sources state`) as string,
    ]);
  });

  it('that gives an identity in two files is refused in the second', () => {
    const problems = problemsOf({ 'sources/report.yml': SOURCE, 'entities/more.yml': 'city/otherton: Otherton\n' });
    expect(problems).toEqual(['entities/more.yml:1:16 city/otherton: the id "city/otherton" stands in entities/all.yml too']);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('that names the property or qualifier %s is refused like any other', (wrong) => {
    expect(problemsOf(changed('example-meeting when', `example-meeting ${wrong}`)).join('\n')).toContain(`unknown property "${wrong}" of Meeting`);
    expect(problemsOf(changed('{ role: HOST }', `{ ${wrong}: HOST }`)).join('\n')).toContain(`unknown qualifier "${wrong}" of TOOK_PART`);
    expect(problemsOf(changed('  language: en', `  language: en\n  ${wrong}: en`)).join('\n')).toContain(`unknown key "${wrong}"`);
  });

  it('that names __proto__ anywhere is refused, where it would be lost in silence', () => {
    const refused = /\.yml:\d+:\d+ YAML: the key __proto__ is not read/;
    expect(problemsOf({ 'sources/report.yml': SOURCE, 'entities/more.yml': '__proto__: Nobody\n' }).join('\n')).toMatch(refused);
    expect(problemsOf(changed('{ role: HOST }', '{ __proto__: HOST }')).join('\n')).toMatch(refused);
    expect(problemsOf(changed('example-meeting when', 'example-meeting __proto__')).join('\n')).toContain('unknown property "__proto__" of Meeting');
  });

  it('that uses a former id is told the one to write', () => {
    const entities = ENTITIES.replace('person/bo-sample: Bo Sample', 'person/bo-sample: { label: Bo Sample, was: [person/bob] }');
    const source = SOURCE.replace('fact: person/bo-sample name', 'fact: person/bob name');
    expect(problemsOf({ 'entities/all.yml': entities, 'sources/report.yml': source }).join('\n')).toContain(
      '"person/bob" is "person/bo-sample" now; write that',
    );
  });

  it('that cannot be read does not put the identities that it would use in the wrong', () => {
    for (const broken of [SOURCE.replace('source:', 'source: ['), 'sentences: {}', '']) {
      const problems = problemsOf({ 'sources/report.yml': broken });
      expect(problems).not.toEqual([]);
      expect(problems.filter((problem) => problem.startsWith('entities/'))).toEqual([]);
    }
  });

  it.each([
    ['a wrong key', '{ kind: Meeting, label:', '{ knd: Meeting, label:', 'unknown key "knd"; did you mean "kind"?'],
    ['a wrong kind', 'kind: Meeting', 'kind: Meting', 'unknown kind "Meting"; did you mean "Meeting"?'],
    ['a label that is no text', 'Bo Sample\n', '[]\n', 'expected text, got []'],
    ['no label', 'Bo Sample\n', '{ kind: Person }\n', 'label: missing; expected text'],
    ['a former id that is an id still', 'Bo Sample\n', '{ label: Bo Sample, was: [person/ada-example] }\n', '"person/ada-example" is an id still'],
    ['a former id of another kind', 'Bo Sample\n', '{ label: Bo Sample, was: [city/bo] }\n', '"city/bo" and "person/bo-sample" are of different kinds'],
    ['a former id twice', 'Bo Sample\n', '{ label: Bo Sample, was: [person/bo, person/bo] }\n', '"person/bo" leads to "person/bo-sample" already'],
    ['a former id that is none', 'Bo Sample\n', '{ label: Bo Sample, was: [Bo] }\n', 'malformed id "Bo"'],
    ['a mistake of YAML', 'Bo Sample\n', 'Bo Sample\nperson/bo-sample: Bo\n', 'YAML: Map keys must be unique'],
    ['an end of the file that is lost', 'city/otherton', '"city', 'YAML: '],
  ])('with %s in one entity is told of that entity alone', (_what, from, to, told) => {
    const problems = problemsOf({ 'sources/report.yml': SOURCE, 'entities/all.yml': ENTITIES.replace(from, to) });
    expect(problems.filter((problem) => !problem.startsWith('entities/all.yml:'))).toEqual([]);
    expect(problems.join('\n')).toContain(told);
    expect(problems.filter((problem) => !problem.includes('YAML: '))).toHaveLength(told.startsWith('YAML') ? 0 : 1);
    expect(problems.join('\n')).not.toContain(' at line ');
  });

  it('with a claim that cannot be read is not asked for what that claim would have said', () => {
    expect(problemsOf(changed('city/otherton name', 'city/otherton nme'))).toEqual([
      expect.stringMatching(/^sources\/report\.yml:\d+:\d+ sentences\[1\]\.claims\[0\]\.fact: unknown property "nme" of City/) as string,
    ]);
  });

  it('whose figure counts what cannot be counted is told with the other problems, at its place', () => {
    const figure = (counts: string) => `
      - fact: city/otherton figure
        value: { measure: pacts, amount: 1, unit: pact, comparator: EXACTLY }
        counts: ${counts}
        summary: Otherton has one pact.`;
    const said = (counts: string) => ({
      'sources/report.yml': SOURCE.replace('TOOK_PART', 'TOOK_PRT').replace(/(?<=at: 61-100\n {4}claims:)/, figure(counts)),
    });
    const wrong = problemsOf(said('{ list: partnerships, filter: { involves: { all: [city/othertown] } } }'));
    expect(wrong).toHaveLength(2);
    expect(wrong[1]).toMatch(
      /^sources\/report\.yml:\d+:\d+ sentences\[1\]\.claims\[0\]\.counts\.filter\.involves\.all\[0\]: unknown id "city\/othertown"; did you mean "city\/otherton"\?$/,
    );
    expect(problemsOf(said('{ list: partnerships, filter: { involves: { all: [city/otherton] } } }'))).toHaveLength(1);
  });

  it('whose summary, label or reason is blank is refused', () => {
    expect(problemsOf(changed('summary: They met on 3 May 2024.', 'summary: "  "')).join('\n')).toMatch(/claims\[5\]\.summary: /);
    expect(problemsOf({ 'sources/report.yml': SOURCE, 'entities/more.yml': 'office/empty: " "\n' }).join('\n')).toMatch(/office\/empty: /);
    expect(problemsOf(changed('summary: They met', 'rank: PREFERRED\n        reason: " "\n        summary: They met')).join('\n')).toMatch(
      /the rank PREFERRED needs a reason/,
    );
  });

  it('whose label is too long for a cursor is refused', () => {
    expect(problemsOf({ 'sources/report.yml': SOURCE, 'entities/more.yml': `office/long: ${'가'.repeat(301)}\n` }).join('\n')).toMatch(
      /office\/long: a label has at most 300 characters/,
    );
  });

  it('with brackets nested a hundred thousand deep is refused at its place', () => {
    for (const deep of ['['.repeat(200_000), '{a: '.repeat(100_000), '- '.repeat(100_000)]) {
      const problems = problemsOf({ 'sources/report.yml': deep, 'entities/more.yml': 'city/otherton: Otherton\n' });
      expect(problems).toEqual([
        expect.stringMatching(/^entities\/more\.yml:1:16 city\/otherton: the id "city\/otherton" stands in/),
        expect.stringMatching(/^sources\/report\.yml:1:\d+ YAML: nests too deep to be read$/),
      ]);
    }
  });

  it('that is no file is named, and what is wrong with others is told all the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-bad-'));
    try {
      for (const part of ['entities', 'sources', 'entities/folder.yml']) mkdirSync(join(folder, part));
      writeFileSync(join(folder, 'entities', 'all.yml'), ENTITIES);
      writeFileSync(join(folder, 'sources', 'report.yml'), SOURCE.replace('TOOK_PART', 'TOOK_PRT'));
      execFileSync('mkfifo', [join(folder, 'sources', 'pipe.yml')]);
      symlinkSync(join(folder, 'sources', 'loop.yml'), join(folder, 'sources', 'loop.yml'));
      symlinkSync(join(folder, 'nowhere'), join(folder, 'sources', 'gone.yml'));
      const problems = readSeeds(vocabulary, folder, new Map()).problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ''));
      expect(problems).toEqual([
        'entities/folder.yml:1:1 is a folder, not a file',
        'sources/gone.yml:1:1 is a link that leads nowhere',
        'sources/loop.yml:1:1 is a link that leads back to itself',
        'sources/pipe.yml:1:1 is no file, but a pipe, a socket or a device',
        expect.stringContaining('unknown relationship type "TOOK_PRT"; did you mean "TOOK_PART"?'),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('with more unused or unknown ids than anybody reads is told of each', () => {
    const many = Array.from({ length: 16_000 }, (_none, at) => `city/unused-${String(at)}`);
    const unused = problemsOf({ 'sources/report.yml': SOURCE, 'entities/more.yml': many.map((id) => `${id}: Nowhere\n`).join('') });
    expect(unused).toHaveLength(many.length);
    expect(unused.at(-1)).toContain('no claim uses');
    const claims = many.slice(0, 2_000).map((id) => `  - { fact: ${id} PARTNER_IN partnership/exampleville-otherton, summary: It is a partner. }\n`);
    expect(problemsOf({ 'sources/report.yml': `${SOURCE}claims:\n${claims.join('')}` })).toHaveLength(2_000);
  });

  it.each([
    ['summary: The mayor is called Ada Example.', 'summary: "The mayor\\u001b[2J is Ada."', 'summary: expected one line of text, got \\u001b in it'],
    ['summary: The mayor is called Ada Example.', 'summary: "The mayor\\nis Ada."', 'summary: expected one line of text, got \\u000a in it'],
    ['summary: The mayor is called Ada Example.', 'summary: "The mayor\\u202eis Ada."', 'summary: expected one line of text, got \\u202e in it'],
    ['{ text: Ada Example, lang: en }', '{ text: "Ada\\u0007 Example", lang: en }', 'value: expected one line of text, got \\u0007 in it'],
    ['title: An invented report', 'title: "An\\u0085report"', 'source.title: expected one line of text, got \\u0085 in it'],
    ['title: An invented report', 'title: A report\n  url: javascript:alert(1)', 'source.url: expected an address that begins with http'],
    ['title: An invented report', 'title: A report\n  url: file:///etc/passwd', 'source.url: expected an address that begins with http'],
    ['title: An invented report', 'title: A report\n  url: example.org/report', 'source.url: expected an address that begins with http'],
  ])('that says %j as %j is refused', (from, to, told) => {
    expect(problemsOf(changed(from, to)).join('\n')).toContain(told);
  });

  it('with a label that would move a cursor is refused, and shown without moving it', () => {
    const problems = problemsOf({ 'sources/report.yml': SOURCE, 'entities/more.yml': 'city/odd: "Odd\\e[2J"\n"city/\\e[31mred": Red\n' });
    expect(problems.join('\n')).toContain('city/odd: expected one line of text, got \\u001b in it');
    expect(problems.join('\n')).toContain('malformed id "city/\\u001b[31mred"');

    expect(problems.join('')).not.toMatch(/[\u0000-\u001f]/);
  });

  it('with two documents, a wrong top, or a list for a map is refused', () => {
    expect(problemsOf({ 'sources/report.yml': `${SOURCE}---\n${SOURCE}` }).join('\n')).toMatch(/sources\/report\.yml:\d+:\d+ YAML: .*multiple documents/);
    for (const wrong of ['[]', '7', '"text"', 'source: []', 'source: { id: 7 }', 'sentences: {}']) {
      const problems = problemsOf({ 'sources/report.yml': wrong });
      expect([wrong, problems.filter((problem) => problem.startsWith('sources/report.yml:1:')).length > 0]).toEqual([wrong, true]);
    }
  });

  it('with lines that end as on Windows is read all the same, and its places are right', () => {
    const windows = SOURCE.replaceAll('\n', '\r\n');
    expect(problemsOf({ 'sources/report.yml': windows })).toEqual([]);
    const [unix = '', dos = ''] = [SOURCE, windows].map((text) => problemsOf({ 'sources/report.yml': text.replace('TOOK_PART', 'TOOK_PRT') })[0]);
    expect(dos).toBe(unix);
    expect(unix).toMatch(/^sources\/report\.yml:\d+:\d+ /);
  });

  it('beside a file that is no seed is refused, and a folder that is not there too', () => {
    expect(problemsOf({ 'sources/report.yml': SOURCE, 'sources/notes.txt': 'hi' })).toEqual(['sources/notes.txt:1:1 not a seed; seeds end in .yml']);
    expect(problemsOf({ 'sources/report.yml': SOURCE, 'sources/more.yaml': SOURCE })).toEqual(['sources/more.yaml:1:1 not a seed; seeds end in .yml']);
    expect(readSeeds(vocabulary, '/nowhere', new Map()).problems.map(({ message }) => message)).toEqual(['no such folder', 'no such folder']);
  });

  it('never becomes a data set that a store is filled from', () => {
    expect(() => readGoodSeeds(vocabulary, '/nowhere', new Map())).toThrow(/no such folder/);
  });
});
