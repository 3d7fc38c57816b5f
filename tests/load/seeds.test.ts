import { describe, expect, it } from 'vitest';
import { ENTITIES, readMade, SOURCE } from './seed-folder.js';

/** Problems of the good seed with one thing in a file replaced. */
function problemsAfter(file: 'entities' | 'source', from: string, to: string): string[] {
  const good = file === 'entities' ? ENTITIES : SOURCE;
  expect(good).toContain(from);
  return readMade({ [file]: good.replace(from, to) }).problems;
}

describe('a good seed', () => {
  it('has no problem, with the text at hand and without', () => {
    expect(readMade({}).problems).toEqual([]);
    expect(readMade({ withText: false }).problems).toEqual([]);
  });

  it('gives claims with all their parts', () => {
    const { dataset } = readMade({});
    const claim = dataset.claims.find(({ predicate }) => predicate === 'PARTNER_IN');
    expect(dataset.claims).toHaveLength(9);
    expect(claim).toMatchObject({ polarity: 'AFFIRMED', modality: 'ASSERTED', rank: 'NORMAL', source: 'source/report', assertedBy: null });
    expect(claim).toMatchObject({ basis: 'STATED', basisRule: null, doubt: null });
    expect(claim?.id).toMatch(/^claim\/[0-9a-f]{20}$/);
    expect(dataset.claims.find(({ predicate }) => predicate === 'when')?.when).toMatchObject({ edtf: '2024-05-03', asWritten: 'on Friday' });
  });
});

describe('the basis of a claim', () => {
  const claimsWith = (from: string, to: string) => readMade({ source: SOURCE.replace(from, to) }).dataset.claims;

  it('is a rule where the seed gives one, with the doubt beside it', () => {
    const claims = claimsWith(
      'summary: Ada Example received Bo Sample.',
      'summary: Ada Example received Bo Sample.\n        inferred: A mayor hosts.\n        doubt: Unlikely.',
    );
    expect(claims.find(({ predicate }) => predicate === 'TOOK_PART')).toMatchObject({ basis: 'INFERRED', basisRule: 'A mayor hosts.', doubt: 'Unlikely.' });
  });

  it('is the codebook where the property is coded', () => {
    const claims = claimsWith(
      '- fact: event/example-meeting when',
      '- fact: event/example-meeting ploverType\n        value: CONSULT\n        summary: They consulted.\n      - fact: event/example-meeting when',
    );
    expect(claims.find(({ predicate }) => predicate === 'ploverType')).toMatchObject({ basis: 'INFERRED', basisRule: 'Coded by the codebook of PLOVER.' });
  });
});

