import { execute, Kind, parse, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import jmespath from 'jmespath';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import type { Content, GraphStore } from '../../src/graph/store.js';
import { currentIds } from '../../src/graph/current-ids.js';
import { costOf } from '../../src/graphql/cost.js';
import { Scope } from '../../src/graphql/scope.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import { readTexts } from '../../src/load/texts.js';
import { stores } from '../contract/stores.js';
import { asSet, readAnswers } from './answers.js';
import { asking } from '../ask/asking.js';
import { CATEGORIES, readQuestionFiles, type QuestionFile } from './question-file.js';

const files = readQuestionFiles();
const answers = readAnswers();
const texts = readTexts(process.env['ENTENTE_DOCUMENTS'] ?? 'documents');
const LIMITS = { nodes: 20_000, hops: 6, rootFields: 20, fields: 5_000, values: 500_000, list: 100 };
const PUBLIC = ['Q01', 'Q04', 'Q11', 'Q12', 'Q21', 'Q24', 'Q29', 'Q34', 'Q37', 'Q39', 'Q40', 'Q49', 'Q51', 'Q56', 'Q57', 'Q63', 'Q69', 'Q72', 'Q76', 'Q79'];

let content: Content;

beforeAll(() => {
  content = contentOf(vocabulary, readGoodSeeds(vocabulary, 'seed', texts));
});

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operations = document.definitions.filter((item) => item.kind === Kind.OPERATION_DEFINITION);
  if (operations.length !== 1 || !operations[0]) throw new Error(`${String(operations.length)} operations instead of one`);
  return operations[0];
}

async function run(store: GraphStore, file: QuestionFile, variableValues: Readonly<Record<string, unknown>>): Promise<unknown> {
  const result = await execute({ schema, document: parse(file.source), variableValues, contextValue: new Scope(vocabulary, store, texts) });
  expect(result.errors ?? []).toEqual([]);
  return JSON.parse(JSON.stringify(result.data)) as unknown;
}

describe('the catalogue of questions', () => {
  it('has some thirty examples, of all nine categories', () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
    expect([...new Set(files.map(({ category }) => category))].sort()).toEqual([...CATEGORIES].sort());
  });

  it('answers every public question, each once', () => {
    expect(answers.flatMap(({ cases }) => cases.flatMap((item) => item.public ?? [])).sort()).toEqual(PUBLIC);
  });

  it('has hand-worked answers for every kind, and no others', () => {
    expect(answers.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  });

  describe.each(files)('$name', (file) => {
    it('has all lines of its head', () => {
      expect(file.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(file.title).not.toBe('');
      expect(file.ask).toMatch(/[?.]$/);
      expect(CATEGORIES).toContain(file.category);
      expect(file.roundTrips).toBeGreaterThan(0);
    });

    it('fits the schema and costs less than the limit', () => {
      const document = parse(file.source);
      expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
      expect(costOf(schema, document, null, file.example, LIMITS)).not.toBeNull();
    });

    it('has its variables filled by the example', () => {
      const variables = (operationOf(parse(file.source)).variableDefinitions ?? []).map(({ variable }) => variable.name.value).sort();
      expect(Object.keys(file.example).sort()).toEqual(variables);
    });
  });
});

const observed: string[] = [];

/**
 * Branches that wait for different statements share round trips or not, as answers happen to come in; where there is
 * but one branch, the price is exact.
 */
const EXACT = new Set(['dormant-partnerships', 'office-holder-on-day', 'partnerships-by-year', 'start-of-relations-by-source', 'views-of-partnership']);

function expectPrice({ name, roundTrips }: QuestionFile): void {
  if (EXACT.has(name)) expect(observed).toHaveLength(roundTrips);
  else expect(observed.length).toBeLessThanOrEqual(roundTrips + 3);
}

describe.each(stores)('the answers, on $name', ({ name, isMissing, open }) => {
  describe.skipIf(isMissing)('in one operation each', () => {
    let store: GraphStore;
    let ask: ReturnType<typeof asking>;

    beforeAll(async () => {
      store = await open(vocabulary, (statement) => observed.push(statement));
      await store.apply(everything(content));
      ask = asking(store);
    });

    afterAll(() => store.close());

    describe.each(files)('$name', (file) => {
      it('answers its example at its price', async () => {
        // An id that was seen a moment ago is not looked up again.
        await currentIds(
          store,
          content.entities.map(({ id }) => id),
        );
        observed.length = 0;
        const data = await run(store, file, file.example);
        if (name.startsWith('neo4j')) expectPrice(file);
        expect(Object.keys(data as object).length).toBeGreaterThan(0);
      });

      // Words are understood alike whatever the engine; that both answer them alike is held by the tests of questions in words.
      if (name === 'embedded')
        it('is understood in words', async () => {
          expect((await ask(file.ask)).outcome).toBe('ANSWERED');
        });

      const cases = answers.find((item) => item.name === file.name)?.cases ?? [];
      it.each(cases.map((item, at) => [item.question ?? `case ${String(at + 1)}`, item] as const))(
        '%s',
        async (_question, { variables, pick, answer, set }) => {
          const picked: unknown = jmespath.search(await run(store, file, variables ?? file.example), pick);
          expect(set ? asSet(picked) : picked).toEqual(set ? asSet(answer) : answer);
        },
      );
    });
  });
});
