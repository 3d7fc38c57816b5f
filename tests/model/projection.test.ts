import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import type { EntityNode } from '../../src/model/graph.js';
import { project } from '../../src/model/projection.js';
import { vocabulary, world, type Published, type Said } from '../lens/world.js';

const PUBLISHED: Published = { 'source/gazette': '2020-05-01', 'source/herald': '2021-05-01' };

/** Invented sayings that touch every rule of projection once. */
const SAYINGS: readonly Said[] = [
  { fact: 'country/xa existed', value: '1950/..' },
  { fact: 'country/xa existed', value: '1951/..', rank: 'PREFERRED', rankReason: 'The register says so.' },
  { fact: 'country/xa name', value: { text: 'Sanadu', lang: 'fr' } },
  { fact: 'country/xa name', value: { text: 'Xanadu', lang: 'en' }, source: 'source/herald' },
  { fact: 'region/north LOCATED_IN country/xa' },
  { fact: 'city/port LOCATED_IN region/north' },
  { fact: 'city/harbour LOCATED_IN city/port' },
  { fact: 'office/president branch', value: 'HEAD_OF_STATE' },
  { fact: 'office/clerk branch', value: 'OFFICIAL' },
  { fact: 'person/ada HELD_OFFICE office/president', when: '2010/2015' },
  { fact: 'person/bo HELD_OFFICE office/clerk' },
  { fact: 'person/cy HELD_OFFICE office/president', modality: 'PLANNED' },
  { fact: 'person/ada TOOK_PART event/tea', with: { role: 'HOST', represents: 'city/port' } },
  { fact: 'person/bo TOOK_PART event/tea', with: { role: 'VISITOR' } },
  { fact: 'person/cy TOOK_PART event/tea', polarity: 'DENIED' },
  { fact: 'event/tea when', value: '2019-05-05' },
  { fact: 'event/visit when', value: '2031', modality: 'PLANNED' },
  { fact: 'city/harbour TOOK_PART event/visit', with: { role: 'HOST' }, modality: 'HOPED' },
  { fact: 'country/xb DIPLOMATIC_RELATION country/xa', with: { level: 'ALLIANCE' } },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xc', with: { level: 'ALLIANCE' }, modality: 'HYPOTHETICAL' },
];

const graphOf = (said: readonly Said[], published: Published = PUBLISHED) => project(vocabulary, world(said, published));

