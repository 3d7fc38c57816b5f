import { readFileSync } from 'node:fs';
import { graphql } from 'graphql';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { Scope } from '../../src/graphql/scope.js';
import { partOf } from '../../src/load/datasets.js';
import { SEEDS } from '../../src/model/dataset.js';
import { contentOf, everything } from '../../src/load/plan.js';
import type { Dataset } from '../../src/model/dataset.js';
import { seeds } from '../graphql/asking.js';
import { seedsWithSets, whyNoSets } from './some-of-the-sets.js';

interface Question {
  readonly ask: string;
  readonly query: string;
  readonly answer: unknown;
}

const questions = parse(readFileSync('tests/import/beside-documents.yml', 'utf8')) as readonly Question[];

describe.skipIf(whyNoSets !== '')(`twenty questions that need a document and a set together${whyNoSets}`, () => {
  let both: Scope;
  let alone: readonly Scope[];
  let dataset: Dataset;

  const filledWith = async (dataset: Dataset): Promise<Scope> => {
    const store = new EmbeddedStore(vocabulary);
    await store.apply(everything(contentOf(vocabulary, dataset)));
    return new Scope(vocabulary, store, new Map());
  };
  const asked = async (source: string, contextValue: Scope): Promise<unknown> => {
    const { data, errors } = await graphql({ schema, source, contextValue });
    return errors ? { errors: errors.map(({ message }) => message) } : (JSON.parse(JSON.stringify(data)) as unknown);
  };

  beforeAll(async () => {
    dataset = await seedsWithSets(seeds);
    both = await filledWith(dataset);
    alone = [await filledWith(seeds), await filledWith(partOf(dataset, (name) => name !== SEEDS))];
  });

  it('stand on sets that tell of nobody as met who was dead, or came with the traveller', () => {
    const met = dataset.claims.filter(({ predicate, object }) => predicate === 'TOOK_PART' && object?.startsWith('event/meeting-blinken-'));
    const isMet = (name: string, day: string) => met.some(({ object, summary }) => object?.endsWith(day) && summary.includes(` ${name} (`));
    expect([isMet('Abe Shinzo', '2022-07-11'), isMet('Fumio Kishida', '2022-07-11')]).toEqual([false, true]);
    expect([isMet('David Lammy', '2024-09-11'), isMet('Volodymyr Zelenskyy', '2024-09-11'), isMet('David Lammy', '2024-09-09')]).toEqual([false, true, true]);
  });

  it('are twenty', () => {
    expect(new Set(questions.map(({ query }) => query)).size).toBe(20);
  });

  it.each(questions)('$ask', async ({ query, answer }) => {
    expect(await asked(query, both)).toEqual(answer);
    // Neither the documents nor the sets answer it alone.
    for (const scope of alone) expect(await asked(query, scope)).not.toEqual(answer);
  });
});
