import { beforeAll, describe, expect, it } from 'vitest';
import { SourceText } from '../../src/load/texts.js';
import type { Claim } from '../../src/model/claim.js';
import type { Dataset } from '../../src/model/dataset.js';
import { world, type Said } from '../lens/world.js';
import { overDataset, overSeeds, PAGE_INFO, pages, part, seeds, type Asked } from './asking.js';

/** An invented report whose signs are not all of one UTF-16 unit. */
const TEXT = '🎉 Ada Oak of Xanadu met Bo Elm 👩‍🚀 on 5 May 2019. 재너두 has almost 30 isles! Bo denies it. Page 1';
const text = new SourceText(TEXT);
const at = (words: string): readonly [number, number] => {
  const [span] = text.find(words);
  if (!span) throw new Error(`no "${words}"`);
  return [span.start, span.end];
};

const SAID: readonly Said[] = [
  { fact: 'person/ada name', value: { text: 'Ada Oak', lang: 'en' }, at: at('Ada Oak') },
  { fact: 'person/ada name', value: { text: 'A. Oak', lang: 'en' }, at: at('Ada Oak'), rank: 'DEPRECATED', rankReason: 'Misread.' },
  { fact: 'person/ada TOOK_PART event/tea', with: { role: 'HOST', represents: 'country/xa' }, when: '2019-05-05', at: at('met Bo Elm') },
  { fact: 'person/bo TOOK_PART event/tea', with: { role: 'VISITOR' }, at: at('met Bo Elm') },
  { fact: 'person/bo TOOK_PART event/tea', with: { role: 'VISITOR' }, at: at('Bo denies it'), polarity: 'DENIED', assertedBy: 'person/bo' },
  { fact: 'event/tea when', value: '2019-05-05', at: at('5 May 2019') },
  { fact: 'event/tea description', value: 'They drank tea.', at: at('met') },
  { fact: 'statement/reply gist', value: 'Bo denies having met Ada.', at: at('Bo denies it') },
  { fact: 'statement/reply wording', value: 'REPORTED', at: at('Bo denies it') },
  { fact: 'statement/reply said', value: '2019-05', at: at('5 May 2019') },
  { fact: 'country/xa name', value: { text: '재너두', lang: 'ko' }, at: at('재너두') },
  { fact: 'country/xa figure', value: { measure: 'islands', amount: 30, unit: 'isles', comparator: 'ALMOST' }, at: at('almost 30 isles') },
  { fact: 'country/xa existed', value: '1950/..', source: 'source/herald', modality: 'ESTIMATED' },
  { fact: 'country/xa existed', value: '1951/..', at: at('Xanadu'), rank: 'PREFERRED', rankReason: 'So the register.' },
];

const made = world(SAID, { 'source/gazette': '2019-05-06', 'source/herald': '2020' }, { 'person/ada': 'Ada Oak', 'event/tea': 'Tea' });
const dataset: Dataset = {
  ...made,
  claims: made.claims.map((claim) => (claim.source === 'source/herald' ? { ...claim, spans: [] } : claim)),
  sources: made.sources.map((source) =>
    source.id === 'source/gazette'
      ? {
          ...source,
          header: { ...source.header, sha256: text.sha256, length: text.length, language: 'en' },
          sentences: text.sentences().map((span, index, all) => ({ ...span, excuse: index === all.length - 1 ? 'DEFECT' : null })),
        }
      : source,
  ),
};

const CLAIM =
  'id summary polarity modality rank rankReason factKey assertedBy { id } source { id } span { start end text before after(characters: 4) verified } spans { text }';
const FACT = `fact { key status when { edtf } claims { nodes { ${CLAIM} } } }`;

let withText: Asked;
let without: Asked;
beforeAll(async () => {
  withText = await overDataset(dataset, new Map([[text.sha256, text]]));
  without = await overDataset(dataset);
});