function entityIn(said: readonly Said[], id: string, published: Published = PUBLISHED): EntityNode {
  const found = graphOf(said, published).entities.find((entity) => entity.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

const keys = (said: readonly Said[]) => graphOf(said).links.map(({ key }) => key);

describe('the best claim of a fact', () => {
  const existed = (...claims: readonly Omit<Said, 'fact'>[]) =>
    entityIn(
      claims.map((parts) => ({ fact: 'country/xa existed', ...parts })),
      'country/xa',
    ).columns['existed'];

  it('is the one with the higher rank, however it is said', () => {
    expect(existed({ value: '1950' }, { value: '1951', modality: 'ESTIMATED', rank: 'PREFERRED' })).toBe('1951');
    expect(existed({ value: '1950', modality: 'REPORTED' }, { value: '1951', rank: 'DEPRECATED' })).toBe('1950');
  });

  it('is, among equal ranks, the one said most firmly', () => {
    expect(existed({ value: '1950', modality: 'ESTIMATED' }, { value: '1951', modality: 'REPORTED' })).toBe('1951');
    expect(existed({ value: '1950', modality: 'REPORTED' }, { value: '1951' })).toBe('1951');
  });

  it('is, among claims made alike, the one from the source published last', () => {
    expect(existed({ value: '1950', source: 'source/herald' }, { value: '1951' })).toBe('1950');
    expect(existed({ value: '1950' }, { value: '1951', source: 'source/herald' })).toBe('1951');
  });

  it('is, within one source, the one that stands first in it', () => {
    expect(existed({ value: '1950', at: 40 }, { value: '1951', at: 7 })).toBe('1951');
  });

  it('knows the year of a source whose header writes it as a number', () => {
    const said: Said[] = [
      { fact: 'country/xa existed', value: '1950', source: 'source/almanac' },
      { fact: 'country/xa existed', value: '1951' },
    ];
    const made = world(said, PUBLISHED);
    const dataset: Dataset = { ...made, sources: [...made.sources, { id: 'source/almanac', header: { title: 'Almanac', published: 2030 }, sentences: [] }] };
    expect(project(vocabulary, dataset).entities.find(({ id }) => id === 'country/xa')?.columns['existed']).toBe('1950');
  });

  it('gives a relationship its qualifiers and its time', () => {
    const [link] = graphOf([
      { fact: 'person/ada TOOK_PART event/tea', with: { role: 'VISITOR' }, when: '2018' },
      { fact: 'person/ada TOOK_PART event/tea', with: { role: 'HOST' }, when: '2019', rank: 'PREFERRED' },
    ]).links;
    expect(link).toMatchObject({ key: 'TOOK_PART|person/ada|event/tea|', at: '2019-01-01', columns: { role: 'HOST', when: '2019', whenYear: '2019' } });
  });
});

describe('what projects nothing', () => {
  it('a denied or hypothetical relationship is no relationship, though its ends are there', () => {
    for (const parts of [{ polarity: 'DENIED' }, { modality: 'HYPOTHETICAL' }, { rank: 'DEPRECATED' }] as const) {
      const graph = graphOf([{ fact: 'person/ada ALLIED_WITH person/bo', ...parts }]);
      expect(graph.links).toEqual([]);
      expect(graph.entities.map(({ id }) => id)).toEqual(expect.arrayContaining(['person/ada', 'person/bo']));
    }
  });

  it('a denied, hypothetical or hoped-for value is no value', () => {
    for (const parts of [{ polarity: 'DENIED' }, { modality: 'HYPOTHETICAL' }, { modality: 'HOPED' }] as const) {
      expect(entityIn([{ fact: 'country/xa existed', value: '1950', ...parts }], 'country/xa').columns).not.toHaveProperty('existed');
    }
  });

  it('an affirmed claim holds beside a denial, even one of higher rank', () => {
    expect(keys([{ fact: 'person/ada ALLIED_WITH person/bo' }, { fact: 'person/ada ALLIED_WITH person/bo', polarity: 'DENIED', rank: 'PREFERRED' }])).toEqual([
      'ALLIED_WITH|person/ada|person/bo|',
    ]);
  });

  it('an identity that no claim touches is no entity', () => {
    const made = world(SAYINGS, PUBLISHED);
    const dataset = { ...made, identities: [...made.identities, { id: 'city/nowhere', kind: 'City', label: 'Nowhere' }] };
    expect(project(vocabulary, dataset).entities.map(({ id }) => id)).not.toContain('city/nowhere');
  });

  it('a claim about an identity that is not there projects nothing', () => {
    const made = world(SAYINGS, PUBLISHED);
    const dataset = { ...made, identities: made.identities.filter(({ id }) => id !== 'event/tea') };
    expect(
      project(vocabulary, dataset)
        .links.filter(({ type }) => type === 'TOOK_PART')
        .map(({ to }) => to),
    ).toEqual(['event/visit']);
  });
});

describe('what a claim touches', () => {
  it('takes in whom it quotes and what qualifies it, so that the answers can show them', () => {
    const graph = graphOf([
      { fact: 'country/xa TRADES_WITH country/xb', with: { good: 'topic/kites' }, assertedBy: 'person/bo' },
      { fact: 'person/ada TOOK_PART event/tea', with: { role: 'HOST', represents: 'country/xa', capacity: 'office/envoy' } },
    ]);
    expect(graph.entities.map(({ id }) => id)).toEqual(expect.arrayContaining(['topic/kites', 'person/bo', 'office/envoy']));
  });
});

describe('what is only intended', () => {
  it('a record planned or hoped for is marked, with its properties and its relationships', () => {
    const graph = graphOf(SAYINGS);
    const visit = graph.entities.find(({ id }) => id === 'event/visit');
    expect(visit).toMatchObject({
      intended: true,
      columns: { when: '2031', sortDate: '2031-01-01', involves: ['city/harbour', 'city/port', 'country/xa', 'region/north'] },
    });
    expect(graph.links.find(({ to }) => to === 'event/visit')).toMatchObject({ intended: true, at: '2031-01-01' });
  });

  it('a record is so as soon as one party or its time is said as a fact', () => {
    const planned: Said = { fact: 'event/visit when', value: '2031', modality: 'PLANNED' };
    const actual: Said = { fact: 'city/port TOOK_PART event/visit', with: { role: 'HOST' }, modality: 'REPORTED' };
    expect(entityIn([planned], 'event/visit').intended).toBe(true);
    expect(entityIn([planned, actual], 'event/visit')).toMatchObject({ intended: false, columns: { sortDate: '' } });
    expect(entityIn([planned, { ...actual, rank: 'DEPRECATED' }], 'event/visit').intended).toBe(true);
  });

  it('a record of whose parties and time nothing is said is intended when all that is said of it is', () => {
    const wished: Said = { fact: 'event/visit CONCERNS country/xa', modality: 'HOPED' };
    const named: Said = { fact: 'event/visit name', value: { text: 'The visit', lang: 'en' } };
    expect(entityIn([wished, named], 'event/visit').intended).toBe(true);
    expect(entityIn([wished, { fact: 'event/visit description', value: 'It was short.' }], 'event/visit').intended).toBe(false);
  });

  it('a planned relationship between things that are so is intended, its ends are not', () => {
    const graph = graphOf([{ fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' }, modality: 'PLANNED' }]);
    expect(graph.links).toMatchObject([{ intended: true }]);
    expect(graph.entities.filter(({ intended }) => intended)).toEqual([]);
  });

  it('a fact said is preferred to the same planned in a later source', () => {
    const graph = graphOf([
      { fact: 'person/ada HELD_OFFICE office/president', when: '2010' },
      { fact: 'person/ada HELD_OFFICE office/president', when: '2012', modality: 'PLANNED', source: 'source/herald', rank: 'PREFERRED' },
    ]);
    expect(graph.links).toMatchObject([{ intended: false, at: '2010-01-01' }]);
  });
});

describe('what follows from the relationships', () => {
  it('an entity lies in all that its place lies in, however deep, and a circle ends', () => {
    expect(entityIn(SAYINGS, 'city/harbour').columns['within']).toEqual(['city/port', 'country/xa', 'region/north']);
    const circle: Said[] = [{ fact: 'city/a LOCATED_IN city/b' }, { fact: 'city/b LOCATED_IN city/c' }, { fact: 'city/c LOCATED_IN city/a' }];
    expect(entityIn(circle, 'city/a').columns['within']).toEqual(['city/b', 'city/c']);
  });

  it('a planned or denied place is not one that something lies in', () => {
    expect(entityIn([{ fact: 'city/a LOCATED_IN city/b', modality: 'PLANNED' }], 'city/a').columns['within']).toEqual([]);
    expect(entityIn([{ fact: 'city/a LOCATED_IN city/b', polarity: 'DENIED' }], 'city/a').columns['within']).toEqual([]);
  });

  it('a record involves its parties, those they speak for, and all that these lie in, but nobody who is denied', () => {
    expect(entityIn(SAYINGS, 'event/tea').columns['involves']).toEqual(['city/port', 'country/xa', 'person/ada', 'person/bo', 'region/north']);
  });

  it('a person who holds a leading office is a Leader, one who is only to hold it is not', () => {
    expect(entityIn(SAYINGS, 'person/ada').labels).toEqual(['Person', 'Leader']);
    expect(entityIn(SAYINGS, 'person/bo').labels).toEqual(['Person']);
    expect(entityIn(SAYINGS, 'person/cy').labels).toEqual(['Person']);
  });

  it('a sub-kind carries the labels of the kinds it extends', () => {
    expect(entityIn(SAYINGS, 'event/tea').labels).toEqual(['Meeting', 'Event']);
  });

  it('a symmetric relationship is stored once, whichever way it is claimed', () => {
    const both: Said[] = ['country/xb DIPLOMATIC_RELATION country/xa', 'country/xa DIPLOMATIC_RELATION country/xb'].map((fact) => ({
      fact,
      with: { level: 'ALLIANCE' },
    }));
    expect(graphOf(both).links).toMatchObject([{ key: 'DIPLOMATIC_RELATION|country/xa|country/xb|ALLIANCE', from: 'country/xa', to: 'country/xb' }]);
  });

  it('qualifiers that distinguish make two facts of two claims between the same ends', () => {
    const levels = ['ALLIANCE', 'PARTNERSHIP'].map((level): Said => ({ fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level } }));
    expect(keys(levels)).toHaveLength(2);
  });
});

describe('columns', () => {
  it('a property with many values keeps them in step with their parts', () => {
    const { columns } = entityIn(SAYINGS, 'country/xa');
    expect(columns).toMatchObject({ name: ['Sanadu', 'Xanadu'], nameLang: ['fr', 'en'], nameScript: ['Latn', 'Latn'] });
    const figures = entityIn(
      [
        { fact: 'country/xa figure', value: { measure: 'rainfall', amount: 0.5, unit: 'm', comparator: 'ALMOST' } },
        { fact: 'country/xa figure', value: { measure: 'islands', amount: 12, unit: 'islands', comparator: 'ABOUT' } },
        { fact: 'country/xa figure', value: { measure: 'islands', amount: 13, unit: 'islands', comparator: 'EXACTLY' }, rank: 'DEPRECATED' },
      ],
      'country/xa',
    ).columns;
    expect(figures).toMatchObject({
      figure: ['islands', 'rainfall'],
      figureAmount: [12, 0.5],
      figureUnit: ['islands', 'm'],
      figureComparator: ['ABOUT', 'ALMOST'],
    });
  });

  it('a name said by two sources stands once', () => {
    const name = { text: 'Xanadu', lang: 'en' };
    expect(
      entityIn(
        [
          { fact: 'country/xa name', value: name },
          { fact: 'country/xa name', value: name, source: 'source/herald' },
        ],
        'country/xa',
      ).columns['name'],
    ).toEqual(['Xanadu']);
  });

  it('a time keeps its text, its bounds and its year, and an open start is no day to be listed by', () => {
    expect(entityIn([{ fact: 'event/tea when', value: '2019-05' }], 'event/tea').columns).toMatchObject({
      when: '2019-05',
      whenEarliest: '2019-05-01',
      whenLatest: '2019-05-31',
      whenYear: '2019',
      sortDate: '2019-05-01',
    });
    expect(entityIn([{ fact: 'event/tea when', value: '../2019' }], 'event/tea').columns['sortDate']).toBe('');
  });

  it('a statement knows who made it: the people where there are any, and nobody who only may', () => {
    const hope = (...makers: readonly string[]) =>
      entityIn(
        makers.map((maker): Said => ({ fact: `${maker} SAID statement/hope` })),
        'statement/hope',
      ).columns['madeBy'];
    expect(hope('person/bo', 'country/xa', 'person/ada')).toEqual(['ada', 'bo']);
    expect(hope('country/xb', 'country/xa')).toEqual(['xa', 'xb']);
    expect(entityIn([{ fact: 'person/ada SAID statement/hope', modality: 'PLANNED' }], 'statement/hope').columns['madeBy']).toBeUndefined();
    expect(entityIn([{ fact: 'event/tea when', value: '2019' }], 'event/tea').columns['madeBy']).toBeUndefined();
  });

  it('terms are the folded label and names, each once', () => {
    expect(entityIn(SAYINGS, 'country/xa').columns['terms']).toEqual(['sanadu', 'xa', 'xanadu']);
  });
});

describe('projection as a function', () => {
  const parts = fc.record(
    {
      polarity: fc.constantFrom('AFFIRMED', 'AFFIRMED', 'DENIED'),
      modality: fc.constantFrom('ASSERTED', 'REPORTED', 'PLANNED', 'HOPED', 'HYPOTHETICAL'),
      rank: fc.constantFrom('PREFERRED', 'NORMAL', 'DEPRECATED'),
      source: fc.constantFrom('source/gazette', 'source/herald'),
      at: fc.nat({ max: 99 }),
    },
    { requiredKeys: [] },
  );
  const said = fc.array(
    fc.tuple(fc.constantFrom(...SAYINGS), parts).map(([saying, more]): Said => ({ ...saying, ...more })),
    { maxLength: 40 },
  );

  it('gives the same graph whatever the order of what it is given', () => {
    const shuffled = said
      .map((list) => world(list, PUBLISHED))
      .chain((dataset) =>
        fc
          .tuple(
            fc.shuffledSubarray([...dataset.claims], { minLength: dataset.claims.length }),
            fc.shuffledSubarray([...dataset.identities], { minLength: dataset.identities.length }),
            fc.shuffledSubarray([...dataset.sources], { minLength: dataset.sources.length }),
          )
          .map(([claims, identities, sources]) => ({ dataset, other: { claims, identities, sources } })),
      );
    fc.assert(
      fc.property(shuffled, ({ dataset, other }) => {
        expect(project(vocabulary, other)).toEqual(project(vocabulary, dataset));
      }),
    );
  });

  it('leaves what it is given as it was', () => {
    fc.assert(
      fc.property(said, (list) => {
        const dataset = world(list, PUBLISHED);
        const before = structuredClone(dataset);
        project(vocabulary, dataset);
        expect(dataset).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it('joins only entities that are there, and keys are unique and in order', () => {
    fc.assert(
      fc.property(said, (list) => {
        const { entities, links } = graphOf(list);
        const ids = entities.map(({ id }) => id);
        const linkKeys = links.map(({ key }) => key);
        expect([...new Set(ids)].sort()).toEqual(ids);
        expect([...new Set(linkKeys)].sort()).toEqual(linkKeys);
        for (const { from, to } of links) expect(ids).toEqual(expect.arrayContaining([from, to]));
      }),
    );
  });
});
