import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/ask/catalogue.js';
import { serve, type Serving } from '../server/serving.js';

let serving: Serving;

beforeAll(async () => {
  serving = await serve();
});
afterAll(async () => {
  await serving.server.stop();
});

const ANSWER = `query Ask($text: String!) {
  ask(text: $text) {
    outcome reading language plan id sentence items unknown
    entities { id label }
    citations { number claim { id summary source { id } span { start end } } }
    operation variables data graphiqlUrl
    candidates { text where entity { id } }
    nearest
  }
}`;

describe('ask', () => {
  it('gives the answer with its evidence and the operation that it ran', async () => {
    const { status, json } = await serving.ask(ANSWER, { variables: { text: 'Which Korean city is the partner of Tours?' } });
    expect([status, json.errors]).toEqual([200, undefined]);
    const ask = json.data?.['ask'] as {
      entities: { id: string }[];
      citations: { number: number; claim: { id: string } }[];
      operation: string;
      variables: Record<string, unknown>;
      graphiqlUrl: string;
    };
    expect(ask).toMatchObject({ outcome: 'ANSWERED', items: ['Suwon'], language: 'en' });
    expect(ask.entities.map(({ id }) => id)).toContain('city/suwon');
    expect(ask.citations.map(({ number }) => number)).toEqual(ask.citations.map((_citation, at) => at + 1));
    expect(ask.citations[0]?.claim.id).toMatch(/^claim\//);
    const again = await serving.ask(ask.operation, { variables: ask.variables });
    expect(again.json.errors).toBeUndefined();
    expect(new URL(ask.graphiqlUrl, 'http://localhost').searchParams.get('query')).toBe(ask.operation);
  });

  it.each(['', ' ', 'x'.repeat(201), '\u0000', '{'.repeat(150)])('answers %j in words, never with an error', async (text) => {
    const { status, json } = await serving.ask(ANSWER, { variables: { text } });
    expect([status, json.errors, json.data?.['ask']]).toEqual([200, undefined, expect.objectContaining({ outcome: 'NOT_UNDERSTOOD' })]);
  });

  it('asks back', async () => {
    const { json } = await serving.ask(ANSWER, { variables: { text: 'Who leads Korea?' } });
    expect(json.data?.['ask']).toMatchObject({
      outcome: 'AMBIGUOUS',
      candidates: expect.arrayContaining(
        ['country/kr', 'country/kp'].map((id) => expect.objectContaining({ text: 'Korea', entity: { id } }) as unknown),
      ) as unknown,
    });
  });

  it('answers five questions in one request and refuses a sixth', async () => {
    const query = (count: number) => `{ ${Array.from({ length: count }, (_, at) => `a${String(at)}: ask(text: "Who leads China?") { outcome }`).join(' ')} }`;
    expect((await serving.ask(query(5))).json.errors).toBeUndefined();
    expect((await serving.ask(query(6))).json.errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'QUERY_TOO_COMPLEX' }) as unknown }),
    ]);
  });
});

describe('askNext', () => {
  const next = async (text: string) => (await serving.ask('query N($text: String!) { askNext(text: $text) }', { variables: { text } })).json.data?.['askNext'];

  it('completes what is being typed: words of the vocabulary and names', async () => {
    expect(await next('Which partners')).toEqual(expect.arrayContaining(['partnership', 'partnerships']));
    expect(await next('Whom did Emm')).toEqual(expect.arrayContaining(['Emmanuel Macron']));
  });

  it('offers what could come next', async () => {
    expect(await next('')).toEqual(expect.arrayContaining(['which', 'who']));
    expect(await next('Which partnerships ')).toEqual(expect.arrayContaining(['are']));
    expect(await next('x'.repeat(300))).toEqual([]);
  });
});

describe('questions', () => {
  it('lists every kind, page by page and by category', async () => {
    const { questions } = catalogue();
    const names: string[] = [];
    for (let after: string | null = null; ;) {
      const { json } = await serving.ask(
        'query Q($after: String) { questions(first: 40, after: $after) { totalCount edges { node { name } } pageInfo { hasNextPage endCursor } } }',
        { variables: { after } },
      );
      const page = json.data?.['questions'] as {
        totalCount: number;
        edges: { node: { name: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      expect(page.totalCount).toBe(questions.length);
      names.push(...page.edges.map(({ node }) => node.name));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(names).toEqual(questions.map(({ name }) => name));
    const { json } = await serving.ask('{ questions(category: PATH, first: 100) { edges { node { category variables graphiqlUrl } } } }');
    expect(new Set((json.data?.['questions'] as { edges: { node: { category: string } }[] }).edges.map(({ node }) => node.category))).toEqual(
      new Set(['PATH']),
    );
  });

  it('finds one by name, and refuses another with the near miss', async () => {
    const { json } = await serving.ask(
      '{ one: question(name: "partnerships-of-period") { title text sha256 operation } none: question(name: "partnership-of-period") { title } }',
    );
    expect(json.data).toMatchObject({ one: { sha256: catalogue().get('partnerships-of-period')?.sha256 }, none: null });
    expect(json.errors?.map(({ message }) => message)).toEqual(['there is no "partnership-of-period"; did you mean "partnerships-of-period"?']);
  });
});
