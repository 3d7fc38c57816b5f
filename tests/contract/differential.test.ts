import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import type { GraphStore } from '../../src/graph/store.js';
import { difference, digest, isEmpty } from '../../src/load/plan.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { contentArbitrary } from './random-content.js';
import { answerOf, questionArbitrary } from './random-questions.js';
import { address, openEmptyNeo4j, why } from './stores.js';

const RUNS = Number(process.env['ENTENTE_RANDOM_RUNS'] ?? 4);
const QUESTIONS = 40;

describe.skipIf(address === null)(`both stores${why}`, { timeout: 300_000 + RUNS * 60_000 }, () => {
  let neo4j: GraphStore;

  beforeAll(async () => {
    if (address) neo4j = await openEmptyNeo4j(vocabulary);
  });
  afterAll(async () => {
    if (address) await neo4j.close();
  });

  it('answer random questions about random graphs alike, after one change upon another', async () => {
    const embedded = new EmbeddedStore(vocabulary);
    await fc.assert(
      fc.asyncProperty(contentArbitrary, fc.array(questionArbitrary, { minLength: QUESTIONS, maxLength: QUESTIONS }), async (wanted, questions) => {
        for (const store of [embedded, neo4j]) await store.apply(difference(await store.content(), wanted));
        const [left, right] = [await embedded.content(), await neo4j.content()];
        expect(right).toEqual(left);
        expect(digest(right)).toBe(digest(wanted));
        expect(isEmpty(difference(right, wanted))).toBe(true);
        for (const question of questions) {
          expect({ question, answer: await answerOf(neo4j, question) }).toEqual({ question, answer: await answerOf(embedded, question) });
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
