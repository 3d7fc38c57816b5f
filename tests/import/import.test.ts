import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { changesBetween } from '../../src/import/changes.js';
import { ImportError } from '../../src/import/import-error.js';
import type { Claim } from '../../src/model/claim.js';
import type { Dataset } from '../../src/model/dataset.js';
import { seeds } from '../graphql/asking.js';
import { imported, problemsOf, TWINS, type Made } from './importing.js';

const shown = ({ factKey, value, when }: Claim) => `${factKey}${value === null ? '' : ` ${JSON.stringify(value)}`}${when ? ` ${when.edtf}` : ''}`;

describe('a mapping', () => {
  it('is checked against the vocabulary, with line, column and what may have been meant', () => {
    const wrong = TWINS.replace('kind: City, id', 'kind: Cty, id')
      .replace('PARTNER_IN', 'PARTNR_IN')
      .replace('order: DMY', 'ordr: DMY')
      .replace('{pact} since', '{pact} sinse');
    expect(problemsOf(wrong)).toEqual([
      'mapping.yml:8:44 rows[0].let.since.ordr: unknown key "ordr"; did you mean "order"?',
      'mapping.yml:10:18 rows[0].entities.a.kind: unknown kind "Cty"; did you mean "City"?',
      'mapping.yml:14:17 rows[0].claims[0].fact: unknown relationship type "PARTNR_IN"; did you mean "PARTNER_IN"?',
      'mapping.yml:16:17 rows[0].claims[2].fact: unknown property "sinse" of Partnership; did you mean "since"?',
    ]);
  });

  it('may not join what the vocabulary does not join, nor leave the folder, nor name a pipe that is none', () => {
    const wrong = TWINS.replace("{b} PARTNER_IN {pact}'", "{b} HELD_OFFICE {pact}'")
      .replace('towns.csv', '../towns.csv')
      .replace("label: '{town}'", "label: '{town | uper}'");
    expect(problemsOf(wrong)).toEqual([
      'mapping.yml:5:25 files.towns.path: a path lies within the folder that is imported from',
      expect.stringContaining('unknown pipe "uper"; did you mean "upper"?'),
      expect.stringContaining('HELD_OFFICE joins Person here, not City'),
      expect.stringContaining('HELD_OFFICE joins Office here, not Partnership'),
    ]);
  });

  it('may not name a part that a name has not, an id where people read, nor a pipe that is none in a check', () => {
    const wrong = TWINS.replace('entities:', "checks: [{ that: it is one, equal: ['{a | uper}', '{since.year}'] }]\n    entities:").replace(
      "label: '{town} and {partner}'",
      "label: '{a} and {b.label} in {b.country}'",
    );
    expect(problemsOf(wrong)).toEqual([
      expect.stringContaining('rows[0].checks[0].equal[0]: unknown pipe "uper"; did you mean "upper"?'),
      expect.stringContaining('rows[0].checks[0].equal[1]: "since" has no "year": it has no parts'),
      expect.stringContaining('rows[0].entities.pact.label: "b" has no "country": it has "label", "called" alone'),
      expect.stringContaining('rows[0].entities.pact.label: "{a}" is an id here; its name is "{a.label}"'),
    ]);
  });

  it('may give no name under let that nothing asks for, wherever it stands', () => {
    const wrong = TWINS.replace('let: { since: {', "let: { late: '{since}', sinse: { first: ['{late}', '{sinse}'] }, since: {").replace(
      "'{pact} since', value: '{since}' }",
      "'{pact} since', value: '{since}' }\n    each: [{ in: partner, as: one, let: { two: '{one}' }, claims: [{ fact: '{a} sameAs', value: 'x:{one}' }] }]",
    );
    expect(problemsOf(wrong)).toEqual([
      'mapping.yml:8:36 rows[0].let.sinse: nothing asks for "sinse"',
      expect.stringContaining('rows[0].each[0].let.two: nothing asks for "two"'),
    ]);
  });

  it('may not give a figure or a name less than its parts, whatever the rows hold', () => {
    const valued = (value: string) =>
      TWINS.replace("'{pact} since', value: '{since}' }", `'{a} figure', value: ${value} }\n      - { fact: '{pact} since', value: '{since}' }`);
    expect(problemsOf(valued("{ measure: people, amount: '{no}', unit: person, comparator: EXACTLY }"))).toEqual([]);
    expect(problemsOf(valued("{ measure: people, amount: '{no}', unit: person }"))).toEqual([
      expect.stringContaining('rows[0].claims[2].value: expected a comparator, one of EXACTLY, ABOUT, ALMOST, LESS_THAN, MORE_THAN, AT_LEAST; got nothing'),
    ]);
    expect(problemsOf(valued("'{no}'"))).toEqual([expect.stringContaining('rows[0].claims[2].value: expected a measure such as troops-sent, got nothing')]);
    expect(
      problemsOf(TWINS.replace("'{pact} since', value: '{since}' }", "'{a} name', value: '{town}' }\n      - { fact: '{pact} since', value: '{since}' }")),
    ).toEqual([expect.stringContaining('rows[0].claims[2].value: expected { text, lang }, got ""')]);
  });

  it('that names a column which no row has ends the import', async () => {
    const run = imported({ files: { 'towns.csv': 'no,town,partnr,since\n1,A,B,1990\n' }, mapping: TWINS });
    await expect(run).rejects.toThrow(ImportError);
    await expect(run).rejects.toThrow('no row of "towns" has a column "partner"; did you mean "partnr"?');
    const unjoined = imported({
      files: { 'towns.csv': 'no,town,partner,since\n1,A,B,1990\n' },
      mapping: TWINS.replace(' }\nrows', ', more: { path: towns.csv, key: no } }\nrows').replace(
        'of: towns',
        "of: towns\n    join: { m: { file: more, by: '{nr}' } }",
      ),
    });
    await expect(unjoined).rejects.toThrow('no row of "towns" has a column "nr"; did you mean "no"?');
    const unparted = imported({ files: { 'towns.csv': 'no;town;partner;since\n1;A;B;1990\n' }, mapping: TWINS });
    await expect(unparted).rejects.toThrow('no row of "towns" has a column "town"; it has no;town;partner;since');
  });

  it.each([
    ['a value', (text: string) => text.replace("time: '{since}'", "time: '{since?}'")],
    ['a condition', (text: string) => text.replace("value: '{since}' }", "value: '{since}', if: 'begun?' }")],
    ['a list', (text: string) => `${text}    each: [{ in: 'others?', as: other, claims: [{ fact: '{a} sameAs', value: '{other}' }] }]\n`],
  ])('may say of a column in %s that it may be empty, and then no row need have it; that none has is told', async (_what, change) => {
    const [missing = ''] = /\w+(?=\?)/.exec(change(TWINS)) ?? [];
    const rows = missing === 'since' ? 'no,town,partner\n1,A,B\n' : 'no,town,partner,since\n1,A,B,1990\n';
    const { manifest, told } = await imported({ files: { 'towns.csv': rows }, mapping: change(TWINS) });
    expect(manifest.records).toEqual({ read: 1, taken: 1, refused: 0, doubtful: 0, left: 0 });
    expect(told).toEqual([expect.stringContaining(`"no row of ""towns"" has a column ""${missing}""`)]);
  });
});

