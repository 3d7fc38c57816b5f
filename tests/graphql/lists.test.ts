import { getNamedType, isEnumType, isObjectType, isRequiredArgument } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareText, fold } from '../../src/model/text.js';
import { overSeeds, PAGE_INFO, pages, part, schema, vocabulary, type Asked, type Data } from './asking.js';

const root = schema.getQueryType()?.getFields() ?? {};

/** Root fields that list entities. */
const LISTS = Object.values(root).flatMap(({ name, type, args }) => {
  const named = getNamedType(type);
  if (!isObjectType(named) || !('facets' in named.getFields()) || args.some(isRequiredArgument)) return [];
  return [{ field: name, type: named.name, kind: vocabulary.kind(named.name.replace('Connection', '')) }];
});

let asked: Asked;
beforeAll(async () => {
  asked = await overSeeds();
});

const queryOf = (field: string, more = '') => `query ($first: Int, $after: String, $orderBy: ListOrder) {
  ${field}(first: $first, after: $after, orderBy: $orderBy${more}) { totalCount ${PAGE_INFO} edges { cursor node { id label kind intended } } }
}`;

const idsOf = (edges: readonly Data[]): string[] => edges.map(({ node }) => node.id);

/** Undated ones stand last in both orders, so that the one is a turn of the other backwards. */
function turnedTo(ids: readonly string[], first: string | undefined): string[] {
  const start = Math.max(0, ids.indexOf(first ?? ''));
  return [...ids.slice(start), ...ids.slice(0, start)];
}

describe('there is a list', () => {
  it('for every kind, every derived label, and what is of any kind', () => {
    const wanted = ['entities', ...vocabulary.kinds.flatMap((kind) => [kind.plural, ...kind.labels.map(({ plural }) => plural)])];
    expect(LISTS.map(({ field }) => field).sort()).toEqual([...wanted].sort());
  });
});

