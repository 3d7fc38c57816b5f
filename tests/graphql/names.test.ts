import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/store.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { factKey, identified, type Claim } from '../../src/model/claim.js';
import type { Dataset } from '../../src/model/dataset.js';
import { dataset as invented } from '../contract/invented.js';
import { stores } from '../contract/stores.js';
import { over, vocabulary, type Asked } from './asking.js';

/** Invented people and places, with all that each is called. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'person/bo-su-hyeon': ['Bo Su-Hyeon', '보수현'],
  'person/ya-min-jun': ['Ya Min Jun', '夜民俊'],
  'person/gro-thorn': ['Gró Þorn', 'Gro Thorn'],
  'person/ole-soebo': ['Øle Sœbø'],
  'person/ada-obrien': ["Ada O'Brixen"],
  'person/li-da': ['李大'],
  'person/uwe-muellner': ['Uwe Müllner'],
  'person/jo-groenfeld': ['Jo Groenfeld'],
  'city/weissburg': ['Weißburg'],
  'city/ncity': ["N'City-sur-Aisle"],
  'city/suhyeon': ['수현'],
};

const pattern = invented.claims.find(({ predicate }) => predicate === 'name') as Claim;

const dataset: Dataset = {
  identities: [
    ...Object.entries(NAMES).map(([id, [label = '']]) => ({ id, kind: id.startsWith('person') ? 'Person' : 'City', label })),
    { id: 'source/list', kind: 'Source', label: 'A list' },
  ],
  sources: [{ id: 'source/list', header: { title: 'A list' }, sentences: [] }],
  claims: Object.entries(NAMES).flatMap(([subject, names]) =>
    names.map((text) =>
      identified({
        ...pattern,
        factKey: factKey('name', subject, '', `${text}@en`),
        subject,
        value: { text, lang: 'en' },
        source: 'source/list',
      }),
    ),
  ),
};

/** Other ways to write the whole name. */
const WHOLE: readonly (readonly [string, string])[] = [
  ['Bo Suhyeon', 'person/bo-su-hyeon'],
  ['Suhyeon Bo', 'person/bo-su-hyeon'],
  ['SU HYEON BO', 'person/bo-su-hyeon'],
  ['Min-Jun Ya', 'person/ya-min-jun'],
  ['Minjun Ya', 'person/ya-min-jun'],
  ['Ya Minjun', 'person/ya-min-jun'],
  ['Thorn Gro', 'person/gro-thorn'],
  ['Ole Soebo', 'person/ole-soebo'],
  ['Soebo Ole', 'person/ole-soebo'],
  ['Ada OBrixen', 'person/ada-obrien'],
  ['Ada O’Brixen', 'person/ada-obrien'],
  ['O Brixen Ada', 'person/ada-obrien'],
  ['Uwe Muellner', 'person/uwe-muellner'],
  ['Muellner, Uwe', 'person/uwe-muellner'],
  ['UWE MULLNER', 'person/uwe-muellner'],
  ['Uwe Mu\u0308llner', 'person/uwe-muellner'],
  ['Jo Grönfeld', 'person/jo-groenfeld'],
  ['Jo Grønfeld', 'person/jo-groenfeld'],
  ['Weissburg', 'city/weissburg'],
  ['WEISSBURG', 'city/weissburg'],
  ['NCity sur Aisle', 'city/ncity'],
  ['民俊', 'person/ya-min-jun'],
  ['大', 'person/li-da'],
];

/** Parts of names, which search finds. */
const PARTS: readonly (readonly [string, string])[] = [
  ['suhyeon', 'person/bo-su-hyeon'],
  ['Su-Hy', 'person/bo-su-hyeon'],
  ['minjun', 'person/ya-min-jun'],
  ['min-jun', 'person/ya-min-jun'],
  ['þor', 'person/gro-thorn'],
  ['sœb', 'person/ole-soebo'],
  ['obrix', 'person/ada-obrien'],
  ["o'brix", 'person/ada-obrien'],
  ['muelln', 'person/uwe-muellner'],
  ['Grönf', 'person/jo-groenfeld'],
  ['weiss', 'city/weissburg'],
  ['weiß', 'city/weissburg'],
  ['ncity', 'city/ncity'],
  ['보수', 'person/bo-su-hyeon'],
  ['夜', 'person/ya-min-jun'],
];

describe.each(stores)('names in $name', ({ isMissing, open }) => {
  let store: GraphStore;
  let asked: Asked;
  beforeAll(async () => {
    if (isMissing) return;
    store = await open(vocabulary);
    await store.apply(everything(contentOf(vocabulary, dataset)));
    asked = over(store);
  });
  afterAll(() => (isMissing ? undefined : store.close()));

  const found = async (text: string) => (await asked.at('search', 'query ($text: String!) { search(text: $text) { edges { node { id } } } }', { text })).edges;
  const named = async (list: string, text: string) =>
    (await asked.at(list, `query ($text: String!) { ${list}(where: { named: $text }) { edges { node { id } } } }`, { text })).edges;

  it.skipIf(isMissing).each([...WHOLE, ...PARTS])('search finds by %s only %s', async (text, id) => {
    expect((await found(text)).map(({ node }) => node.id)).toEqual([id]);
  });

  it.skipIf(isMissing).each(WHOLE)('a filter by the name %s finds only %s', async (text, id) => {
    expect((await named(id.startsWith('person') ? 'people' : 'cities', text)).map(({ node }) => node.id)).toEqual([id]);
  });

  it.skipIf(isMissing)('a given name alone in Hangul finds a person, after what bears it as its whole name', async () => {
    expect((await found('수현')).map(({ node }) => node.id)).toEqual(['city/suhyeon', 'person/bo-su-hyeon']);
    expect((await named('people', '수현')).map(({ node }) => node.id)).toEqual(['person/bo-su-hyeon']);
    expect(await named('cities', '현')).toEqual([]);
  });

  it.skipIf(isMissing)('a part of a name is no name', async () => {
    for (const text of ['Bo', 'Suhyeon', 'Brixen', 'Weiss', '보수']) expect([text, await named('people', text)]).toEqual([text, []]);
  });
});
