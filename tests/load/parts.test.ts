import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { Gathered } from '../../src/load/gathered.js';
import { partsOf, type Part } from '../../src/load/parts.js';
import { contentOf } from '../../src/load/plan.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import { together } from '../../src/load/datasets.js';
import type { Dataset } from '../../src/model/dataset.js';
import { compareText } from '../../src/model/text.js';
import { anyWideWorld } from '../lens/arbitrary.js';

async function inParts(sets: readonly Dataset[], full: { entities: number; claims: number }): Promise<readonly Part[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-parts-'));
  try {
    const gathered = await Gathered.of(vocabulary, sets, folder);
    const parts: Part[] = [];
    for await (const part of partsOf(vocabulary, gathered, full)) parts.push(part);
    gathered.close();
    return parts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the parts hold together, in the order in which a store gives it back. */
function joined(parts: readonly Part[]) {
  const [entities, links, claims] = [
    parts.flatMap(({ content }) => content.entities),
    parts.flatMap(({ content }) => content.links),
    parts.flatMap(({ content }) => content.claims),
  ];
  return { entities, links: links.sort((a, b) => compareText(a.key, b.key)), claims: claims.sort((a, b) => compareText(a.id, b.id)) };
}

function whole(dataset: Dataset) {
  const { entities, links, claims } = contentOf(vocabulary, dataset);
  return { entities, links, claims: [...claims].sort((a, b) => compareText(a.id, b.id)) };
}

describe('what a store should hold', () => {
  it('is the same in parts of any size, whatever is said', async () => {
    await fc.assert(
      fc.asyncProperty(anyWideWorld, fc.integer({ min: 1, max: 4 }), async (dataset, entities) => {
        expect(joined(await inParts([dataset], { entities, claims: 5 }))).toEqual(whole(dataset));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same of several data sets together', async () => {
    await fc.assert(
      fc.asyncProperty(anyWideWorld, anyWideWorld, async (one, other) => {
        expect(joined(await inParts([one, other], { entities: 2, claims: 5 }))).toEqual(whole(together([one, other])));
      }),
      { numRuns: 15 },
    );
  });

  it('is the same of the seeds', async () => {
    const seeds = readGoodSeeds(vocabulary, 'seed', new Map());
    const parts = await inParts([seeds], { entities: 300, claims: 700 });
    expect(parts.length).toBeGreaterThan(5);
    expect(joined(parts)).toEqual(whole(seeds));
    for (const [at, { after }] of parts.entries()) expect(after).toBe(at === 0 ? '' : parts[at - 1]?.until);
  });
});
