import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter, Test } from '../../src/graph/filter.js';
import type { ClaimSide, ExpandQuestion, GraphStore, ListQuestion, Position } from '../../src/graph/store.js';
import { placeOf } from '../../src/graph/store.js';
import type { Claim } from '../../src/model/claim.js';
import { difference, digest, everything, isEmpty } from '../../src/load/plan.js';
import { content, dataset, vocabulary } from './invented.js';
import { stores } from './stores.js';

const test = (column: string, op: Test['op'], values: Test['values'], negated = false): Test => ({ column, op, values, negated });
const only = (...tests: Test[]): Filter => [tests];

const list: ListQuestion = { label: 'Country', filter: [], intended: false, sort: 'sortLabel', descending: false, first: 10, after: null };
const events: ExpandQuestion = { type: 'TOOK_PART', direction: 'OUT', intended: false, linkFilter: [], farFilter: [], descending: true, first: 10 };

describe.each(stores)('the store $name', ({ open, isMissing }) => {
  let store: GraphStore;
  let sent: string[] = [];
  beforeAll(async () => {
    if (isMissing) return;
    store = await open(vocabulary, (name) => sent.push(name));
    await store.apply(everything(content));
  });
  afterAll(async () => {
    if (!isMissing) await store.close();
  });

  const ids = async (question: Partial<ListQuestion>) => {
    const page = await store.list({ ...list, ...question });
    return [...page.items.map(({ id }) => id.slice(id.indexOf('/') + 1)), ...(page.more ? ['…'] : [])].join(' ');
  };
  const far = async (id: string, question: Partial<ExpandQuestion> = {}, after: Position | null = null) => {
    const [page] = await store.expand({ ...events, ...question }, [{ id, after }]);
    return [...(page?.items ?? []).map((item) => item.far.id.slice(item.far.id.indexOf('/') + 1)), ...(page?.more ? ['…'] : [])].join(' ');
  };

  describe.skipIf(isMissing)('answers', () => {
    it('is ready', async () => {
      await expect(store.ready()).resolves.toBeUndefined();
    });

    it('gives back exactly what was put in', async () => {
      const held = await store.content();
      expect(held).toEqual(content);
      expect(digest(held)).toBe(digest(content));
    });

    it('finds entities by id, in the order asked, and leaves out what is not there', async () => {
      const found = await store.entities(['country/xc', 'country/nowhere', 'country/xa', "country/x'a`"]);
      expect([...found.keys()]).toEqual(['country/xc', 'country/xa']);
      expect(found.get('country/xa')).toEqual(content.entities.find(({ id }) => id === 'country/xa'));
      expect((await store.entities([])).size).toBe(0);
    });

    it('lists a kind in either direction, page by page', async () => {
      expect(await ids({})).toBe('xa xb xc');
      expect(await ids({ descending: true })).toBe('xc xb xa');
      expect(await ids({ first: 2 })).toBe('xa xb …');
      expect(await ids({ first: 0 })).toBe('…');
      expect(await ids({ first: 2, after: { sort: 'xebec islands', id: 'country/xb' } })).toBe('xc');
      expect(await ids({ descending: true, after: { sort: 'xebec islands', id: 'country/xb' } })).toBe('xa');
      expect(await ids({ after: { sort: 'xb', id: '' } })).toBe('xb xc');
    });

    it('lists by date, undated ones first or last', async () => {
      expect(await ids({ label: 'Event', sort: 'sortDate' })).toBe('tea first-summit second-summit');
      expect(await ids({ label: 'Event', sort: 'sortDate', descending: true })).toBe('second-summit first-summit tea');
      expect(await ids({ label: 'Event', sort: 'sortDate', after: { sort: '', id: 'event/tea' } })).toBe('first-summit second-summit');
    });

    it('keeps what is planned apart', async () => {
      expect(await ids({ label: 'Summit' })).toBe('first-summit second-summit');
      expect(await ids({ label: 'Summit', intended: true })).toBe('third-summit');
      expect(await store.count({ label: 'Event', filter: [], intended: false })).toBe(3);
      expect(await store.count({ label: 'Event', filter: [], intended: true })).toBe(1);
      expect(await far('country/xa', { intended: true })).toBe('third-summit');
      expect(await far('country/xb', { type: 'DIPLOMATIC_RELATION', direction: 'BOTH', intended: true })).toBe('xc');
    });

    it('knows labels that follow from relationships', async () => {
      expect(await ids({ label: 'Leader' })).toBe('ada-oak');
      expect(await ids({ label: 'Nonsense' })).toBe('');
      expect(await store.count({ label: 'Nonsense', filter: [], intended: false })).toBe(0);
      expect(await store.facets({ label: 'Nonsense', filter: [], intended: false }, 'kind')).toEqual([]);
    });

    it.each<[string, Filter, string]>([
      ['a value', only(test('id', 'IN', ['country/xb', 'country/xc'])), 'xb xc'],
      ['a value negated', only(test('id', 'IN', ['country/xb'], true)), 'xa xc'],
      ['an absent column', only(test('existedEarliest', 'AT_LEAST', ['1900-01-01'])), 'xb'],
      ['an absent column negated', only(test('existedEarliest', 'AT_LEAST', ['1900-01-01'], true)), 'xa xc'],
      ['a list', only(test('figure', 'HAS', ['islands', 'lakes'])), 'xa'],
      ['a list negated', only(test('figure', 'HAS', ['islands'], true)), 'xb xc'],
      ['numbers in a list', only(test('figureAmount', 'HAS', [0.5])), 'xa'],
      ['whole numbers in a list', only(test('figureAmount', 'HAS', [12])), 'xa'],
      ['a scalar as a list', only(test('label', 'HAS', ['Xanadu'])), ''],
      ['an indexed scalar as a list', only(test('kind', 'HAS', ['Country'])), ''],
      ['an indexed scalar as a list, negated', only(test('kind', 'HAS', ['Country'], true)), 'xa xb xc'],
      ['a list as a scalar', only(test('labels', 'IN', ['Country'])), ''],
      ['labels', only(test('labels', 'HAS', ['Country'])), 'xa xb xc'],
      ['alternatives', only(test('id', 'IN', ['country/xa']), test('existed', 'IN', ['1950/..'])), 'xa xb'],
      ['both of two clauses', [[test('id', 'IN', ['country/xa', 'country/xb'])], [test('existed', 'IN', ['1950/..'])]], 'xb'],
      ['another type of value', only(test('label', 'AT_LEAST', [1])), ''],
      ['no value', only(test('label', 'AT_MOST', [])), ''],
      ['a text within', only(test('label', 'CONTAINS', ['anad'])), 'xa'],
      ['the beginning of a text', only(test('label', 'STARTS', ['anad'])), ''],
      ['the beginning of a text negated', only(test('label', 'STARTS', ['xan'], true)), 'xb xc'],
      ['a text within one of a list', only(test('figure', 'CONTAINS', ['isl'])), 'xa'],
      ['a text within numbers', only(test('figureAmount', 'CONTAINS', ['1'])), ''],
      ['no text within', only(test('label', 'CONTAINS', [])), ''],
      ['no value among', only(test('label', 'IN', [])), ''],
      ['no alternative', [[]], ''],
      ['what only one store keeps', only(test('data', 'AT_LEAST', ['']), test('byLabel', 'AT_LEAST', ['']), test('intended', 'IN', [false])), ''],
      ['a column of no kind', only(test('no such ` column', 'IN', ['x'], true)), 'xa xb xc'],
    ])('filters by %s', async (_what, filter, expected) => {
      expect(await ids({ filter })).toBe(expected);
      expect(await store.count({ label: 'Country', filter, intended: false })).toBe(expected === '' ? 0 : expected.split(' ').length);
    });

    it('holds no indexed list for one of its values', async () => {
      for (const op of ['IN', 'AT_LEAST', 'AT_MOST'] as const) {
        expect(await ids({ label: 'Event', filter: only(test('involves', op, ['country/xa'])) })).toBe('');
        expect(await store.count({ label: 'Event', filter: only(test('involves', op, ['country/xa'], true)), intended: false })).toBe(3);
      }
    });

    it('compares numbers as numbers', async () => {
      expect(await ids({ label: 'City', filter: only(test('latitude', 'AT_LEAST', [10])) })).toBe('xb-bay');
      expect(await ids({ label: 'City', filter: only(test('latitude', 'AT_MOST', [9.5])) })).toBe('xa-port');
      expect(await ids({ label: 'City', filter: only(test('latitude', 'IN', [48])) })).toBe('xb-bay');
    });

    it('counts groups, the most frequent first', async () => {
      const set = { label: 'Event', filter: [], intended: false };
      expect(await store.facets(set, 'kind')).toEqual([
        { key: 'Summit', count: 2 },
        { key: 'Meeting', count: 1 },
      ]);
      expect(await store.facets(set, 'edition')).toEqual([
        { key: '1', count: 1 },
        { key: '2', count: 1 },
      ]);
      expect((await store.facets(set, 'involves'))[0]).toEqual({ key: 'country/xa', count: 3 });
      expect(await store.facets(set, 'data')).toEqual([]);
      expect(await store.facets({ ...set, filter: only(test('edition', 'IN', [2])) }, 'whenYear')).toEqual([{ key: '2019', count: 1 }]);
    });

    it('expands relationships newest or oldest first, page by page', async () => {
      expect(await far('country/xa')).toBe('second-summit first-summit tea');
      expect(await far('country/xa', { descending: false })).toBe('tea first-summit second-summit');
      expect(await far('country/xa', { first: 1 })).toBe('second-summit …');
      const [page] = await store.expand({ ...events, first: 1 }, [{ id: 'country/xa', after: null }]);
      const link = page?.items[0]?.link;
      const after = { sort: link?.at ?? '', id: link?.key ?? '' };
      expect(await far('country/xa', { first: 1 }, after)).toBe('first-summit …');
      expect(await far('country/xa', { descending: false }, after)).toBe('');
      expect(await far('country/nowhere')).toBe('');
      expect(await far('country/xa', { type: 'NO_SUCH' })).toBe('');
      expect(link).toEqual(content.links.find(({ key }) => key === link?.key));
    });

    it('answers many keys in their order, each with its own page', async () => {
      const keys = ['person/bo-elm', 'country/nowhere', 'country/xa', 'person/bo-elm'].map((id) => ({ id, after: null }));
      const pages = await store.expand({ ...events, first: 2 }, keys);
      expect(pages.map(({ items, more }) => [items.length, more])).toEqual([
        [1, false],
        [0, false],
        [2, true],
        [1, false],
      ]);
    });

    it('expands from the other end, and from both', async () => {
      expect(await far('event/first-summit', { direction: 'IN', first: 2 })).toBe('bo-elm ada-oak …');
      expect(await far('country/xb', { type: 'DIPLOMATIC_RELATION', direction: 'BOTH' })).toBe('xa');
      expect(await far('country/xa', { type: 'DIPLOMATIC_RELATION', direction: 'BOTH' })).toBe('xc xb');
      expect(await far('country/xa', { type: 'DIPLOMATIC_RELATION', direction: 'BOTH', descending: false })).toBe('xb xc');
      expect(await far('person/bo-elm', { type: 'ALLIED_WITH', direction: 'BOTH' })).toBe('ada-oak');
    });

    it('filters relationships by themselves and by what stands at their far end', async () => {
      const linkFilter = only(test('role', 'IN', ['HOST']));
      const farFilter = only(test('edition', 'AT_LEAST', [2]));
      expect(await far('country/xa', { linkFilter })).toBe('first-summit');
      expect(await far('country/xa', { farFilter })).toBe('second-summit');
      expect(await far('country/xa', { linkFilter, farFilter })).toBe('');
      expect(await far('event/first-summit', { direction: 'IN', farFilter: only(test('kind', 'IN', ['Country'])) })).toBe('xb xa');
      expect(await far('country/xa', { linkFilter: only(test('from', 'IN', ['country/xa'])) })).toBe('');
      const set = { ...events, linkFilter, farFilter: [] };
      expect([...(await store.degrees(set, ['country/xc', 'country/xa', 'x/y']))]).toEqual([
        ['country/xc', 1],
        ['country/xa', 1],
        ['x/y', 0],
      ]);
    });

    it('counts relationships', async () => {
      expect([...(await store.degrees(events, ['country/xa', 'x/y', 'country/xb']))]).toEqual([
        ['country/xa', 3],
        ['x/y', 0],
        ['country/xb', 1],
      ]);
      expect((await store.degrees({ ...events, direction: 'IN' }, ['event/first-summit'])).get('event/first-summit')).toBe(4);
      const relations = { ...events, type: 'DIPLOMATIC_RELATION', direction: 'BOTH' } as const;
      expect((await store.degrees(relations, ['country/xa'])).get('country/xa')).toBe(2);
      const allies = { ...relations, linkFilter: only(test('level', 'IN', ['ALLIANCE'])) };
      expect([...(await store.degrees(allies, ['country/xa', 'country/xc', 'country/xb'])).values()]).toEqual([1, 1, 0]);
      const filtered = { ...events, direction: 'IN', farFilter: only(test('kind', 'IN', ['Person'])) } as const;
      expect((await store.degrees(filtered, ['event/first-summit'])).get('event/first-summit')).toBe(2);
    });

    it('gives the claims of facts, best first', async () => {
      const key = 'TOOK_PART|country/xa|event/first-summit|';
      const found = await store.claims([key, 'no|such||']);
      expect(found.get(key)?.map(({ source, rank }) => `${source} ${rank}`)).toEqual([
        'source/gazette NORMAL',
        'source/herald NORMAL',
        'source/herald DEPRECATED',
      ]);
      expect(found.get('no|such||')).toEqual([]);
    });

    it('pages claims at an entity in reading order', async () => {
      const question = { side: 'describes', filter: [], descending: false, first: 3 } as const;
      const [page] = await store.claimPages(question, [{ id: 'event/first-summit', after: null }]);
      expect(page?.more).toBe(true);
      expect(page?.items.map(placeOf)).toEqual(page?.items.map(placeOf).sort());
      const last = page?.items.at(-1);
      const after = last ? { sort: placeOf(last), id: last.id } : null;
      const [next] = await store.claimPages({ ...question, first: 100 }, [{ id: 'event/first-summit', after }]);
      const [back] = await store.claimPages({ ...question, descending: true, first: 100 }, [{ id: 'event/first-summit', after }]);
      expect(back?.items.map(placeOf)).toEqual(page?.items.slice(0, -1).map(placeOf).reverse());
      const counts = await store.claimCounts({ side: 'describes', filter: [] }, ['event/first-summit', 'x/y']);
      expect([...counts]).toEqual([
        ['event/first-summit', 3 + (next?.items.length ?? 0)],
        ['x/y', 0],
      ]);
    });

    it('finds claims by every side, and filters them', async () => {
      const count = async (side: ClaimSide, id: string, filter: Filter = []) => (await store.claimCounts({ side, filter }, [id])).get(id);
      expect(await count('source', 'source/herald')).toBe(3);
      expect(await count('assertedBy', 'person/bo-elm')).toBe(1);
      expect(await count('object', 'event/tea')).toBe(2);
      expect(await count('object', 'event/tea', only(test('polarity', 'IN', ['DENIED'])))).toBe(1);
      expect(await count('object', 'event/tea', only(test('assertedBy', 'IN', ['person/bo-elm'], true)))).toBe(1);
      expect(await count('subject', 'country/xa', only(test('object', 'IN', ['country/xb', 'country/xc'])))).toBe(2);
      expect(await count('subject', 'country/xa', only(test('factKey', 'AT_LEAST', [''])))).toBe(0);
      const having = (isSo: (claim: Claim) => boolean) => dataset.claims.filter(isSo).length;
      expect(await count('predicate', 'name')).toBe(having(({ predicate }) => predicate === 'name'));
      expect(await count('polarity', 'DENIED')).toBe(having(({ polarity }) => polarity === 'DENIED'));
      expect(await count('polarity', 'AFFIRMED')).toBe(having(({ polarity }) => polarity === 'AFFIRMED'));
    });

    it('finds claims by id', async () => {
      const [first, second] = dataset.claims;
      const found = await store.claimsById([second?.id ?? '', 'claim/none', first?.id ?? '']);
      expect([...found.values()]).toEqual([second, first]);
    });

    it.each<[readonly string[], string, string]>([
      [['xan'], '', 'city/xa-port country/xa office/xa-president'],
      [['xan'], 'Country', 'country/xa'],
      [['san'], '', 'country/xa'],
      [['재너'], '', 'country/xa'],
      [['x', 'summ'], 'Summit', 'event/first-summit event/second-summit event/third-summit'],
      [['sanadu', 'xanadu'], '', 'country/xa'],
      [['nobody'], '', ''],
      [[], '', ''],
      [['*'], '', ''],
      [['?*'], '', ''],
      [['[a'], '', ''],
      [['name:xan'], '', ''],
      [['"xan'], '', ''],
      [['(', ')', '\\', '&&', '||', '!', '^', '~', '/', '{', '}'], '', ''],
      [['AND'], '', ''],
    ])('searches names for %j with the label "%s"', async (words, label, expected) => {
      const found = await store.search({ words, label, limit: 100 });
      expect(
        found
          .map(({ id }) => id)
          .sort()
          .join(' '),
      ).toBe(expected);
    });

    it('stops a search at its limit', async () => {
      expect(await store.search({ words: ['x'], label: '', limit: 2 })).toHaveLength(2);
    });

    it('asks the database once for each verb', async () => {
      if (store.engine === 'embedded') return;
      sent = [];
      await store.expand(events, [
        { id: 'country/xa', after: null },
        { id: 'country/xb', after: null },
      ]);
      await store.claims(['a', 'b']);
      await store.list(list);
      expect(sent).toEqual(['expand-newest', 'claims-of-facts', 'list-ascending']);
    });
  });

  describe.skipIf(isMissing)('takes changes', () => {
    it('writes nothing new when the same is applied again', async () => {
      expect(isEmpty(difference(await store.content(), content))).toBe(true);
      await store.apply(everything(content));
      expect(digest(await store.content())).toBe(digest(content));
      expect(await store.count({ label: 'Country', filter: [], intended: false })).toBe(3);
      expect((await store.degrees(events, ['country/xa'])).get('country/xa')).toBe(3);
    });

    it('turns plans into facts, forgets labels, and removes', async () => {
      const gone = 'office/xa-president';
      const entities = content.entities
        .filter(({ id }) => id !== gone)
        .map((entity) => ({ ...entity, intended: false, labels: entity.labels.filter((label) => label !== 'Leader') }));
      const links = content.links
        .filter(({ from, to }) => from !== gone && to !== gone)
        .map((link) => ({ ...link, intended: false, at: link.intended ? '2031-01-01' : link.at }));
      const wanted = { entities, links, claims: content.claims.slice(3) };
      await store.apply(difference(await store.content(), wanted));
      expect(digest(await store.content())).toBe(digest(wanted));
      expect(await ids({ label: 'Leader' })).toBe('');
      expect(await ids({ label: 'Summit', sort: 'sortDate' })).toBe('first-summit second-summit third-summit');
      expect(await ids({ label: 'Summit', intended: true })).toBe('');
      expect(await far('country/xa', { first: 1 })).toBe('third-summit …');
      expect(await far('country/xa', { intended: true })).toBe('');
      expect((await store.search({ words: ['president'], label: '', limit: 9 })).length).toBe(0);
      await store.apply(difference(await store.content(), content));
      expect(digest(await store.content())).toBe(digest(content));
    });

    it('can be emptied', async () => {
      await store.apply(difference(await store.content(), { entities: [], links: [], claims: [] }));
      expect(await store.content()).toEqual({ entities: [], links: [], claims: [] });
      expect(await ids({})).toBe('');
      expect(await store.search({ words: ['x'], label: '', limit: 9 })).toEqual([]);
    });
  });
});
