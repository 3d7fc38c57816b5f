import { describe, expect, it } from 'vitest';
import { imported } from './importing.js';

describe('an import', () => {
  it('means by a name under let the same whenever it is asked for, though an entity is called like a column', async () => {
    const { dataset, told } = await imported({
      files: { 'votes.csv': 'no,country,vote\n1,FR,1\n2,VN,2\n' },
      mapping: `
files: { votes: { path: votes.csv } }
rows:
  - of: votes
    let:
      state: { find: Country, by: ['iso2:{country}'] }
      act: { values: { 1: AGREE, 2: REJECT }, of: '{vote}' }
    entities:
      vote: { kind: Statement, id: 'statement/vote-{no}', label: 'Vote of {state.label}' }
    claims: [{ fact: '{vote} act', value: '{act}' }, { fact: '{state} SAID {vote}' }]
`,
    });
    expect(told).toEqual([]);
    const acts = dataset.claims.filter(({ predicate }) => predicate === 'act').map(({ value }) => value);
    expect(acts.sort()).toEqual(['AGREE', 'REJECT']);
    expect(dataset.claims.map(({ summary }) => summary)).toContain('France made “Vote of France”.');
  });

  it('are told: what cannot be checked, files without rows, times to come, what is known by another id, a pair of one', async () => {
    const { told } = await imported({
      files: {
        'a.csv':
          'no,from,to,lat,land,year,office,ends\n1,3.5.1990,1.1.1980,"48,85",FRA,soon,President of France,Lyon;Lyon\n2,1990,2030,48.85,FR,2010,Envoy,Lyon;Hue\n',
        'b.csv': 'no,from,to,lat,land,year,office,ends\n',
        'c.csv': '',
      },
      mapping: `
covered: 1990/2020
files: { posts: { path: '*.csv', id: no } }
rows:
  - of: posts
    checks:
      - { that: the end comes later, ordered: ['{from}', '{to}'] }
      - { that: it is near, near: { latitude: '{lat}', longitude: '2.35', to: '48.85, 2.35', km: 5 } }
      - { that: it lies there, inside: { latitude: '48.85', longitude: '2.35', country: '{land}' } }
      - { that: it is a member, known: { ends: [country/fr, organization/club], at: '{year}' } }
    let:
      first: { text: '{ends | before ";"}' }
      last: { text: '{ends | after ";"}' }
      pair: { sorted: ['{first}', '{last}'] }
    entities:
      office: { kind: Office, id: 'office/post-{no}', label: '{office}' }
      pact: { kind: Partnership, id: 'partnership/{pair}', label: 'Pact {no}' }
    claims:
      - { fact: '{office} OFFICE_OF country/fr', when: '{to}', if: { no: '2' } }
      - { fact: '{pact} partnershipKind', value: TWINNING }
`,
    });
    const lines = told.map((line) => line.replace(/,(?:rows|files)[^,]*$/, '').replace(/^(\w+),([^,]*),(\d+),\w*,/, '$1 $2 $3 '));
    expect(lines).toEqual([
      expect.stringMatching(/^doubtful a.csv 1 to,1.1.1980,.*are no dates and no numbers that can be compared/),
      expect.stringMatching(/^doubtful a.csv 1 lat,"48,85, 2.35",it is near: these are no numbers/),
      expect.stringMatching(/^doubtful a.csv 1 land,FRA,.*is no code of two letters/),
      expect.stringMatching(/^doubtful a.csv 1 year,soon,.*is no date/),
      expect.stringMatching(/^doubtful a.csv 1 office,President of France,.*already.*office\/president-of-france/),
      expect.stringMatching(/^refused a.csv 1 last,Lyon,.*stands on both sides/),
      expect.stringMatching(/^doubtful a.csv 2 to,2030,"lies after the time that the set covers, 1990\/2020"/),
      expect.stringMatching(/^doubtful b.csv 0 ,,the file has no rows/),
      expect.stringMatching(/^doubtful c.csv 0 ,,the file has no rows/),
    ]);
  });

  it('tells of rows that share an id and do not say the same, and not of rows that are the same', async () => {
    const { told } = await imported({
      files: { 'a.csv': 'no,town\n1,A\n2,B\n2,C\n1,A\n', 'b.csv': 'no,town\n1,D\n' },
      mapping: `
files: { towns: { path: '*.csv', id: no } }
rows:
  - of: towns
    entities: { one: { kind: City, id: 'city/{town}-x', label: '{town}' } }
    claims: [{ fact: '{one} cityLevel', value: CITY }]
`,
    });
    expect(told.map((line) => line.replace(/^doubtful,/, ''))).toEqual([
      'a.csv,3,2,,2,"another row has the id too, and says something else: row 2 stands before it",,files',
    ]);
  });

  it('reads the parts of objects and of elements within a row, with the cells that they stand on', async () => {
    const rows = (id: string, day: string, who: string) => `
files: { meetings: { ${id} } }
rows:
  - of: meetings
    let: { day: { time: '{${day}}' } }
    entities: { meeting: { kind: Meeting, id: 'event/m-{no}', label: 'Meeting {no}' } }
    claims: [{ fact: '{meeting} when', value: '{day}' }]
    each:
      - in: ${who}
        as: one
        let:
          country: { find: Country, by: ['iso2:{one.${who === 'who' ? 'for' : '@for'}}'] }
          place: { first: ['{one.seat.town?}'] }
        entities: { guest: { kind: Person, id: 'person/{one.name}', label: '{one.name}' } }
        claims:
          - { fact: '{guest} TOOK_PART {meeting}', with: { role: PARTICIPANT, represents: '{country}' }, summary: '{one.name} of {place?} was there.' }
`;
    const json = [
      {
        no: 1,
        day: '2001',
        who: [
          { name: 'Ada', for: 'FR', seat: { town: 'Lyon' } },
          { name: 'Bo', for: 'XX' },
        ],
      },
      { no: 2, day: '2002', who: { name: 'Cy', for: 'KR' } },
      { no: 3, day: '2003', who: [] },
    ];
    const xml =
      '<all><m no="1" day="2001"><who for="FR"><name>Ada</name><seat><town>Lyon</town></seat></who><who for="XX"><name>Bo</name></who></m>' +
      '<m no="2" day="2002"><who for="KR"><name>Cy</name></who></m><m no="3" day="2003"/></all>';
    const read = await Promise.all([
      imported({ files: { 'm.json': JSON.stringify(json) }, mapping: rows('path: m.json, id: no', 'day', 'who') }),
      imported({
        files: { 'm.xml': xml },
        mapping: rows("path: m.xml, rows: m, id: '@no'", '@day', 'who')
          .replaceAll('{no}', '{@no}')
          .replaceAll("'{one.for}'", "'{one.@for}'")
          .replace('iso2:{one.for}', 'iso2:{one.@for}')
          .replace('{one.seat.town?}', '{one.seat/town?}'),
      }),
    ]);
    for (const { dataset, told } of read) {
      const part = dataset.claims.filter(({ predicate }) => predicate === 'TOOK_PART');
      expect(part.map(({ subject, object, qualifiers, summary }) => [subject, object, qualifiers['represents'], summary]).sort()).toEqual([
        ['person/ada', 'event/m-1', 'country/fr', 'Ada of Lyon was there.'],
        ['person/cy', 'event/m-2', 'country/kr', 'Cy of was there.'],
      ]);
      expect(Object.keys(part.find(({ subject }) => subject === 'person/ada')?.records?.[0]?.values ?? {})).toEqual(
        expect.arrayContaining(['who.name', expect.stringMatching(/^who.seat[./]town$/)]),
      );
      expect(told.map((line) => line.split(',').slice(0, 7).join(','))).toEqual([expect.stringMatching(/^refused,m\.\w+,1,1,one\.@?for,iso2:XX,"no Country/)]);
    }
  });

  it('says which columns nothing reads, of flat rows and of nested ones', async () => {
    const mapping = (format: string, town: string) => `
files: { towns: { path: a.${format}${format === 'xml' ? ', rows: town' : ''} } }
rows:
  - of: towns
    entities: { one: { kind: City, id: 'city/{${town}}-x', label: '{${town}}' } }
    claims: [{ fact: '{one} cityLevel', value: CITY }]
`;
    const unread = async (format: string, town: string, file: string) =>
      (await imported({ files: { [`a.${format}`]: file }, mapping: mapping(format, town) })).unread;
    expect(await unread('csv', 'name', 'no,name,names\n1,A,B\n')).toEqual(['of "towns" nothing reads no, names']);
    expect(await unread('json', 'town.name', '[{"no":1,"town":{"name":"A","mayor":"B"}}]')).toEqual(['of "towns" nothing reads no']);
    expect(await unread('xml', 'at/name', '<all><town no="1"><at><name>A</name></at><mayor>B</mayor><mayor>C</mayor></town></all>')).toEqual([
      'of "towns" nothing reads mayor, @no',
    ]);
    expect(await unread('csv', 'name', 'name\nA\n')).toEqual([]);
    const joined = await imported({
      files: { 'a.csv': 'id,name,no\n1,A,3\n', 'b.csv': 'id,level,mayor\n1,CITY,B\n' },
      mapping: mapping('csv', 'name')
        .replace('} }', '}, more: { path: b.csv, key: id } }')
        .replace('of: towns', "of: towns\n    join: { m: { file: more, by: '{id}' } }")
        .replace('value: CITY', "value: '{m.level}'"),
    });
    expect(joined.unread).toEqual(['of "more" nothing reads mayor', 'of "towns" nothing reads no']);
  });

  it('counts a row once, however often something is told of it', async () => {
    const { told, manifest } = await imported({
      files: { 'a.csv': 'no,town,far\n1,A,B\n1,C,\n1,E,F,G\n' },
      mapping: `
files: { towns: { path: a.csv, id: no } }
rows:
  - of: towns
    checks:
      - { that: both sides tell it, mirror: { ends: ['{town}', '{far}'] } }
      - { that: it has another side, given: ['{far}'] }
    entities: { one: { kind: City, id: 'city/{town}-x', label: '{town}' } }
    claims: [{ fact: '{one} cityLevel', value: CITY }]
`,
    });
    expect(told).toHaveLength(4);
    expect(manifest.records).toEqual({ read: 3, taken: 2, refused: 1, doubtful: 2, left: 0 });
  });

  it('tells of rows that say otherwise of one thing: yes and no, two values, two days; and of no others', async () => {
    const rows = [
      'no,country,resolution,vote,day',
      '1,FR,R1,yes,2019-05-01',
      '2,FR,R1,no,2019-05-01',
      '3,VN,R1,yes,2019-05',
      '4,VN,R1,yes,2019-05-01',
      '5,FR,R2,no,2020-05-01',
      '6,VN,R2,no,2020-06-01',
      '7,FR,R3,yes,2021-05-01',
      '8,VN,R3,yes,2021-05-01',
    ];
    const { told, manifest } = await imported({
      files: { 'votes.csv': rows.join('\n') },
      mapping: `
files: { votes: { path: votes.csv, id: no } }
rows:
  - of: votes
    let:
      state: { find: Country, by: ['iso2:{country}'] }
      when: { time: '{day}' }
    entities:
      text: { kind: Agreement, id: 'agreement/{resolution}', label: 'Resolution {resolution}' }
    claims:
      - { fact: '{state} PARTY_TO {text}', if: { vote: 'yes' } }
      - { fact: '{state} PARTY_TO {text}', polarity: DENIED, if: { vote: 'no' } }
      - { fact: '{text} signed', value: '{when}' }
`,
    });
    expect(told.map((line) => line.replace(/^doubtful,/, ''))).toEqual([
      'votes.csv,2,2,PARTY_TO,"country/fr, agreement/r1","another row says otherwise of the same: it is not so here, it is so in row 1 of votes.csv",,claims',
      'votes.csv,6,6,signed,agreement/r2,"another row says otherwise of the same: 2020-06-01 here, 2020-05-01 in row 5 of votes.csv",,claims',
    ]);
    expect(manifest.records).toMatchObject({ taken: 8, doubtful: 2 });
    expect(manifest.reasons).toEqual({
      'doubtful PARTY_TO: another row says otherwise of the same': 1,
      'doubtful signed: another row says otherwise of the same': 1,
    });
  });
});