describe('the same rows', () => {
  const rows = [
    { no: '1', town: 'Málaga', partner: 'Zürich', since: '3 May 1990' },
    { no: '2', town: 'Oslo', partner: 'Łódź', since: '1991' },
  ];
  const csv = `no;town;partner;since\n${rows.map((row) => Object.values(row).join(';')).join('\n')}\n`;
  const formats: Readonly<Record<string, Made>> = {
    'CSV in another encoding': {
      files: { 'towns.csv': Buffer.from(csv.replace('Łódź', 'Lodz'), 'latin1') },
      mapping: TWINS.replace('path: towns.csv', "path: towns.csv, delimiter: ';', encoding: latin1"),
    },
    'TSV, packed': { files: { 'towns.tsv.gz': gzipSync(csv.replaceAll(';', '\t')) }, mapping: TWINS.replace('towns.csv', 'towns.tsv.gz') },
    JSON: {
      files: { 'towns.json': JSON.stringify({ data: { items: rows } }) },
      mapping: TWINS.replace('path: towns.csv', 'path: towns.json, rows: data.items'),
    },
    'JSON lines': { files: { 'towns.jsonl': rows.map((row) => JSON.stringify(row)).join('\n') }, mapping: TWINS.replace('towns.csv', 'towns.jsonl') },
    XML: {
      files: {
        'towns.xml': `<all><towns>${rows.map((row) => `<t:town xmlns:t="urn:t" no="${row.no}"><town>${row.town}</town><partner>${row.partner}</partner><since>${row.since}</since></t:town>`).join('\n')}</towns></all>`,
      },
      mapping: TWINS.replace('towns.csv, id: no', "towns.xml, rows: towns/town, id: '@no'"),
    },
  };

  it.each(Object.entries(formats))('give the same claims as %s', async (name, form) => {
    const { dataset, manifest } = await imported(form);
    expect(manifest.records).toMatchObject({ read: 2, taken: 2, refused: 0 });
    const facts = dataset.claims.map(shown).sort();
    expect(facts).toHaveLength(10);
    expect(facts).toContain('since|partnership/malaga-zurich|| "1990-05-03"');
    expect(facts).toContain('PARTNER_IN|city/malaga-x|partnership/malaga-zurich|');
    expect(dataset.identities.map(({ label }) => label)).toContain(name.startsWith('CSV') ? 'Lodz' : 'Łódź');
    expect(dataset.claims[0]?.records?.[0]).toMatchObject({ row: expect.any(Number) as number, sha256: manifest.files[0]?.sha256 });
  });
});

