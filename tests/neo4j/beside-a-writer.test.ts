import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNeo4jStore, type Neo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { contentOf, difference, everything } from '../../src/load/plan.js';
import { address, openEmptyNeo4j, why } from '../contract/stores.js';
import { vocabulary, world } from '../lens/world.js';
import { serve, type Serving } from '../server/serving.js';
import { Raw } from './raw.js';

const MANY = 600;
const QUESTION = '{ partnerships(first: 50) { totalCount nodes { since { edtf } fact(property: "since") { claims(first: 5) { nodes { value } } } } } }';

interface Answer {
  readonly partnerships: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly since: { readonly edtf: string } | null;
      readonly fact: { readonly claims: { readonly nodes: readonly { readonly value: string }[] } } | null;
    }[];
  };
}

/** So many partnerships that all began in one year. */
const since = (year: string) =>
  contentOf(vocabulary, world(Array.from({ length: MANY }, (_none, at) => ({ fact: `partnership/p${String(at).padStart(5, '0')} since`, value: year }))));

describe.skipIf(address === null)(`reading beside a writer${why}`, () => {
  let store: Neo4jStore;
  let serving: Serving;

  beforeAll(async () => {
    if (!address) return;
    store = await openEmptyNeo4j(vocabulary);
    await store.apply(everything(since('2001')));
    serving = await serve({}, openNeo4jStore(address, vocabulary));
    await serving.ask(QUESTION);
  });
  afterAll(async () => {
    if (!address) return;
    await serving.server.stop();
    const raw = new Raw(address);
    await raw.wipe();
    await Promise.all([raw.close(), store.close()]);
  });

  it('meets no failure, and no value that its claims do not tell', async () => {
    let isDone = false;
    const answers: Answer[] = [];
    const read = async () => {
      while (!isDone) {
        const { status, json } = await serving.ask(QUESTION);
        expect({ status, errors: json.errors }, serving.logged.filter((line) => line.includes('"stack"')).at(-1)).toEqual({ status: 200, errors: undefined });
        answers.push(json.data as unknown as Answer);
      }
    };
    const write = async () => {
      for (const [before, after] of [
        ['2001', '2002'],
        ['2002', '2003'],
      ] as const)
        await store.apply(difference(since(before), since(after)));
      isDone = true;
    };
    await Promise.all([write(), read(), read()]);
    const seen = answers.flatMap(({ partnerships }) =>
      partnerships.nodes.map(({ since: shown, fact }) => [shown?.edtf, ...(fact?.claims.nodes ?? []).map(({ value }) => value)]),
    );
    expect(new Set(answers.map(({ partnerships }) => partnerships.totalCount))).toEqual(new Set([MANY]));
    expect(seen.length).toBeGreaterThanOrEqual(50);
    for (const [shown, ...claimed] of seen) expect(claimed).toEqual([shown]);
  });

  it('sees one state through a lens too, the same as beside it', async () => {
    const through = QUESTION.slice(1, -1);
    let isDone = false;
    const seen: string[][] = [];
    const read = async () => {
      while (!isDone) {
        const { json } = await serving.ask(`{ ${through} view(asOf: "2010") { ${through} } disputes { totalCount } }`);
        expect(json.errors).toBeUndefined();
        const plain = json.data as unknown as Answer;
        const { view } = json.data as unknown as { view: Answer };
        const shown = [plain, view].flatMap(({ partnerships: { totalCount, nodes } }) => [
          `${String(totalCount)} in all`,
          ...nodes.flatMap(({ since: when, fact }) => [when?.edtf ?? '', ...(fact?.claims.nodes ?? []).map(({ value }) => value)]),
        ]);
        seen.push([...new Set(shown)]);
      }
    };
    const write = async () => {
      for (const [before, after] of [
        ['2003', '2004'],
        ['2004', '2005'],
        ['2005', '2003'],
      ] as const)
        await store.apply(difference(since(before), since(after)));
      isDone = true;
    };
    await Promise.all([write(), read(), read()]);
    expect(seen.length).toBeGreaterThan(1);
    // All are written in one batch, so that a state has one year.
    for (const shown of seen) expect(shown).toEqual([`${String(MANY)} in all`, expect.stringMatching(/^200[345]$/)]);
  });

  const marked = async (since: string) => {
    if (!address) throw new Error('Neo4j is not at hand');
    const raw = new Raw(address);
    await raw.run(`MERGE (mark:EntenteTurn {id: 'committing'}) SET mark.begun = 7, mark.ended = 6, mark.since = ${since}`);
    const reading = openNeo4jStore(address, vocabulary);
    await reading.ready();
    return { raw, reading, beside: await serve({}, reading) };
  };

  it('waits for a batch that is being committed, and reads again', async () => {
    const { raw, reading, beside } = await marked('timestamp()');
    const asked: string[] = [];
    const waited = new Promise<void>((resolve) => {
      reading.observe(({ name }) => {
        asked.push(name);
        const first = asked.indexOf('claims-of-facts');
        if (first >= 0 && asked.slice(first).filter((later) => later === 'revision').length > 2) resolve();
      });
    });
    const answer = beside.ask(QUESTION);
    expect(await Promise.race([waited.then(() => 'waits'), answer])).toBe('waits');
    await raw.run("MATCH (mark:EntenteTurn {id: 'committing'}) SET mark.ended = mark.begun");
    expect((await answer).json.errors).toBeUndefined();
    expect(asked.filter((name) => name === 'claims-of-facts').length).toBeGreaterThan(1);
    await Promise.all([beside.server.stop(), raw.close()]);
  });

  it('does not wait for a writer that died', async () => {
    const { raw, beside } = await marked('0');
    const { status, json } = await beside.ask(QUESTION);
    expect({ status, errors: json.errors }).toEqual({ status: 200, errors: undefined });
    await raw.run("MATCH (mark:EntenteTurn {id: 'committing'}) SET mark.ended = mark.begun");
    await Promise.all([beside.server.stop(), raw.close()]);
  });
});