describe.each(LISTS)('the list $field', ({ field, kind }) => {
  it.each(['LABEL', 'DATE'])('pages through everything once, by %s in both directions', async (order) => {
    const [up, down] = await Promise.all(
      ['ASC', 'DESC'].map((direction) => pages(asked, queryOf(field), [field], { first: 7, orderBy: `${order}_${direction}` })),
    );
    const ids = idsOf(up ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(idsOf(down ?? [])).toEqual(turnedTo([...ids].reverse(), idsOf(down ?? [])[0]));
    expect(ids).toHaveLength((await asked.at(field, `{ ${field} { totalCount } }`)).totalCount);
    const cursors = (up ?? []).map(({ cursor }) => cursor);
    expect(new Set(cursors).size).toBe(cursors.length);
  });

  it('stands in the order of labels, and of ids where labels are the same', async () => {
    const edges = await pages(asked, queryOf(field), [field], { first: 100, orderBy: 'LABEL_ASC' });
    const places = edges.map(({ node }) => [fold(node.label), node.id] as const);
    expect([...places].sort((a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1]))).toEqual(places);
  });

  it('stands by default newest first where its kind is dated, else by label', async () => {
    const orderBy = kind?.orderedBy ? 'DATE_DESC' : 'LABEL_ASC';
    const [byDefault, ordered] = await Promise.all([
      asked.at(field, `{ ${field}(first: 100) { edges { node { id } } } }`),
      asked.at(field, queryOf(field), { first: 100, orderBy }),
    ]);
    expect(idsOf(byDefault.edges)).toEqual(idsOf(ordered.edges));
  });

  it('takes pages of 0 to 100 and refuses others', async () => {
    const none = await asked.at(field, queryOf(field), { first: 0 });
    expect(none.edges).toEqual([]);
    expect(none.pageInfo).toMatchObject({ hasNextPage: none.totalCount > 0, startCursor: null, endCursor: null });
    for (const first of [-1, 101, 1_000_000_000]) expect([first, await asked.codes(queryOf(field), { first })]).toEqual([first, ['BAD_USER_INPUT']]);
    for (const first of [NaN, 1.5, '7', Infinity]) expect((await asked.ask(queryOf(field), { first })).errors[0]?.message).toMatch(/Int cannot represent/);
    const byDefault = await asked.at(field, queryOf(field), { first: null });
    expect(byDefault.edges).toHaveLength(Math.min(20, byDefault.totalCount));
  });

  it('refuses cursors that are not its own', async () => {
    const other = field === 'people' ? 'topics' : 'people';
    const foreign = (await asked.at(`${other}.pageInfo`, queryOf(other), { first: 1 })).endCursor ?? '';
    const forged = Buffer.from(JSON.stringify(['x', 'y', 'z'])).toString('base64url');
    for (const after of [foreign, forged, 'garbage', '', '0', 'null', '[]', foreign.slice(0, -4), 'A'.repeat(10_000), '\ud800', "'`\0", '__proto__']) {
      expect([after.slice(0, 20), await asked.codes(queryOf(field), { first: 1, after })]).toEqual([after.slice(0, 20), ['BAD_CURSOR']]);
    }
  });

  it('holds only what is so, or, when asked, only what is intended', async () => {
    const isIntended = async (more: string) => (await pages(asked, queryOf(field, more), [field], { first: 50 })).map(({ node }) => node.intended);
    expect(new Set(await isIntended(''))).toEqual(new Set((await isIntended('')).length > 0 ? [false] : []));
    if (kind?.record !== true) return;
    for (const value of await isIntended(', intended: ONLY')) expect(value).toBe(true);
  });

  it('has facets that sum up', async () => {
    const list = await asked.at(field, `{ ${field} { totalCount kinds: facets(by: KIND, first: 100) { nodes { key count } } } }`);
    expect(list.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(list.totalCount);
    const counts = list.kinds.map(({ count }) => count);
    expect([...counts].sort((a, b) => b - a)).toEqual(counts);
  });
});

describe('lists of dated kinds', () => {
  it.each(LISTS.filter(({ kind }) => kind?.orderedBy))('$field stand in the order of their first days, undated ones last', async ({ field, kind }) => {
    const time = kind?.orderedBy ?? '';
    const query = `query ($first: Int, $after: String) { ${field}(first: $first, after: $after, orderBy: DATE_ASC) { ${PAGE_INFO} edges { cursor node { id ${time} { earliest } } } } }`;
    const days = (await pages(asked, query, [field], { first: 30 })).map(({ node }) => node[time as 'when']?.earliest ?? '~');
    expect([...days].sort(compareText)).toEqual(days);
  });
});

describe('a cursor', () => {
  it('of one order, filter or direction is refused by another', async () => {
    const after = (await asked.at('people.pageInfo', queryOf('people'), { first: 1, orderBy: 'LABEL_ASC' })).endCursor;
    expect(await asked.codes(queryOf('people'), { first: 1, orderBy: 'LABEL_DESC', after })).toEqual(['BAD_CURSOR']);
    expect(await asked.codes(queryOf('people', ', where: { not: { id: ["country/fr"] } }'), { first: 1, orderBy: 'LABEL_ASC', after })).toEqual(['BAD_CURSOR']);
    expect(await asked.codes(queryOf('leaders'), { first: 1, orderBy: 'LABEL_ASC', after })).toEqual(['BAD_CURSOR']);
    expect(await asked.codes(queryOf('people'), { first: 2, orderBy: 'LABEL_ASC', after })).toEqual([]);
  });

  it('with anything before or behind it is refused', async () => {
    const cursor = (await asked.at('people.pageInfo', queryOf('people'), { first: 1 })).endCursor ?? '';
    for (const after of [` ${cursor}`, `${cursor}\n`, `${cursor}!`, `${cursor}=`])
      expect(await asked.codes(queryOf('people'), { first: 1, after })).toEqual(['BAD_CURSOR']);
  });
});

/** What a type of list can be grouped by. */
function groupsOf(type: string): string[] {
  const list = schema.getType(type);
  const by = isObjectType(list) ? list.getFields()['facets']?.args.find(({ name }) => name === 'by') : undefined;
  const named = by && schema.getType(String(by.type).replace('!', ''));
  return isEnumType(named) ? named.getValues().map(({ name }) => name) : [];
}

describe('facets', () => {
  it('by every column of every list count what a filter would find', async () => {
    for (const { field, type } of LISTS) {
      const columns = groupsOf(type);
      expect(columns.length).toBeGreaterThan(0);
      const list = await asked.at(
        field,
        `{ ${field} { totalCount ${columns.map((name) => `${name}: facets(by: ${name}, first: 100) { nodes { key count } }`).join(' ')} } }`,
      );
      for (const name of columns) {
        const groups = part(list, name) as unknown as readonly Data[];
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        for (const { count } of groups) expect(count).toBeLessThanOrEqual(list.totalCount);
      }
    }
  });

  it('by data set count the documents together, as the filter finds them', async () => {
    const list = '{ totalCount facets(by: DATASET) { ungrouped nodes { key count } } nodes { dataset } }';
    const all = (await asked.at('sources', `{ sources ${list} }`)) as unknown as { totalCount: number; facets: { ungrouped: number } };
    expect(all.facets).toEqual({ ungrouped: 0, nodes: [{ key: 'seeds', count: all.totalCount }] });
    const found = async (where: string) => (await asked.at('sources', `{ sources(where: ${where}) { totalCount nodes { dataset } } }`)).totalCount;
    expect(await found('{ dataset: ["seeds"] }')).toBe(all.totalCount);
    expect(await found('{ dataset: ["seeds", "other"] }')).toBe(all.totalCount);
    expect(await found('{ not: { dataset: ["seeds"] } }')).toBe(0);
    expect(await found('{ dataset: ["other"] }')).toBe(0);
  });

  it('by place name the entities, and each counts what lies in it', async () => {
    const cities = await asked.at('cities', '{ cities { facets(by: WITHIN, first: 3) { nodes { key count entity { id } } } } }');
    expect(cities.facets).toHaveLength(3);
    for (const { key, count, entity } of cities.facets) {
      expect(entity.id).toBe(key);
      const found = await asked.at('cities', 'query ($id: ID!) { cities(where: {within: {any: [$id]}}) { totalCount } }', { id: key });
      expect(found.totalCount).toBe(count);
    }
  });
});