describe('a bad seed is refused with file, line, column, path, rule and near miss:', () => {
  it.each([
    [
      'an unknown kind',
      'entities',
      'kind: Meeting',
      'kind: Meting',
      /^entities\/all\.yml:7:\d+ event\/example-meeting\.kind: unknown kind "Meting"; did you mean "Meeting"\?$/,
    ],
    ['a kind that the id contradicts', 'entities', 'kind: Meeting', 'kind: City', /City is no Event, as the id says/],
    ['an abstract kind', 'entities', '{ kind: Meeting, label: Example and Sample meet }', 'Example and Sample meet', /needs a kind: one of .*Meeting/],
    ['an unknown kind in an id', 'entities', 'city/otherton: Otherton', 'town/otherton: Otherton', /unknown kind "town" in the id/],
    ['a malformed id', 'entities', 'city/otherton: Otherton', 'city/Other_ton: Otherton', /malformed id "city\/Other_ton"/],
    [
      'an identity that no claim uses',
      'entities',
      'city/otherton: Otherton',
      'city/otherton: Otherton\ncity/nowhere: Nowhere',
      /no claim uses "city\/nowhere"/,
    ],
    ['a property shown without a claim', 'entities', 'kind: Meeting, label', 'kind: Meeting, when: 2024, label', /"when" is shown without a claim/],
    [
      'a label that no claim gives',
      'entities',
      'Otherton\noffice',
      'Othertown\noffice',
      /the label "Othertown" is shown without a claim.*did you mean "Otherton"/,
    ],
    [
      'an unknown property',
      'source',
      'example-meeting when',
      'example-meeting wen',
      /sentences\[0\]\.claims\[5\]\.fact: unknown property "wen" of Meeting; did you mean "when"\?/,
    ],
    ['an unknown relationship type', 'source', 'TOOK_PART', 'TOOK_PRT', /unknown relationship type "TOOK_PRT"; did you mean "TOOK_PART"\?/],
    ['an unknown value of a list', 'source', 'role: HOST', 'role: HOTS', /with\.role: unknown value "HOTS" of ParticipationRole; did you mean "HOST"\?/],
    ['an unknown qualifier', 'source', '{ role: HOST }', '{ rolle: HOST }', /unknown qualifier "rolle" of TOOK_PART; did you mean "role"\?/],
    ['an unknown key', 'source', 'summary: They met', 'sumary: They met', /unknown key "sumary"; did you mean "summary"\?/],
    ['an unknown modality', 'source', 'summary: They met', 'modality: HOPPED\n        summary: They met', /unknown value "HOPPED"; did you mean "HOPED"\?/],
    [
      'a dangling id',
      'source',
      'person/ada-example TOOK_PART',
      'person/ada-exmple TOOK_PART',
      /unknown id "person\/ada-exmple"; did you mean "person\/ada-example"\?/,
    ],
    [
      'a relationship between kinds that it does not join',
      'source',
      'HELD_OFFICE office/mayor-of-exampleville',
      'HELD_OFFICE city/exampleville',
      /HELD_OFFICE joins Person to Office, not Person to City/,
    ],
    ['a date that is not EDTF', 'source', 'value: 2024-05-03', 'value: May 2024', /value: expected an EDTF date such as 2006-06, got "May 2024"/],
    ['the thirtieth of February', 'source', 'value: 2024-05-03', 'value: 2024-02-30', /expected an EDTF date such as 2006-06, got "2024-02-30"/],
    ['a time whose end comes first', 'source', 'edtf: 2024-05-03', 'edtf: 2024-05-03/2023-01-01', /expected an EDTF date.*got "2024-05-03\/2023-01-01"/],
    ['a span outside the document', 'source', 'at: 101-107', 'at: 101-108', /the span 101-108 ends outside the document of 107 code points/],
    ['an empty span', 'source', 'at: 50-59', 'at: 50-50', /the span 50-50 is empty/],
    ['a reversed span', 'source', 'at: 50-59', 'at: 59-50', /the span 59-50 is reversed/],
    ['a span that cuts a word', 'source', 'at: 50-59', 'at: 50-58', /the span 50-58 cuts a word/],
    ['a span outside its sentence', 'source', 'at: 50-59', 'at: 91-99', /the main span 91-99 lies outside its sentence/],
    ['a text with another hash', 'source', 'sha256: ', 'sha256: x', /expected the SHA-256 of the text, 64 hexadecimal digits/],
    ['a rank without a reason', 'source', 'summary: They met', 'rank: PREFERRED\n        summary: They met', /the rank PREFERRED needs a reason/],
    ['a sentence without claim or excuse', 'source', '    excuse: DEFECT\n', '', /no claim stands on this sentence/],
    [
      'an excuse for a figure that stands nowhere else',
      'source',
      'excuse: DEFECT',
      'excuse: NAVIGATION',
      /the excuse NAVIGATION is refused: "3" stands in no claimed sentence/,
    ],
    ['a value given to a relationship', 'source', 'with: { role: HOST }', 'value: 3', /a relationship has no value/],
    ['a header key that is none', 'source', 'language: en', 'langage: en', /unknown key "langage"; did you mean "language"\?/],
    ['a YAML tag', 'source', 'value: 2024-05-03', 'value: !!binary aGk=', /YAML: the tag tag:yaml\.org,2002:binary is not read|YAML: Unresolved tag/],
    ['an own YAML tag', 'source', 'value: 2024-05-03', 'value: !run hi', /YAML: /],
    ['an anchor', 'source', 'value: 2024-05-03', 'value: &day 2024-05-03', /YAML: anchors and aliases are not read/],
    ['a key twice', 'source', '  language: en', '  language: en\n  language: fr', /YAML: Map keys must be unique/],
    ['a tab', 'source', '  language: en', '\tlanguage: en', /YAML: .*[Tt]ab/],
    [
      'names that differ only in Unicode normalisation',
      'entities',
      'city/otherton: Otherton',
      'city/otherton: O\u0308therton',
      /only in Unicode normalisation; write it in NFC/,
    ],
  ] as const)('%s', (_what, file, from, to, expected) => {
    const problems = problemsAfter(file, from, to);
    expect(problems.join('\n')).toMatch(new RegExp(expected.source, 'm'));
    expect(problems[0]).toMatch(/^(entities|sources)\/\w+\.yml:\d+:\d+ /);
  });

  it('no text of other sources, which may be at hand alone', () => {
    const { problems } = readMade({ source: SOURCE.replace(/sha256: \w+/, `sha256: ${'ab'.repeat(32)}`) });
    expect(problems).toEqual([]);
  });

  it('a duplicate id in one file', () => {
    const { problems } = readMade({ entities: `${ENTITIES}city/otherton: Otherton\n` });
    expect(problems.join('\n')).toMatch(/Map keys must be unique/);
  });

  it('a bomb of anchors, unexpanded', () => {
    const bomb = ['a: &a [x]', ...Array.from({ length: 25 }, (_, level) => `k${String(level)}: &b${String(level)} [*a, *a, *a, *a, *a, *a]`)].join('\n');
    expect(readMade({ source: bomb }).problems.join('\n')).toMatch(/anchors and aliases are not read/);
  });

  it('a byte order mark, an empty file, a file of 10 MB, and one that is not UTF-8', () => {
    expect(readMade({ source: `\uFEFF${SOURCE}` }).problems.join('\n')).toMatch(/begins with a byte order mark/);
    expect(readMade({ source: '' }).problems.join('\n')).toMatch(/sources\/report\.yml:1:1 is empty/);
    expect(readMade({ source: '# only a comment\n' }).problems.join('\n')).toMatch(/is empty/);
    expect(readMade({ source: ' '.repeat(10_000_000) }).problems.join('\n')).toMatch(/file of 10000000 bytes; at most/);
    expect(readMade({ source: new Uint8Array([0xff, 0xfe, 0x41]) }).problems.join('\n')).toMatch(/is not UTF-8/);
  });

  it('every problem at once', () => {
    const source = SOURCE.replace('TOOK_PART', 'TOOK_PRT').replace('at: 50-59', 'at: 59-50').replace('HELD_OFFICE', 'HELD_OFICE');
    const told = readMade({ source }).problems.join('\n');
    for (const expected of ['TOOK_PRT', 'the span 59-50 is reversed', 'HELD_OFICE']) expect(told).toContain(expected);
  });
});
