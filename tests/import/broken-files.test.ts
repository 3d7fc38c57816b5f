import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/import/import-error.js';
import { imported, TWINS } from './importing.js';

const HEADER = 'no,town,partner,since\n';
const whole = `${HEADER}1,A,B,1990\n`;
const all = (pattern: string) => TWINS.replace('path: towns.csv', `path: '${pattern}'`);
const json = (no: number, town: string) => JSON.stringify({ no, town, partner: 'P', since: '1990' });
const xml = (no: number, town: string) => `<town no="${String(no)}"><town>${town}</town><partner>P</partner><since>1990</since></town>`;

/** So many that what is broken comes behind others. */
const many = Array.from({ length: 3_000 }, (_none, at) => `${String(at + 100)},Town ${String(at)},Partner,1990\n`).join('');
const packed = gzipSync(HEADER + many);
const damaged = Buffer.from(packed);
damaged.fill(0, packed.length - 8, packed.length - 4);

interface Broken {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly mapping: string;
  readonly told: string;
  /** The least rows that are taken in all. */
  readonly taken: number;
}

const cases: Readonly<Record<string, Broken>> = {
  'gzip that was cut off': {
    files: { 'a.csv.gz': packed.subarray(0, packed.length - 20), 'b.csv.gz': gzipSync(whole) },
    mapping: all('*.csv.gz'),
    told: 'the file ends before its gzip does',
    taken: 2_500,
  },
  'gzip that is damaged': {
    files: { 'a.csv.gz': damaged, 'b.csv.gz': gzipSync(whole) },
    mapping: all('*.csv.gz'),
    told: 'the file has gzip that is damaged',
    taken: 500,
  },
  'no gzip at all': {
    files: { 'a.csv.gz': 'no,town\n', 'b.csv.gz': gzipSync(whole) },
    mapping: all('*.csv.gz'),
    told: 'the file is not gzip, as its name says',
    taken: 1,
  },
  'JSON that was cut off': {
    files: { 'a.json': `[${json(1, 'A')},${json(2, 'B')},{"no": 3, "to`, 'b.json': `[${json(4, 'D')}]` },
    mapping: all('*.json'),
    told: 'the file ends before its JSON does',
    taken: 3,
  },
  'JSON that is none from some place on': {
    files: { 'a.json': `[${json(1, 'A')},${json(2, 'B')},nonsense,${json(3, 'C')}]`, 'b.json': `[${json(4, 'D')}]` },
    mapping: all('*.json'),
    told: 'the file is no JSON behind row 2',
    taken: 3,
  },
  'XML that is not closed': {
    files: { 'a.xml': `<all>${xml(1, 'A')}${xml(2, 'B')}<town no="3"><town>C`, 'b.xml': `<all>${xml(4, 'D')}</all>` },
    mapping: all('*.xml').replace("'*.xml', id: no", "'*.xml', rows: all/town, id: '@no'"),
    told: 'the file is no XML behind row 2',
    taken: 3,
  },
};

describe('a file among several', () => {
  it.each(Object.entries(cases))(
    'that is %s is told, and the rows before and those of other files stand',
    async (_name, { files, mapping, told: reason, taken }) => {
      const { manifest, told } = await imported({ files, mapping });
      const broken = told.at(-1) ?? '';
      expect(broken).toMatch(/^refused,a\./);
      expect(broken).toContain(reason);
      expect(manifest.records.taken).toBeGreaterThanOrEqual(taken);
      expect(manifest.records).toMatchObject({ read: manifest.records.taken + told.length, refused: told.length });
      expect(manifest.files.map(({ rows }) => rows).at(-1)).toBe(1);
    },
  );

  it('ends the import where no file has a row that can be read', async () => {
    const run = imported({ files: { 'a.json': 'nonsense', 'b.json': '<all/>' }, mapping: all('*.json') });
    await expect(run).rejects.toThrow(ImportError);
    await expect(run).rejects.toThrow(/a\.json: is no JSON behind row 0[\s\S]*b\.json: is no JSON behind row 0/);
  });
});

describe('a row', () => {
  it('of JSON lines that is none is told, and the next is read', async () => {
    const { manifest, told } = await imported({ files: { 'a.jsonl': `${json(1, 'A')}\n{"no": 2,\n${json(3, 'C')}\n{"no": 4, "tow` }, mapping: all('*.jsonl') });
    expect(manifest.records).toMatchObject({ read: 4, taken: 2, refused: 2 });
    expect(told.map((line) => line.split(',').slice(0, 3).join())).toEqual(['refused,a.jsonl,2', 'refused,a.jsonl,4']);
  });

  it('of CSV whose quote nothing closes is told, and the rows behind it are read', async () => {
    const rows = `${HEADER}1,A,B,1990\n2,"C,D,1991\n3,E,F,1992\n${many}`;
    const open = await imported({ files: { 'a.csv': rows }, mapping: all('*.csv') });
    expect(open.manifest.records).toMatchObject({ read: 3_003, taken: 3_002, refused: 1 });
    expect(open.told).toEqual([expect.stringMatching(/^refused,a\.csv,2,.*opens a quote that nothing closes/)]);
  });

  it('of CSV whose quote another row closes does not swallow those between', async () => {
    const rows = `${HEADER}1,A,B,1990\n2,"C,D,1991\n3,E,F,1992\n4,"G",H,1993\n5,I,J,1994\n`;
    const { manifest, told, dataset } = await imported({ files: { 'a.csv': rows }, mapping: all('*.csv') });
    expect(manifest.records).toMatchObject({ read: 5, taken: 4, refused: 1 });
    expect(told).toEqual([expect.stringMatching(/^refused,a\.csv,2,.*opens a quote that a later row closes/)]);
    expect(dataset.identities.map(({ label }) => label)).toEqual(expect.arrayContaining(['A and B', 'E and F', 'G and H', 'I and J']));
  });

  it('with a cell over several lines is one row', async () => {
    const { manifest, told } = await imported({ files: { 'a.csv': `${HEADER}1,"A\nand more",B,1990\n2,C,D,1991\n` }, mapping: all('*.csv') });
    expect([manifest.records.taken, told]).toEqual([2, []]);
  });

  it('with bytes of another encoding is told by its cell, and the others are read', async () => {
    const bytes = Buffer.concat([Buffer.from(`${HEADER}1,Málaga,B,1990\n2,`), Buffer.from('Málaga', 'latin1'), Buffer.from(`,D,1991\n3,Łódź,F,1992\n`)]);
    const { manifest, told } = await imported({ files: { 'a.csv': bytes }, mapping: all('*.csv') });
    expect(manifest.records).toMatchObject({ read: 3, taken: 2, refused: 1 });
    expect(told[0]).toMatch(/^refused,a\.csv,2,.*,town,M\uFFFDlaga,"holds bytes that are no letters of the encoding/);
  });
});
