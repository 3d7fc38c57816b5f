import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../schema/vocabulary.js';
import { coverage } from '../src/load/coverage.js';
import { readSeeds, type Seeds } from '../src/load/seeds.js';
import { formatProblem } from '../src/load/problem.js';
import { readTexts } from '../src/load/texts.js';

const texts = readTexts(process.env['ENTENTE_DOCUMENTS'] ?? 'documents');
const absent = texts.size === 0 ? ' (skipped: the source texts are not at hand; name their folder in ENTENTE_DOCUMENTS)' : '';

/** Named in a document without saying where exactly, so that no reference data can place it. */
const WITHOUT_COORDINATES = ['site/governors-residence-guangdong'];

/** Places that none of the packages at hand lists under an identifier: parts of cities, bodies of several communes, regions, areas. */
const WITHOUT_IDENTIFIER = [
  'city/greater-paris-metropolis',
  'city/grenoble-alpes-metropole',
  'city/guro',
  'city/jung',
  'city/lille-metropole',
  'city/montpellier-metropole',
  'city/paris-13',
  'city/paris-15',
  'city/paris-17',
  'city/paris-18',
  'city/paris-est-marne-et-bois',
  'city/seocho',
  'city/seodaemun',
  'city/yangcheon',
  'region/alsace',
  'region/auvergne-rhone-alpes',
  'region/daegu-free-economic-zone',
  'region/east-sea',
  'region/europe',
  'region/grand-est',
  'region/guangdong',
  'region/gyeonggi-do',
  'region/gyeongsangbuk-do',
  'region/ile-de-france',
  'region/indo-pacific',
  'region/korean-peninsula',
  'region/normandy',
  'region/russian-far-east',
  'region/val-de-marne',
  'site/clichy-batignolles',
  'site/governors-residence-guangdong',
  'site/paris-park',
];

let seeds: Seeds;

beforeAll(() => {
  seeds = readSeeds(vocabulary, 'seed', texts);
});

describe('the seeds of this repository', () => {
  it('have no problem', () => {
    expect(seeds.problems.map(formatProblem)).toEqual([]);
  });

  it('have a claim or an excuse for every sentence', () => {
    const { sources, claims } = seeds.dataset;
    const documents = sources.filter(({ sentences }) => sentences.length > 0);
    expect(documents).toHaveLength(5);
    for (const source of documents) {
      const bare = coverage(source, claims).filter((sentence) => sentence.claims.length === 0 && sentence.excuse === null);
      expect(bare.map(({ start, end }) => `${source.id} ${String(start)}-${String(end)}`)).toEqual([]);
    }
  });

  it('give each claim of a document a span, and each claim from common knowledge none', () => {
    const withText = new Set(seeds.dataset.sources.filter(({ sentences }) => sentences.length > 0).map(({ id }) => id));
    for (const { source, spans, id } of seeds.dataset.claims) expect([id, spans.length > 0]).toEqual([id, withText.has(source)]);
  });

  it('give every place its coordinates and an identifier elsewhere, but for the places named here', () => {
    const { identities, claims } = seeds.dataset;
    const places = identities.map(({ id }) => id).filter((id) => /^(?:city|country|region|site)\//.test(id));
    const without = (predicate: string) => {
      const having = new Set(claims.filter((claim) => claim.predicate === predicate).map(({ subject }) => subject));
      return places.filter((id) => !having.has(id)).sort();
    };
    expect(without('latitude')).toEqual(WITHOUT_COORDINATES);
    expect(without('longitude')).toEqual(WITHOUT_COORDINATES);
    expect(without('sameAs')).toEqual(WITHOUT_IDENTIFIER);
  });
});

describe.skipIf(texts.size === 0)(`the words of the documents${absent}`, () => {
  const RUN = 8;
  const wordsOf = (text: string) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)?/gu) ?? [];

  it('stand in no committed file, eight in a row', () => {
    const runs = new Set<string>();
    for (const { text } of texts.values()) {
      const words = wordsOf(text);
      for (let at = 0; at + RUN <= words.length; at += 1) runs.add(words.slice(at, at + RUN).join(' '));
    }
    const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
      .split('\0')
      .filter((file) => file !== '' && file !== 'package-lock.json');
    const copied = files.flatMap((file) => {
      const words = wordsOf(readFileSync(file, 'utf8'));
      return words.flatMap((_, at) => {
        const run = words.slice(at, at + RUN).join(' ');
        return runs.has(run) ? [`${file}: ${run}`] : [];
      });
    });
    expect(copied).toEqual([]);
  });
});
