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
