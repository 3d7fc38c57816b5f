import { beforeAll, describe, expect, it } from 'vitest';
import type { Kind, Reading } from '../../src/model/vocabulary.js';
import { typeName } from '../../src/graphql/names.js';
import { overSeeds, PAGE_INFO, pages, part, seeds, vocabulary, type Asked, type Data } from './asking.js';

let asked: Asked;
beforeAll(async () => {
  asked = await overSeeds();
});

const kinds = vocabulary.kinds.filter((kind) => !kind.abstract);

/** For each kind, the two entities with the most relationships. */
function busiest(kind: Kind): string[] {
  const own = seeds.identities.filter((identity) => identity.kind === kind.name).map(({ id }) => id);
  const counts = new Map(own.map((id) => [id, 0]));
  for (const { subject, object } of seeds.claims)
    for (const id of [subject, object]) if (id !== null && counts.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([id]) => id);
}

/** What entities are called within a sentence, where that is not their label. */
const called = new Map(seeds.identities.flatMap(({ id, called: name }) => (name === undefined ? [] : [[id, name]])));

const SAMPLE = kinds.flatMap((kind) => busiest(kind).map((id) => ({ id, kind })));

const queryOf = (kind: Kind, { field }: Reading) => `query ($id: ID!, $first: Int, $after: String, $orderBy: LinkOrder, $intended: Intended) {
  entity(id: $id) { ... on ${typeName(kind)} { ${field}(first: $first, after: $after, orderBy: $orderBy, intended: $intended) {
    totalCount ${PAGE_INFO} edges { cursor sentence when { earliest } node { id label intended } fact { key status claims(first: 3) { nodes { id factKey source { id } } } } }
  } } }
}`;

describe.each(SAMPLE)('the relationships of $id', ({ id, kind }) => {
  it('page through each of them once, in both orders, and are as many as their count', async () => {
    for (const reading of vocabulary.readings(kind)) {
      for (const intended of ['EXCLUDE', 'ONLY']) {
        const query = queryOf(kind, reading);
        const path = ['entity', reading.field];
        const newest = await pages(asked, query, path, { id, first: 4, orderBy: 'DATE_DESC', intended });
        const oldest = await pages(asked, query, path, { id, first: 100, orderBy: 'DATE_ASC', intended });
        const keysOf = (edges: readonly Data[]) => edges.map(({ fact }) => fact.key);
        // Undated ones stand last in both orders, so that the one is a turn of the other.
        const turned = keysOf(newest).reverse();
        const start = turned.indexOf(keysOf(oldest)[0] ?? '');
        expect(keysOf(oldest)).toEqual([...turned.slice(start), ...turned.slice(0, Math.max(0, start))]);
        expect(new Set(keysOf(oldest)).size).toBe(oldest.length);
        const counted = await asked.at(`entity.${reading.field}`, query, { id, first: 0, intended });
        expect([reading.field, counted.totalCount]).toEqual([reading.field, oldest.length]);
        for (const edge of newest) {
          expect(edge.fact.claims.length).toBeGreaterThan(0);
          expect(edge.fact.claims.every(({ factKey }) => factKey === edge.fact.key)).toBe(true);
          expect(edge.fact.claims.every(({ source }) => source.id.startsWith('source/'))).toBe(true);
          expect(plain(edge.sentence)).toContain(plain(called.get(edge.node.id) ?? edge.node.label));
          expect(edge.sentence).not.toMatch(/[{}]/);
          expect(['ASSERTED', 'DISPUTED', 'INTENDED']).toContain(edge.fact.status);
          if (intended === 'EXCLUDE') expect(edge.fact.status).not.toBe('INTENDED');
        }
      }
    }
  });

  it('refuse cursors of others, and pages that are too large', async () => {
    const [reading, other] = vocabulary.readings(kind);
    if (!reading) return;
    const query = queryOf(kind, reading);
    const foreign = (await asked.at('topics.pageInfo', '{ topics(first: 1) { pageInfo { endCursor } } }')).endCursor;
    for (const after of [foreign, 'garbage', 'A'.repeat(10_000)]) expect(await asked.codes(query, { id, after })).toEqual(['BAD_CURSOR']);
    for (const first of [-1, 101]) expect(await asked.codes(query, { id, first })).toEqual(['BAD_USER_INPUT']);
    if (!other) return;
    const own = (await asked.at(`entity.${other.field}.pageInfo`, queryOf(kind, other), { id, first: 1 })).endCursor;
    if (own !== null) expect(await asked.codes(query, { id, after: own })).toEqual(['BAD_CURSOR']);
  });
});

describe('both ends of a relationship', () => {
  it.each(vocabulary.relationships)('$type tells of the same facts', async ({ type, from, to, reads, readsBack }) => {
    const facts = async (ends: readonly Kind[], field: string) => {
      const keys = new Set<string>();
      for (const end of ends) {
        const query = `query ($first: Int, $after: String) { ${end.plural}(first: $first, after: $after, intended: INCLUDE) { ${PAGE_INFO} edges { cursor node { ${field}(first: 100) { pageInfo { hasNextPage } edges { fact { key } } } } } } }`;
        for (const { node } of await pages(asked, query, [end.plural], { first: 50 })) {
          const list = part(node, field);
          expect(list.pageInfo.hasNextPage).toBe(false);
          for (const { fact } of list.edges) keys.add(fact.key);
        }
      }
      return [...keys].sort();
    };
    const [out, back] = await Promise.all([facts(from, reads), facts(to, readsBack)]);
    expect(back).toEqual(out);
    expect(out.every((key) => key.startsWith(`${type}|`))).toBe(true);
  });
});