describe('what is wrong with a row', () => {
  it('is told, and leaves the other rows as they are', async () => {
    const csv = 'no,town,partner,since\n1,A,B,1990\n2,C,,1991\n3,D,E\n4,F,G,3/4/1992\n5,H,I,someday\n6,J,K,9999-12-31\n7,,,\n';
    const { told, manifest } = await imported({ files: { 'towns.csv': csv }, mapping: TWINS.replace(', order: DMY', '') });
    expect(manifest.records).toMatchObject({ read: 7, taken: 4, refused: 3 });
    expect(told.map((line) => line.split(',').slice(0, 6).join(','))).toEqual([
      'refused,towns.csv,2,2,partner,',
      'refused,towns.csv,3,,,',
      'refused,towns.csv,4,4,since,3/4/1992',
      'refused,towns.csv,5,5,since,someday',
      'refused,towns.csv,6,6,since,9999-12-31',
      'refused,towns.csv,7,7,town,',
      'refused,towns.csv,7,7,partner,',
    ]);
    expect(told[2]).toContain('whether the day or the month comes first');
    expect(told[4]).toContain('is a mark and no date');
  });

  it('never makes one thing of two names that differ in spelling alone, without telling', async () => {
    const csv = 'no,town,partner,since\n1,Mölln,B,1990\n2,Molln,B,1990\n3,مدينة,B,1990\n4,北京,B,1990\n';
    const { told, dataset } = await imported({ files: { 'towns.csv': csv }, mapping: TWINS });
    expect(told).toEqual([]);
    expect(new Set(dataset.identities.filter(({ id }) => id.endsWith('-x')).map(({ id }) => id)).size).toBe(3);
  });
});

const VISITS = `
lists: { titles: [President, Prime Minister] }
files: { visits: { path: visits.csv, id: no } }
rows:
  - of: visits
    let:
      when: { time: '{date}' }
      country: { find: Country, by: ['iso2:{cc}'], at: '{when}' }
      leader: { match: '{who}', patterns: ['{title:titles} {name:name}'], else: refuse }
      person: { find: Person, name: ['{leader.name}'], of: '{country}', else: { id: 'person/{leader.name}-{country}', label: '{leader.name}' } }
    entities: { visit: { kind: Visit, id: 'event/visit-{person}-{date}', label: 'Visit of {who}' } }
    claims:
      - { fact: '{person} TOOK_PART {visit}', with: { role: VISITOR, represents: '{country}' }, when: '{when}' }
`;