describe('the words of a source', () => {
  it('are looked into, where its text is at hand', async () => {
    const found = (where: string) => `{ source(id: "source/gazette") { passages(where: ${where}) { totalCount nodes { index span { text } } } } }`;
    expect(await withText.at('source.passages', found('{ contains: "DENIES" }'))).toEqual({
      totalCount: 1,
      nodes: [{ index: 2, span: { text: 'Bo denies it.' } }],
    });
    expect(await withText.at('source.passages', found('{ startsWith: "재너두", contains: "isles" }'))).toMatchObject({ totalCount: 1, nodes: [{ index: 1 }] });
    expect(await without.at('source.passages', found('{ contains: "denies" }'))).toEqual({ totalCount: 0, nodes: [] });
    const { errors } = await withText.ask(found('null'));
    expect(errors[0]?.message).toContain('where: null asks for nothing');
  });
});

describe('evidence hangs', () => {
  it('on a statement, with its own words', async () => {
    const own = '{ statement(id: "statement/reply") { quotes { text } } }';
    expect(await withText.at('statement', own)).toEqual({ quotes: [{ text: 'Bo denies it' }] });
    expect(await without.at('statement', own)).toEqual({ quotes: [{ text: null }] });
  });

  it('on the edges of relationships, with the words', async () => {
    const { edges } = await withText.at('entity.events', `{ entity(id: "person/bo") { ... on Person { events { edges { sentence ${FACT} } } } } }`);
    expect(edges).toHaveLength(1);
    expect(edges[0]).toMatchObject({
      sentence: 'Bo took part as a visitor in “Tea”',
      fact: {
        key: 'TOOK_PART|person/bo|event/tea|',
        status: 'DISPUTED',
        claims: [
          { polarity: 'AFFIRMED', assertedBy: null, source: { id: 'source/gazette' }, span: { text: 'met Bo Elm', after: ' 👩‍🚀'.slice(0, 6), verified: true } },
          { polarity: 'DENIED', assertedBy: { id: 'person/bo' }, span: { text: 'Bo denies it' } },
        ],
      },
    });
  });

  it('on records as a whole, and on no other kind', async () => {
    const { fact } = await withText.at('entity', `{ entity(id: "event/tea") { ${FACT} } }`);
    expect(fact).toMatchObject({ key: 'event/tea', status: 'ASSERTED', when: { edtf: '2019-05-05' } });
    expect(fact.claims).toHaveLength(5);
    expect(await withText.get('{ entity(id: "country/xa") { fact { key } } }')).toEqual({ entity: { fact: null } });
  });

  it('on properties, best claim first', async () => {
    const { fact } = await withText.at(
      'entity',
      `{ entity(id: "country/xa") { ... on Country { existed { edtf } } fact(property: "existed") { key status claims { nodes { rank modality rankReason span { text } } } } } }`,
    );
    expect(fact).toEqual({
      key: 'existed|country/xa||',
      status: 'ASSERTED',
      claims: [
        { rank: 'PREFERRED', modality: 'ASSERTED', rankReason: 'So the register.', span: { text: 'Xanadu' } },
        { rank: 'NORMAL', modality: 'ESTIMATED', rankReason: null, span: null },
      ],
    });
  });

  it('on names, figures and descriptions', async () => {
    const xa = await withText.at(
      'entity',
      `{ entity(id: "country/xa") { names(lang: "ko") { nodes { text lang script ${FACT} } } figures(where: { measure: { in: ["islands"] } }) { nodes { measure amount unit comparator ${FACT} } } } }`,
    );
    expect(xa.names).toMatchObject([{ text: '재너두', lang: 'ko', script: 'Hang', fact: { status: 'ASSERTED', claims: [{ span: { text: '재너두' } }] } }]);
    expect(xa.figures).toMatchObject([{ amount: 30, comparator: 'ALMOST', fact: { claims: [{ span: { text: 'almost 30 isles' } }] } }]);
    const tea = await withText.at('entity', `{ entity(id: "event/tea") { descriptions { nodes { text ${FACT} } } } }`);
    expect(tea.descriptions).toMatchObject([{ text: 'They drank tea.', fact: { claims: [{ span: { text: 'met' } }] } }]);
  });

  it('leaves out names that are set aside', async () => {
    const { names } = await withText.at('entity', '{ entity(id: "person/ada") { names { nodes { text } } } }');
    expect(names).toEqual([{ text: 'Ada Oak' }]);
  });

  it('on nothing that nobody claims', async () => {
    expect(await withText.get('{ node(id: "country/xb-none") { id } }')).toEqual({ node: null });
    expect(await withText.get('{ entity(id: "country/xa") { fact(property: "iso2") { key } } }')).toEqual({ entity: { fact: null } });
  });

  it.each(['nothing', 'name', 'constructor', '__proto__', 'toString', ''])('refuses to look for the property "%s"', async (property) => {
    expect(await withText.codes('query ($property: String!) { entity(id: "country/xa") { fact(property: $property) { key } } }', { property })).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

describe('the claims of a fact', () => {
  it('narrow by rank and polarity, and take pages of 0 to 100', async () => {
    const query = (args: string) => `{ entity(id: "person/bo") { ... on Person { events { edges { fact { claims${args} { nodes { polarity } } } } } } } }`;
    const claims = async (args: string) => (await withText.at('entity.events', query(args))).edges.flatMap(({ fact }) => fact.claims);
    expect(await claims('(where: { polarity: DENIED })')).toEqual([{ polarity: 'DENIED' }]);
    expect(await claims('(where: { rank: [PREFERRED] })')).toEqual([]);
    expect(await claims('(where: { rank: [] })')).toEqual([]);
    expect(await claims('(first: 0)')).toEqual([]);
    expect(await claims('(first: 1)')).toEqual([{ polarity: 'AFFIRMED' }]);
    for (const args of ['(first: 101)', '(first: -1)']) expect(await withText.codes(query(args))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the words of a span', () => {
  const query = `query ($before: Int, $after: Int) { entity(id: "country/xa") { names { nodes { fact { claims { nodes { span { start end text before(characters: $before) after(characters: $after) verified } } } } } } } }`;
  const span = async (asked: Asked, variables: Record<string, unknown> = {}) => (await asked.at('entity', query, variables)).names[0]?.fact.claims[0]?.span;

  it('are exact in Unicode code points, with what stands around them', async () => {
    const [start, end] = at('재너두');
    expect(await span(withText)).toEqual({ start, end, text: '재너두', before: text.slice(0, start), after: text.slice(end, text.length), verified: true });
    expect(await span(withText, { before: 3, after: 0 })).toMatchObject({ before: '9. ', after: '' });
    expect(await span(withText, { before: -5, after: 100_000 })).toMatchObject({ before: '', after: text.slice(end, text.length) });
    expect(await span(withText, { before: null, after: null })).toMatchObject({ before: text.slice(0, start) });
  });

  it('are absent without the text, as its source says, and nothing is verified', async () => {
    const isAtHand = async (asked: Asked) => asked.at('source', '{ source(id: "source/gazette") { textAtHand } }');
    expect([await isAtHand(withText), await isAtHand(without)]).toEqual([{ textAtHand: true }, { textAtHand: false }]);
    expect(await span(without)).toEqual({ start: at('재너두')[0], end: at('재너두')[1], text: null, before: null, after: null, verified: false });
  });
});

describe('a source', () => {
  it('has its passages in order, with their words and claims', async () => {
    const query = `query ($first: Int, $after: String) { entity(id: "source/gazette") { ... on Source { passages(first: $first, after: $after) { totalCount ${PAGE_INFO} edges { cursor node { index excuse span { start text } claims { nodes { summary span { start } } } } } } } } }`;
    const edges = await pages(withText, query, ['entity', 'passages'], { first: 1 });
    expect(edges.map(({ node }) => node.span?.text)).toEqual(text.sentences().map(({ start, end }) => text.slice(start, end)));
    expect(edges.map(({ node }) => node.index)).toEqual([0, 1, 2, 3]);
    expect(edges.map(({ node }) => node.claims.length)).toEqual([8, 2, 3, 0]);
    expect(edges.map(({ node }) => node.excuse)).toEqual([null, null, null, 'DEFECT']);
    for (const { node } of edges) {
      const starts = node.claims.map((claim) => claim.span?.start ?? 0);
      expect([...starts].sort((a, b) => a - b)).toEqual(starts);
    }
    const foreign = (await withText.at('people.pageInfo', '{ people(first: 1) { pageInfo { endCursor } } }')).endCursor;
    for (const after of [foreign, 'x']) expect(await withText.codes(query, { first: 1, after })).toEqual(['BAD_CURSOR']);
    for (const first of [-1, 101]) expect(await withText.codes(query, { first })).toEqual(['BAD_USER_INPUT']);
  });

  it('says how much of it is accounted for', async () => {
    expect((await withText.at('entity', '{ entity(id: "source/gazette") { ... on Source { coverage { sentences claimed excused } } } }')).coverage).toEqual({
      sentences: 4,
      claimed: 3,
      excused: 1,
    });
  });

  it('in the seeds has every claim in one of its passages', async () => {
    const asked = await overSeeds();
    for (const source of seeds.sources.filter(({ sentences }) => sentences.length > 0)) {
      const { coverage } = await asked.at('entity', 'query ($id: ID!) { entity(id: $id) { ... on Source { coverage { sentences claimed excused } } } }', {
        id: source.id,
      });
      expect(coverage.claimed + coverage.excused).toBe(coverage.sentences);
      const query = `query ($id: ID!, $first: Int, $after: String) { entity(id: $id) { ... on Source { passages(first: $first, after: $after) { ${PAGE_INFO} edges { cursor node { excuse claims(first: 100) { nodes { id } } } } } statedClaims(first: 0) { totalCount } } } }`;
      const edges = await pages(asked, query, ['entity', 'passages'], { id: source.id, first: 100 });
      const ids = edges.flatMap(({ node }) => node.claims.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(seeds.claims.filter((claim) => claim.source === source.id).length);
      expect(edges.filter(({ node }) => node.claims.length > 0)).toHaveLength(coverage.claimed);
    }
  });

  it('is named by what it claims something of', async () => {
    const { entity } = (await withText.get(
      '{ entity(id: "country/xa") { mentions(reference: true) { nodes { claimCount source { id } } } named: mentions(predicate: ["name"]) { nodes { claimCount source { id } } } } }',
    )) as { entity: object };
    expect(entity).toEqual({
      mentions: [
        { claimCount: 3, source: { id: 'source/gazette' } },
        { claimCount: 1, source: { id: 'source/herald' } },
      ],
      named: [{ claimCount: 1, source: { id: 'source/gazette' } }],
    });
  });
});

describe('the claims of an entity', () => {
  it('page through every side once, and narrow', async () => {
    const asked = await overSeeds();
    const query = `query ($id: ID!, $side: ClaimSide, $first: Int, $after: String, $predicate: [String!]) { entity(id: $id) { claims(side: $side, first: $first, after: $after, where: { predicate: $predicate }) { totalCount ${PAGE_INFO} edges { cursor node { id predicate } } } } }`;
    for (const side of [undefined, 'ANY', 'DESCRIBED', 'SUBJECT', 'OBJECT', 'SPEAKER', 'SOURCE']) {
      for (const id of ['country/fr', 'person/emmanuel-macron', 'source/vna-to-lam-macron-2025']) {
        const edges = await pages(asked, query, ['entity', 'claims'], { id, side, first: 100 });
        expect(new Set(edges.map(({ node }) => node.id)).size).toBe(edges.length);
        expect((await asked.at('entity.claims', query, { id, side, first: 0 })).totalCount).toBe(edges.length);
        const sides = { DESCRIBED: null, SUBJECT: 'subject', OBJECT: 'object', SPEAKER: 'assertedBy', SOURCE: 'source' } as const;
        const isThere = (claim: Claim) => [claim.subject, claim.object, claim.assertedBy, claim.source].includes(id);
        if (side === undefined || side === 'ANY') expect([side, id, edges.length]).toEqual([side, id, seeds.claims.filter(isThere).length]);
        const column = sides[side as keyof typeof sides];
        if (column) expect([side, id, edges.length]).toEqual([side, id, seeds.claims.filter((claim) => claim[column] === id).length]);
      }
    }
    const names = await pages(asked, query, ['entity', 'claims'], { id: 'country/fr', first: 10, predicate: ['name'] });
    expect(new Set(names.map(({ node }) => node.predicate))).toEqual(new Set(['name']));
    const after = (await asked.at('entity.claims.pageInfo', query, { id: 'country/fr', first: 1 })).endCursor;
    expect(await asked.codes(query, { id: 'country/kr', first: 1, after })).toEqual(['BAD_CURSOR']);
    expect(await asked.codes(query, { id: 'country/fr', side: 'OBJECT', first: 1, after })).toEqual(['BAD_CURSOR']);
  });

  it('lead from a claim to all that it names', async () => {
    const claim = dataset.claims.find(({ polarity }) => polarity === 'DENIED');
    const node = await withText.at(
      'node',
      `query ($id: ID!) { node(id: $id) { id ... on Claim { ${CLAIM} subject { id } predicate object { id } value qualifiers { name value } fact { key claims { nodes { id } } } } } }`,
      { id: claim?.id },
    );
    expect(node).toMatchObject({
      id: claim?.id,
      subject: { id: 'person/bo' },
      object: { id: 'event/tea' },
      value: null,
      qualifiers: [{ name: 'role', value: 'VISITOR' }],
      fact: { key: claim?.factKey },
    });
    expect(node.fact.claims).toHaveLength(2);
  });

  it('find what is denied from either end', async () => {
    const asked = await overSeeds();
    const denied = async (id: string) =>
      (
        await asked.at(
          'entity',
          'query ($id: ID!) { entity(id: $id) { claims(where: { predicate: ["DIPLOMATIC_RELATION"], polarity: DENIED }) { nodes { id } } } }',
          {
            id,
          },
        )
      ).claims.map(({ id: own }) => own);
    const [own, others] = [await denied('country/ee'), await denied('country/kp')];
    expect(own).toHaveLength(1);
    expect(others).toEqual(expect.arrayContaining(own));
  });

  it('tell values by their parts', async () => {
    const asked = await overSeeds();
    const parts = 'typedValue { text lang script when { edtf } amount unit measure comparator }';
    const first = async (id: string, property: string) =>
      (await asked.at('entity', `{ entity(id: "${id}") { claims(side: SUBJECT, where: { predicate: ["${property}"] }, first: 1) { nodes { ${parts} } } } }`))
        .claims[0];
    const none = { text: null, lang: null, script: null, when: null, amount: null, unit: null, measure: null, comparator: null };
    const figure = seeds.claims.find(({ predicate }) => predicate === 'figure');
    const stated = figure?.value as { measure: string; amount: number; unit: string; comparator: string };
    expect(await first('country/kr', 'name')).toMatchObject({ typedValue: { lang: 'en', script: 'Latn', when: null, amount: null } });
    expect(await first('country/kr', 'iso2')).toEqual({ typedValue: { ...none, text: 'KR' } });
    expect(await first('city/busan', 'latitude')).toMatchObject({ typedValue: { amount: 35.10168, text: null } });
    expect(await asked.at('node', `query ($id: ID!) { node(id: $id) { ... on Claim { ${parts} subject { label } } } }`, { id: figure?.id })).toMatchObject({
      typedValue: { ...none, ...stated },
    });
    const dated = seeds.claims.find(({ predicate }) => predicate === 'since');
    expect(await asked.at('node', `query ($id: ID!) { node(id: $id) { ... on Claim { ${parts} } } }`, { id: dated?.id })).toEqual({
      typedValue: { ...none, when: { edtf: dated?.value } },
    });
  });

  it('name a source that is there even where a lens shows nothing of it', async () => {
    const asked = await overSeeds();
    const data = await asked.at('view.entity', '{ view(asOf: "1950") { entity(id: "country/kr") { claims(first: 100) { nodes { source { id title } } } } } }');
    expect(data.claims.length).toBeGreaterThan(0);
  });

  it('say as whom they stand there', async () => {
    expect(part(await withText.get('{ entity(id: "person/bo") { claims(side: SPEAKER) { totalCount } } }'), 'entity', 'claims').totalCount).toBe(1);
  });
});