describe('what qualifies a relationship', () => {
  it('is asked for by what it is not, and what has no qualifier is not so either', async () => {
    const query = 'query ($id: ID!, $not: ParticipantWhere) { event(id: $id) { participants(where: { not: $not }) { edges { node { id } } } } }';
    const others = async (id: string, not: object) => (await asked.at('event.participants', query, { id, not })).edges.map(({ node }) => node.id);
    expect(await others('event/to-lam-macron-meeting-2025', { capacity: ['office/president-of-france'] })).toEqual(['person/to-lam']);
    expect(await others('event/g20-summit-johannesburg-2025', { role: ['PARTICIPANT', 'ACTOR'] })).toEqual(['organization/g20']);
    const { errors } = await asked.ask(query, { id: 'event/korean-war', not: { country: {}, role: ['HOST'] } });
    expect(errors[0]?.message).toBe('participants: not asks either of the relationship itself or of its far end; ask for both with none beside some');
  });

  it('is told from what stands at the far end by what that is not, and two qualifiers of one far end by or', async () => {
    const ends = async (where: string) => {
      const query = `{ event(id: "event/korean-war") { participants(first: 100, where: ${where}) { edges { node { kind } } } } }`;
      return (await asked.at('event.participants', query)).edges.map(({ node }) => (node as unknown as { kind: string }).kind).sort();
    };
    const [all, others, countries] = await Promise.all(['{}', '{ not: { country: {} } }', '{ country: {} }'].map(ends));
    expect([...(others ?? []), ...(countries ?? [])].sort()).toEqual(all);
    expect(countries?.length).toBeGreaterThan(0);
    const events = async (where: string) =>
      (await asked.at('person.events', `{ person(id: "person/emmanuel-macron") { events(where: ${where}) { totalCount } } }`)).totalCount;
    const [either, host, visitor] = await Promise.all(
      ['{ or: [{ role: [HOST] }, { role: [VISITOR] }] }', '{ role: [HOST] }', '{ role: [VISITOR] }'].map(events),
    );
    expect(either).toBe(Number(host) + Number(visitor));
    expect(visitor).toBeGreaterThan(0);
  });

  it('tells of each the same, whatever it leads to: one fragment reads it', async () => {
    const told = await asked.get(`{
      city(id: "city/seoul") { partnerships(first: 1) { edges { ...Told node { label } } } locatedIn(first: 1) { edges { ...Told } } }
      person(id: "person/emmanuel-macron") { events(first: 1) { edges { ...Told role } } }
    } fragment Told on RelationshipEdge { sentence certainty when { edtf } fact { status } }`);
    for (const path of [
      ['city', 'partnerships'],
      ['city', 'locatedIn'],
      ['person', 'events'],
    ]) {
      expect(part(told, ...path).edges).toMatchObject([{ sentence: expect.stringMatching(/^\w.* \w/u) as string, fact: { status: 'ASSERTED' } }]);
    }
  });

  it('counts as IntRange has it whether there is one at all', async () => {
    const found = async (count: string) => (await asked.at('cities', `{ cities(where: { partnerships: { count: ${count} } }) { totalCount } }`)).totalCount;
    expect(await found('{ exists: true }')).toBe(await found('{ from: 1 }'));
    expect(await found('{ exists: false }')).toBe(await found('{ to: 0 }'));
    expect(await asked.codes('{ cities(where: { partnerships: { count: { exists: true, from: 2 } } }) { totalCount } }')).toEqual(['BAD_USER_INPUT']);
  });

  it('shows the entity wherever a qualifier names one', async () => {
    const named = vocabulary.relationships.flatMap(({ type, from, to, reads, properties }) =>
      Object.entries(properties).flatMap(([name, value]) => (value.sort === 'reference' ? [{ type, from, to, reads, name }] : [])),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const { type, from, to, reads, name } of named) {
      const far = to.length === 1 && to[0] ? to[0].name.toLowerCase() : 'entity';
      const wanted = seeds.claims.filter(
        (claim) => claim.predicate === type && typeof claim.qualifiers[name] === 'string' && claim.polarity === 'AFFIRMED' && claim.modality === 'ASSERTED',
      );
      for (const { subject, object, factKey } of wanted.slice(0, 12)) {
        const kind = from.find(({ name: kindName }) => seeds.identities.some((identity) => identity.id === subject && identity.kind === kindName));
        if (!kind) continue;
        const query = `query ($id: ID!, $far: [ID!]) { entity(id: $id) { ... on ${typeName(kind)} { ${reads}(first: 100, where: { ${far}: { id: $far } }) { edges { ${name} { id } fact { key } } } } } }`;
        const { edges } = await asked.at(`entity.${reads}`, query, { id: subject, far: [object] });
        const edge = edges.find(({ fact }) => fact.key === factKey);
        if (edge) expect([factKey, part(edge, name).id]).toEqual([factKey, expect.any(String)]);
      }
    }
  });
});

/** Words as they stand in any place: a common noun is written small within a sentence, and quotation marks are others within quotation marks. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[“”‘’]/g, '"');
}