describe('looking up', () => {
  const csv =
    'no,date,who,cc\n1,2024-05-01,President Emmanuel Macron,FR\n2,2024-05-02,President Emmanuel,FR\n3,2024-05-03,King Nobody,FR\n4,2024-05-04,President Emmanuel Macron,ZZ\n';

  it('takes what fits exactly, lists what may be meant, and refuses what nothing is known of', async () => {
    const { dataset, told, manifest } = await imported({ files: { 'visits.csv': csv }, mapping: VISITS });
    const visitors = dataset.claims.filter(({ predicate }) => predicate === 'TOOK_PART').map(({ subject }) => subject);
    expect(visitors.sort()).toEqual(['person/emmanuel-fr', 'person/emmanuel-macron']);
    expect(manifest.records).toMatchObject({ read: 4, taken: 2, refused: 2, doubtful: 1 });
    expect(told[0]).toMatch(/^doubtful,visits.csv,2,2,leader.name,Emmanuel,.*decide under ""Emmanuel · country\/fr"".*person\/emmanuel-macron/);
    expect(told[1]).toContain('no pattern fits');
    expect(told[2]).toContain('no Country is known as');
  });

  it('remembers what was decided, the same and not the same', async () => {
    const same = await imported({
      files: { 'visits.csv': csv },
      mapping: VISITS,
      decisions: 'Person:\n  Emmanuel · country/fr: { same: person/emmanuel-macron, because: Him. }\n',
    });
    expect(same.dataset.claims.filter(({ predicate }) => predicate === 'TOOK_PART').map(({ subject }) => subject)).toEqual([
      'person/emmanuel-macron',
      'person/emmanuel-macron',
    ]);
    const other = await imported({
      files: { 'visits.csv': csv },
      mapping: VISITS,
      decisions: 'Person:\n  Emmanuel · country/fr: { not: [person/emmanuel-macron], because: His father. }\n  Unused: { not: [person/x], because: Nobody. }\n',
    });
    expect(other.told.filter((line) => line.startsWith('doubtful'))).toEqual([]);
    expect(other.unused).toEqual(['Person: unused']);
  });

  it('may have decisions in which nothing stands yet', async () => {
    const { told } = await imported({ files: { 'towns.csv': 'no,town,partner,since\n1,A,B,2001\n' }, mapping: TWINS, decisions: '# none yet\n' });
    expect(told).toEqual([]);
  });

  it('takes what was decided for what another set knows by its label', async () => {
    const files = { 'towns.csv': 'name\nBombay\n' };
    const mapping = `
files: { towns: { path: towns.csv } }
rows:
  - of: towns
    let: { town: { find: City, name: ['{name}'] } }
    claims: [{ fact: '{town} cityLevel', value: CITY }]
`;
    const decisions = 'City:\n  Bombay: { same: city/mumbai-in, label: Mumbai, because: Its former name. }\n';
    const known = { ...seeds, identities: [...seeds.identities, { id: 'city/mumbai-1275339', kind: 'City', label: 'Mumbai' }] };
    const subjectOf = async (made: Made) => (await imported(made)).dataset.claims.find(({ predicate }) => predicate === 'cityLevel')?.subject;
    expect(await subjectOf({ files, mapping, decisions })).toBe('city/mumbai-in');
    expect(await subjectOf({ files, mapping, decisions, known })).toBe('city/mumbai-1275339');
  });

  it('makes two of what one catalogue knows under two ids, though they share name and country', async () => {
    const { dataset, told } = await imported({
      files: { 'towns.csv': 'id,name\n1,Suzhou\n2,Suzhou\n1,Suzhou\n' },
      mapping: `
files: { towns: { path: towns.csv } }
rows:
  - of: towns
    let:
      country: { find: Country, by: ['country/fr'] }
      town: { find: City, by: ['geonames:{id}'], name: ['{name}'], of: '{country}', else: { id: 'city/{name}-{id}', label: '{name}' } }
    claims:
      - { fact: '{town} sameAs', value: 'geonames:{id}' }
      - { fact: '{town} LOCATED_IN {country}' }
`,
    });
    expect(
      dataset.claims
        .filter(({ predicate }) => predicate === 'LOCATED_IN')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(['city/suzhou-1', 'city/suzhou-2']);
    expect(told).toEqual([expect.stringContaining('may be this City')]);
  });

  it('takes a family name for one who bore it about then, and for nobody else', async () => {
    const rows = 'no,date,who,cc\n1,1939-05-05,Somoza,NI\n2,1944-03-01,Somoza,NI\n3,1973-05-14,Somoza,NI\n';
    const { dataset, told } = await imported({
      files: { 'visits.csv': rows },
      mapping: `
files: { visits: { path: visits.csv, id: no } }
rows:
  - of: visits
    let:
      when: { time: '{date}' }
      country: { find: Country, by: ['country/kr'] }
      person: { find: Person, name: ['{who}'], of: '{country}', at: '{when}', years: 9, else: { id: 'person/{who}-{date | year}', label: '{who}' } }
    entities: { office: { kind: Office, id: office/president, label: President } }
    claims:
      - { fact: '{person} HELD_OFFICE {office}', when: '{when}' }
      - { fact: '{office} OFFICE_OF {country}' }
`,
    });
    const holders = dataset.claims.filter(({ predicate }) => predicate === 'HELD_OFFICE').map(({ subject, when }) => `${subject} ${when?.edtf ?? ''}`);
    expect(holders.sort()).toEqual(['person/somoza-1939 1939-05-05', 'person/somoza-1939 1944-03-01', 'person/somoza-1973 1973-05-14']);
    expect(told).toEqual([expect.stringMatching(/^doubtful,visits.csv,3,3,who,Somoza,.*person\/somoza-1939/)]);
  });

  it('keeps the words of a pattern as evidence', async () => {
    const { dataset } = await imported({ files: { 'visits.csv': csv }, mapping: VISITS });
    const [claim] = dataset.claims.filter(({ subject, predicate }) => subject === 'person/emmanuel-macron' && predicate === 'TOOK_PART');
    expect(claim?.records?.[0]).toMatchObject({
      file: 'visits.csv',
      row: 1,
      id: '1',
      values: { date: '2024-05-01', who: 'President Emmanuel Macron', cc: 'FR' },
      words: [{ column: 'who', start: 0, end: 25 }],
    });
  });
});

describe('what a summary tells', () => {
  it('calls an entity as a sentence does, begins with a capital, and has a day of a span for what took place in it', async () => {
    const mapping = `
files: { talks: { path: talks.csv, id: no } }
rows:
  - of: talks
    let:
      host: { find: Country, by: ['{where}'] }
      some-day: { time: '[{from}..{to}]' }
    entities:
      talk: { kind: Meeting, id: 'event/talk-{no}', label: 'Talk {no} in {host.called}' }
    claims:
      - { fact: '{talk} when', value: '{some-day}' }
      - { fact: '{talk} HELD_IN {host}', summary: '{host.called} was where “{talk.label}” took place {some-day | when}.' }
`;
    const { dataset } = await imported({ files: { 'talks.csv': 'no,where,from,to\n1,country/us,2020-05-01,2020-05-03\n' }, mapping });
    expect(dataset.claims.map(({ summary }) => summary)).toEqual([
      '“Talk 1 in the United States” took place at some time between 1 May 2020 and 3 May 2020.',
      'The United States was where “Talk 1 in the United States” took place at some time between 1 May 2020 and 3 May 2020.',
    ]);
  });
});

describe('beginnings and ends in different rows', () => {
  it('become spells in the order of time', async () => {
    const csv =
      'no,date,what\n1,1920,begun\n2,1941-12,ended\n3,1946,begun\n4,1910,ended\n5,1946,begun\n6,1915,begun\n7,1915,ended\n8,1954,begun\n9,1954,ended\n';
    const { dataset } = await imported({
      files: { 'ties.csv': csv },
      mapping: `
files: { ties: { path: ties.csv, id: no } }
rows:
  - of: ties
    let:
      a: { find: Country, by: [country/fr] }
      b: { find: Country, by: [country/jp] }
    claims:
      - { fact: '{a} DIPLOMATIC_RELATION {b}', with: { level: DIPLOMATIC_RELATIONS }, when: '{date}', spell: begins, if: { what: begun } }
      - { fact: '{a} DIPLOMATIC_RELATION {b}', with: { level: DIPLOMATIC_RELATIONS }, when: '{date}', spell: ends, if: { what: ended } }
`,
    });
    expect(dataset.claims.map(({ when, records }) => [when?.edtf, records?.map(({ id }) => id)]).sort()).toEqual([
      ['../1910', ['4']],
      // What began and ended in one year did end.
      ['1915/1915', ['6', '7']],
      ['1920/1941-12', ['1', '2']],
      // What lasted ended in the year in which it began again.
      ['1946/1954', ['3', '5', '9']],
      ['1954/..', ['8']],
    ]);
  });
});

describe('checks and expectations', () => {
  it('tell of mirrors that differ or have no other side, and of what does not occur', async () => {
    const csv = 'a,b,level\nFR,JP,1\nJP,FR,2\nFR,KR,1\n';
    const { told, failed } = await imported({
      files: { 'ties.csv': csv },
      mapping: `
files: { ties: { path: ties.csv } }
rows:
  - of: ties
    checks: [{ that: both sides say the same, mirror: { ends: ['{a}', '{b}'], same: ['{level}'] } }]
    let:
      x: { find: Country, by: ['iso2:{a}'] }
      y: { find: Country, by: ['iso2:{b}'] }
    claims: [{ fact: '{x} DIPLOMATIC_RELATION {y}' }]
expect: { rows: { ties: 4 }, doubtful: 1, values: { ties: { a: [FR, VN] } } }
`,
    });
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('both sides say the same: ""2"" here, ""1"" in row 1 of ties.csv');
    expect(told[1]).toContain('the other side is missing');
    expect(failed).toEqual(['"ties" has 3 rows; 4 were expected', '2 rows are doubtful; at most 1 were expected', 'no row of "ties" has "VN" in "a"']);
  });
});

describe('a row that the mapping knows to be none', () => {
  it('is refused with the reason of the mapping, and the day that prose tells is taken only where it agrees', async () => {
    const csv = [
      'no,head,prose',
      '1,"Ties begun, 1961","On 3 March 1961, both resumed ties that had ended on May 1, 1950."',
      '2,"Ties begun, 1961","They had met on 3 March 1960."',
      '3,Trade and culture,""',
    ].join('\n');
    const { dataset, told } = await imported({
      files: { 'ties.csv': csv },
      mapping: `
files: { ties: { path: ties.csv, id: no } }
rows:
  - of: ties
    checks: [{ that: the heading is a theme without a year, unless: said, else: refuse }]
    let:
      said: { match: '{head}', patterns: ['…{year:number}'] }
      prose: { match: '{prose}', patterns: ['…{day:date}…'] }
      agreed: { match: '{prose.day | year} {said.year}', patterns: [{ regex: '^(?<is>(?<y>\\d{4}) \\k<y>)$' }], if: prose }
      day: { time: '{prose.day}', if: agreed }
      year: { time: '{said.year}' }
      when: { first: ['{day}', '{year}'] }
      a: { find: Country, by: [country/fr] }
      b: { find: Country, by: [country/jp] }
    claims: [{ fact: '{a} DIPLOMATIC_RELATION {b}', when: '{when}' }]
`,
    });
    expect(dataset.claims.map(({ when, records }) => [when?.edtf, records?.[0]?.id]).sort()).toEqual([
      ['1961', '2'],
      ['1961-03-03', '1'],
    ]);
    expect(dataset.claims.find(({ when }) => when?.edtf === '1961-03-03')?.records?.[0]?.words).toContainEqual({ column: 'prose', start: 3, end: 15 });
    expect(told).toEqual([expect.stringMatching(/^refused,ties.csv,3,3,,3,the heading is a theme without a year/)]);
    expect(problemsOf('files: { a: { path: a.csv } }\nrows: [{ of: a, checks: [{ that: x }] }]\n')).toEqual([expect.stringContaining('a check is one of')]);
  });
});

describe('the faults that sets are known for', () => {
  const known = async (): Promise<Dataset> => {
    const { dataset } = await imported({
      files: { 'codes.csv': 'id,code,from,to\nde,366,1917,1991-12-25\nfr,366,1991-12-25,\n' },
      mapping: `
files: { codes: { path: codes.csv } }
rows:
  - of: codes
    let: { country: { find: Country, by: ['country/{id}'] }, held: { time: ['{from}', '{to}'], open: [''] } }
    entities: { club: { kind: Organization, id: organization/club, label: The Club } }
    claims:
      - { fact: '{country} sameAs', value: 'cow:{code}', when: '{held}' }
      - { fact: '{country} MEMBER_OF {club}', when: '1973/2020-01-31', if: { id: fr } }
`,
    });
    return {
      identities: [...seeds.identities, ...dataset.identities],
      sources: [...seeds.sources, ...dataset.sources],
      claims: [...seeds.claims, ...dataset.claims],
    };
  };

  it('are told: files that were swapped, a member who left, labels in another language, places in another country', async () => {
    const { told } = await imported({
      known: await known(),
      files: {
        'fr.csv': 'no,country,year,title,lat,lon\n1,FR,2024,President of the Republic,48.85,2.35\n2,KR,2024,President of the Republic,37.57,126.98\n',
        'kr.csv': 'no,country,year,title,lat,lon\n3,KR,2010,대통령,126.98,37.57\n4,KR,2010,Außenminister der Republik,50.78,6.08\n',
      },
      mapping: `
files: { posts: { path: '*.csv', id: no } }
rows:
  - of: posts
    checks:
      - { that: the file is the country's, equal: ['{$file | stem}', '{country | lower}'] }
      - { that: it is a member, known: { ends: ['{state}', 'organization/club'], at: '{year}' } }
      - { that: the title is English, language: { of: '{title}', is: en } }
      - { that: the place is there, inside: { latitude: '{lat}', longitude: '{lon}', country: '{state}' } }
    let: { state: { find: Country, by: ['iso2:{country}'] } }
    entities: { office: { kind: Office, id: 'office/{no}', label: '{title}' } }
    claims: [{ fact: '{office} OFFICE_OF {state}' }]
`,
    });
    expect(
      told.map((line) =>
        line
          .split(',')
          .slice(3)
          .join(',')
          .replace(/,,rows.*/, ''),
      ),
    ).toEqual([
      '1,state,2024,"it is a member: country/fr and organization/club are known to be linked 1973/2020-01-31, not 2024"',
      '2,country,kr,"the file is the country\'s: fr here, kr there"',
      '3,title,대통령,"the title is English: it seems to be in another script, not in en"',
      '3,lat,"126.98, 37.57",the place is there: there are no such coordinates',
      '4,title,Außenminister der Republik,"the title is English: it seems to be in de, not in en"',
      expect.stringMatching(/^4,lat,"50.78, 6.08","?the place is there: Aachen in DE is 0 km away, no town of KR is near"?$/),
    ]);
  });

  it('do not part what rows tell from both sides, nor a code that passed on at the end of a spell', async () => {
    const { dataset, told } = await imported({
      known: await known(),
      files: { 'twins.csv': 'a,b,code,from,to\nLyon,Busan,366,1985,1991-12-25\nBusan,Lyon,366,1991-12-25,1999\n' },
      mapping: `
files: { twins: { path: twins.csv } }
rows:
  - of: twins
    let:
      state: { find: Country, by: ['cow:{code}'], at: '{spell}' }
      spell: { time: ['{from}', '{to}'] }
      first: { find: City, name: ['{a}'], else: { id: 'city/{a}-x', label: '{a}' } }
      second: { find: City, name: ['{b}'], else: { id: 'city/{b}-x', label: '{b}' } }
      pair: { sorted: ['{first}', '{second}'] }
    entities: { partnership: { kind: Partnership, id: 'partnership/{pair}', label: A pact } }
    claims:
      - { fact: '{first} PARTNER_IN {partnership}' }
      - { fact: '{first} LOCATED_IN {state}' }
`,
    });
    expect(told).toEqual([]);
    const facts = dataset.claims.filter(({ object }) => object !== null).map(({ subject, object }) => `${subject} ${object ?? ''}`);
    expect(facts.sort()).toEqual([
      'city/busan country/fr',
      'city/busan partnership/busan-lyon-x',
      'city/lyon-x country/de',
      'city/lyon-x partnership/busan-lyon-x',
    ]);
  });
});

describe('a newer file', () => {
  it('changes what its rows change, and nothing else', async () => {
    const csv = 'no,town,partner,since\n1,A,B,1990\n2,C,D,1991\n2,C,D,1991\n';
    const [before, same, after] = await Promise.all(
      [csv, csv, csv.replace('1,A,B,1990', '1,A,B,1989')].map((text) => imported({ files: { 'towns.csv': text }, mapping: TWINS })),
    );
    if (!before || !same || !after) throw new Error('three imports');
    const between = (a: typeof before, b: typeof before) => changesBetween(join(a.into, 'claims.jsonl'), join(b.into, 'claims.jsonl'), 10);
    expect(between(before, same)).toEqual({ added: 0, removed: 0, changed: 0, lines: [] });
    expect(between(before, after)).toEqual({
      added: 1,
      removed: 1,
      changed: 0,
      lines: ['towns.csv row 1 (1): - The partnership of A and B began in 1990.', 'towns.csv row 1 (1): + The partnership of A and B began in 1989.'],
    });
    const twice = before.dataset.claims.filter(({ predicate, subject }) => predicate === 'since' && subject === 'partnership/c-d');
    expect(twice.map(({ records }) => records?.map(({ row }) => row))).toEqual([[2, 3]]);
  });
});
