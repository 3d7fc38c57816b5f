import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { imported } from './importing.js';
import { seeds } from '../graphql/asking.js';
import type { Claim } from '../../src/model/claim.js';
import { parseTime } from '../../src/model/edtf.js';

const ends = (claims: readonly Claim[], predicate: string) =>
  claims.filter((claim) => claim.predicate === predicate).map(({ subject, object }) => `${subject} ${object ?? ''}`);

/** The seeds, in which a state was known by a code and a name in a language for some years. */
function knowing(name: string, code: string, years: string, lang = 'en') {
  const like = seeds.claims[0];
  if (!like) throw new Error('no claims');
  const time = parseTime(years);
  const when = time && { ...time, asWritten: null, rule: null };
  const about = { ...like, object: null, qualifiers: {}, polarity: 'AFFIRMED' as const, rank: 'NORMAL' as const, when };
  return {
    ...seeds,
    claims: [
      ...seeds.claims,
      { ...about, id: 'claim/code', factKey: 'code', subject: 'country/vn', predicate: 'sameAs', value: code },
      { ...about, id: 'claim/name', factKey: 'name', subject: 'country/vn', predicate: 'name', value: { text: name, lang } },
    ],
  };
}

describe('what is looked up', () => {
  it('is no town of a country that the country it lies in has to do with', async () => {
    const { dataset, told } = await imported({
      files: { 'towns.csv': 'town,iso\nNantes,KR\nSeoul,KR\nNantes,FR\n' },
      mapping: `
files: { towns: { path: towns.csv } }
rows:
  - of: towns
    let:
      country: { find: Country, by: ['iso2:{iso}'] }
      town: { find: City, name: ['{town}'], of: '{country}' }
    claims: [{ fact: '{town} LOCATED_IN {country}' }]
`,
    });
    expect(ends(dataset.claims, 'LOCATED_IN').sort()).toEqual(['city/nantes country/fr', 'city/seoul country/kr']);
    expect(told).toEqual([expect.stringMatching(/^refused,towns.csv,1,.*Nantes.*may be this City.*city\/nantes/)]);
  });

  const CODES = `
files: { posts: { path: posts.csv, id: no } }
rows:
  - of: posts
    let:
      when: { time: '{year}' }
      state: { find: Country, by: ['cow:{code}'], name: ['{name}'], at: '{when}' }
    entities: { office: { kind: Office, id: 'office/post-{no}', label: 'Post {no}' } }
    claims: [{ fact: '{office} OFFICE_OF {state}', when: '{when}' }]
`;

  it('is told where a code or a name is of another time, and decided for that time alone', async () => {
    const known = knowing('Annam', 'cow:817', '1802/1945');
    const files = { 'posts.csv': 'no,year,code,name\n1,1900,817,\n2,2000,817,\n3,2001,817,\n4,1900,,Annam\n5,2000,,Annam\n' };
    const open = await imported({ files, mapping: CODES, known });
    expect(ends(open.dataset.claims, 'OFFICE_OF').sort()).toEqual(['office/post-1 country/vn', 'office/post-4 country/vn']);
    expect(open.told.map((line) => line.slice(0, 20))).toEqual(['refused,posts.csv,2,', 'refused,posts.csv,3,', 'refused,posts.csv,5,']);
    expect(open.told[0]).toContain('is this Country at other times, not at 2000; decide under ""cow:817 at 2000""');
    expect(open.told[2]).toContain('at other times');
    const decided = await imported({
      files,
      mapping: CODES,
      known,
      decisions: 'Country:\n  cow:817 at 2000: { same: country/fr, because: As an example. }\n',
    });
    expect(ends(decided.dataset.claims, 'OFFICE_OF')).toContain('office/post-2 country/fr');
    expect(ends(decided.dataset.claims, 'OFFICE_OF')).not.toContain('office/post-3 country/fr');
  });

  it.each([
    ['Annam, Republic of', 'Republic of Annam'],
    ['Annam (Republic of the)', 'Republic of the Annam'],
    ['Annam, Dem. Rep.', 'Democratic Republic of Annam'],
    ['Annam, The', 'Annam'],
    ['The Annam', 'Annam'],
    ['St. Annam & Tonkin', 'Saint Annam and Tonkin'],
    ['Tran, Anh', 'Anh Tran'],
  ])('is known as it is written in tables, such as %s', async (written, name) => {
    const { dataset, told } = await imported({
      files: { 'posts.csv': `no;year;code;name\n1;1900;;${written}\n` },
      mapping: CODES.replace('posts.csv,', "posts.csv, delimiter: ';',"),
      known: knowing(name, 'cow:817', '1802/1945'),
    });
    expect([ends(dataset.claims, 'OFFICE_OF'), told]).toEqual([['office/post-1 country/vn'], []]);
  });

  it('is told where it is called so in another language than that of the set, and nowhere else', async () => {
    const files = { 'posts.csv': 'no,year,code,name\n1,1900,,Tonkinois\n2,1900,817,\n3,1900,,Vietnam\n' };
    const [posted, known] = [
      ['office/post-1 country/vn', 'office/post-2 country/vn', 'office/post-3 country/vn'],
      knowing('Tonkinois', 'cow:817', '1802/1945', 'fr-FR'),
    ];
    const told = async (mapping: string, decisions?: string) => {
      const read = await imported({ files, mapping, known, ...(decisions === undefined ? {} : { decisions }) });
      expect(ends(read.dataset.claims, 'OFFICE_OF').sort()).toEqual(posted);
      return read.told;
    };
    expect(await told(CODES)).toEqual([
      expect.stringMatching(/^doubtful,posts.csv,1,1,name,Tonkinois,"?this is what Vietnam is called in another language than en.*country\/vn/),
    ]);
    expect(await told(`language: fr${CODES}`)).toEqual([]);
    expect(await told(CODES, 'Country:\n  Tonkinois: { same: country/vn, because: The set says so throughout. }\n')).toEqual([]);
  });

  it('may be known by those alone whom it joins', async () => {
    const { dataset, told } = await imported({
      files: { 'twins.csv': 'a,b,since\nGyeongju,Versailles,1987\nVersailles,Seoul,1990\n' },
      mapping: `
files: { twins: { path: twins.csv } }
rows:
  - of: twins
    let:
      a: { find: City, name: ['{a}'] }
      b: { find: City, name: ['{b}'] }
      pair: { sorted: ['{a}', '{b}'] }
      pact: { find: Partnership, of: ['{a}', '{b}'], else: { id: 'partnership/{pair}', label: '{a.label} and {b.label}' } }
    claims:
      - { fact: '{a} PARTNER_IN {pact}' }
      - { fact: '{b} PARTNER_IN {pact}' }
`,
    });
    expect(ends(dataset.claims, 'PARTNER_IN').sort()).toEqual([
      'city/gyeongju partnership/versailles-gyeongju',
      'city/seoul partnership/seoul-versailles',
      'city/versailles partnership/seoul-versailles',
      'city/versailles partnership/versailles-gyeongju',
    ]);
    expect(told).toEqual([]);
  });
});

describe('what is told of a row', () => {
  it('holds each item of a list by itself, conditions that compare two columns, and rules with slots', async () => {
    const { dataset, told } = await imported({
      files: {
        'acts.json': JSON.stringify([
          {
            no: 1,
            coder: 'C2',
            by: [
              { c: 'FR', to: 'FR' },
              { c: 'VN', to: 'FR' },
              { c: 'ZZ', to: 'FR' },
              { c: 'ZZ', to: 'VN' },
            ],
          },
        ]),
      },
      mapping: `
files: { acts: { path: acts.json } }
rows:
  - of: acts
    each:
      - in: by
        as: act
        let:
          state: { find: Country, by: ['iso2:{act.c}'] }
          code: { values: { FR: AGREE }, of: '{act.c}', else: null }
        checks: [{ that: nobody acts on himself, if: { act.c: '{act.to}' } }]
        entities: { said: { kind: Statement, id: 'statement/act-{no}-{act.c}-{act.to}', label: 'Act of {state.label}' } }
        claims:
          - { fact: '{state} SAID {said}' }
          - { fact: '{said} act', value: '{code}', inferred: 'Coded by {coder}.', if: code }
`,
    });
    expect(told.map((line) => line.replace(/.*,rows/, 'rows'))).toEqual([
      'rows[0].each[0].checks[0] item 1',
      'rows[0].each[0].entities.said item 3',
      'rows[0].each[0].entities.said item 4',
    ]);
    expect(dataset.claims.filter(({ predicate }) => predicate === 'act').map(({ basisRule }) => basisRule)).toEqual(['Coded by C2.']);
  });

  it('takes in an end that no set can know, a side of a check that is empty, a text whose language is none, and a name that a document has', async () => {
    const { told } = await imported({
      files: {
        'a.csv':
          'no,began,ended,file,lang,title\n1,2018,2031,x-FR,fr,Un titre bien long\n2,2018,2999-12-31,FR,klingon!,A title of some length\n3,2018,2019,x-VN,en,Versailles and Gyeongju\n',
      },
      mapping: `
covered: 2000/2024
files: { a: { path: a.csv, id: no } }
rows:
  - of: a
    let: { when: { time: ['{began}', '{ended}'] } }
    checks:
      - { that: the file is of the country, equal: ["{file | after 'x-'}", 'FR'] }
      - { that: it is in its language, language: { of: '{title}', is: '{lang}' } }
    entities: { pact: { kind: Partnership, id: 'partnership/{no}', label: '{title}' } }
    claims: [{ fact: 'country/fr PARTNER_IN {pact}', when: '{when}' }]
`,
    });
    const rows: string[][] = parse(told.join('\n'));
    const reasons = rows.map((cells) => `${cells[2] ?? ''} ${cells[6] ?? ''}`);
    expect(reasons).toEqual([
      expect.stringMatching(/^1 lies after the time/),
      expect.stringMatching(/^2 .*nothing here, FR there/),
      expect.stringMatching(/^2 .*klingon!.*is no language/),
      expect.stringMatching(/^2 .*is a mark and no date; say under open: or unknown:/),
      expect.stringMatching(/^3 .*VN here, FR there/),
      expect.stringMatching(/^3 .*the name of another Partnership already/),
    ]);
  });
});
