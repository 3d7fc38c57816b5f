import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../src/graph/dataset-of.js';
import { contentOf } from '../../src/load/plan.js';
import { isClear, narrow, NO_LENS, type Lens } from '../../src/model/lens.js';
import type { Dataset } from '../../src/model/dataset.js';
import { project } from '../../src/model/projection.js';
import { anyLens, anyWorld, lens } from './arbitrary.js';
import { vocabulary, world } from './world.js';

function seen(dataset: Dataset, through: Lens) {
  const { dataset: narrowed, options } = narrow(vocabulary, dataset, through);
  return { ...project(vocabulary, narrowed, options), claims: narrowed.claims };
}

function linksAt(dataset: Dataset, asOf: string): string[] {
  return seen(dataset, lens({ asOf })).links.map(({ key, columns }) => `${key} ${String(columns['certainty'])}`);
}

describe('as of a day', () => {
  it('a relationship holds within its own time, and possibly when it is undated; a state that goes on, from when it was first seen', () => {
    const dataset = world([
      { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' }, when: '1990/2000' },
      { fact: 'person/ada HELD_OFFICE office/mayor', when: '1995' },
      { fact: 'city/a LOCATED_IN country/xa' },
    ]);
    const relation = 'DIPLOMATIC_RELATION|country/xa|country/xb|ALLIANCE';
    expect(linksAt(dataset, '1995')).toEqual([`${relation} CERTAIN`, 'HELD_OFFICE|person/ada|office/mayor| CERTAIN', 'LOCATED_IN|city/a|country/xa| POSSIBLE']);
    expect(linksAt(dataset, '1995-06-01')).toEqual([
      `${relation} CERTAIN`,
      'HELD_OFFICE|person/ada|office/mayor| POSSIBLE',
      'LOCATED_IN|city/a|country/xa| POSSIBLE',
    ]);
    expect(linksAt(dataset, '2005')).toEqual(['HELD_OFFICE|person/ada|office/mayor| POSSIBLE', 'LOCATED_IN|city/a|country/xa| POSSIBLE']);
    expect(linksAt(dataset, '1985')).toEqual(['LOCATED_IN|city/a|country/xa| POSSIBLE']);
  });

  it('an undated claim holds when dated claims of the same fact do', () => {
    const relation = { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' } };
    const dataset = world([relation, { ...relation, when: '1990/2000' }]);
    expect(linksAt(dataset, '1980')).toEqual([]);
    expect(linksAt(dataset, '1995')).toEqual(['DIPLOMATIC_RELATION|country/xa|country/xb|ALLIANCE CERTAIN']);
  });

  it('what is doubted is possible at best, and so is what its time decides', () => {
    const relation = {
      fact: 'country/xa DIPLOMATIC_RELATION country/xb',
      with: { level: 'ALLIANCE' },
      when: '1990/2000',
      doubt: 'No other source knows of it.',
    };
    const dataset = world([
      relation,
      { fact: 'partnership/ab since', value: '1990', doubt: 'A slip, as it seems.' },
      { fact: 'city/a PARTNER_IN partnership/ab' },
    ]);
    expect(linksAt(dataset, '1995')).toEqual(['DIPLOMATIC_RELATION|country/xa|country/xb|ALLIANCE POSSIBLE', 'PARTNER_IN|city/a|partnership/ab| POSSIBLE']);
    expect(linksAt(dataset, '1985')).toEqual([]);
  });

  it('an event is there while it lasts, a partnership from its beginning until its end', () => {
    const dataset = world([
      { fact: 'event/tea when', value: '1995-03' },
      { fact: 'person/ada TOOK_PART event/tea' },
      { fact: 'partnership/ab since', value: '1990' },
      { fact: 'city/a PARTNER_IN partnership/ab' },
      { fact: 'partnership/cd since', value: '1990' },
      { fact: 'partnership/cd until', value: '1994' },
      { fact: 'city/c PARTNER_IN partnership/cd' },
    ]);
    const at = (asOf: string) =>
      seen(dataset, lens({ asOf }))
        .entities.filter(({ kind }) => kind === 'Meeting' || kind === 'Partnership')
        .map(({ id, columns }) => `${id} ${String(columns['certainty'])}`);
    expect(at('1995')).toEqual(['event/tea CERTAIN', 'partnership/ab CERTAIN']);
    expect(at('1995-03-04')).toEqual(['event/tea POSSIBLE', 'partnership/ab CERTAIN']);
    expect(at('1994-05-05')).toEqual(['partnership/ab CERTAIN', 'partnership/cd POSSIBLE']);
    expect(at('1992')).toEqual(['partnership/ab CERTAIN', 'partnership/cd CERTAIN']);
    expect(at('1990-02-02')).toEqual(['partnership/ab POSSIBLE', 'partnership/cd POSSIBLE']);
    expect(at('1980')).toEqual([]);
  });

  it('what was founded later is not yet so, and stays so afterwards', () => {
    const dataset = world([{ fact: 'organization/o founded', value: '1999' }]);
    const at = (asOf: string) =>
      seen(dataset, lens({ asOf }))
        .entities.filter(({ id }) => id === 'organization/o')
        .map(({ columns }) => columns['certainty']);
    expect([at('1998'), at('1999-05-05'), at('2020')]).toEqual([[], ['POSSIBLE'], ['CERTAIN']]);
  });
});

describe('an intention', () => {
  const dataset = world(
    [
      { fact: 'event/visit when', value: '2026-03', modality: 'PLANNED', source: 'source/plan' },
      { fact: 'person/ada TOOK_PART event/visit', modality: 'HOPED', source: 'source/plan' },
      { fact: 'event/walk when', value: '2026-03', modality: 'HOPED', source: 'source/undated' },
      { fact: 'country/xa MEMBER_OF organization/o', modality: 'HOPED', source: 'source/plan' },
    ],
    { 'source/plan': '2025-06', 'source/undated': null },
  );
  const at = (asOf: string) => {
    const { entities, links } = seen(dataset, lens({ asOf }));
    return [...entities.filter(({ kind }) => kind === 'Meeting'), ...links].map(
      (item) => `${'id' in item ? item.id : item.type} ${String(item.columns['certainty'])}${item.intended ? '' : ' ACTUAL'}`,
    );
  };

  it('holds from when it was voiced until its target; without a target, possibly on', () => {
    expect(at('2025-01-01')).toEqual([]);
    expect(at('2025-06-10')).toEqual(['event/visit POSSIBLE', 'MEMBER_OF POSSIBLE', 'TOOK_PART POSSIBLE']);
    expect(at('2025-11-23')).toEqual(['event/visit CERTAIN', 'MEMBER_OF POSSIBLE', 'TOOK_PART CERTAIN']);
    expect(at('2026-03-10')).toEqual(['event/visit POSSIBLE', 'event/walk POSSIBLE', 'MEMBER_OF POSSIBLE', 'TOOK_PART POSSIBLE']);
    expect(at('2026-05-01')).toEqual(['MEMBER_OF POSSIBLE']);
  });
});

describe('what ended', () => {
  const dataset = world([
    { fact: 'region/old regionLevel', value: 'REGION' },
    { fact: 'region/old name', value: { text: 'Old', lang: 'en' } },
    { fact: 'region/old SUCCEEDED_BY region/new', when: '2016' },
    { fact: 'country/xa existed', value: '1900/1950' },
    { fact: 'country/xa iso2', value: 'XA' },
  ]);
  const at = (asOf: string) => {
    const { entities, links } = seen(dataset, lens({ asOf }));
    const of = (id: string) => entities.find((entity) => entity.id === id)?.columns;
    return { old: of('region/old'), xa: of('country/xa'), links: links.map(({ type, columns }) => `${type} ${String(columns['certainty'])}`) };
  };

  it('says until when it existed, and is succeeded from then on', () => {
    expect(at('2017-01-01')).toMatchObject({ old: { existed: '../2016', name: ['Old'] }, links: ['SUCCEEDED_BY CERTAIN'] });
    expect(at('2017-01-01').old).not.toHaveProperty('regionLevel');
    expect(at('2017-01-01').old).not.toHaveProperty('certainty');
    expect(at('2016-06-01')).toMatchObject({ old: { regionLevel: 'REGION', certainty: 'POSSIBLE' }, links: ['SUCCEEDED_BY POSSIBLE'] });
    expect(at('2010').links).toEqual([]);
    expect(at('2010').old).toMatchObject({ regionLevel: 'REGION', certainty: 'POSSIBLE' });
  });

  it('has by its own time nothing undated left', () => {
    expect(at('1930').xa).toMatchObject({ iso2: 'XA', existed: '1900/1950', certainty: 'CERTAIN' });
    expect(at('1960').xa).toMatchObject({ existed: '1900/1950' });
    expect(at('1960').xa).not.toHaveProperty('iso2');
    expect(at('1960').xa).not.toHaveProperty('certainty');
  });
});

describe('as known by a day', () => {
  const dataset = world(
    [
      { fact: 'city/a LOCATED_IN country/xa', source: 'source/old' },
      { fact: 'city/b LOCATED_IN country/xa', source: 'source/new' },
      { fact: 'city/c LOCATED_IN country/xa', source: 'source/vague' },
      { fact: 'city/d LOCATED_IN country/xa', source: 'source/undated' },
      { fact: 'city/e LOCATED_IN country/xa', source: 'source/unsure' },
    ],
    { 'source/old': '2001', 'source/new': '2020', 'source/vague': '2000/..', 'source/undated': null, 'source/unsure': '2001?' },
  );

  it('only sources published by then speak; one of uncertain date possibly', () => {
    const known = seen(dataset, lens({ knownBy: '2010' }));
    expect(known.links.map(({ from, columns }) => [from, columns['certainty']])).toEqual([
      ['city/a', 'CERTAIN'],
      ['city/c', 'POSSIBLE'],
      ['city/d', 'POSSIBLE'],
      ['city/e', 'POSSIBLE'],
    ]);
    expect(known.entities.map(({ id }) => id)).not.toContain('source/new');
  });
});

describe('according to a party', () => {
  const dataset = world([
    { fact: 'partnership/ab partnershipKind', value: 'TWINNING', assertedBy: 'city/a' },
    { fact: 'partnership/ab partnershipKind', value: 'MEMORANDUM_OF_INTENT', assertedBy: 'city/b' },
    { fact: 'partnership/ab since', value: '1990' },
    { fact: 'source/gazette PUBLISHED_BY organization/press' },
  ]);
  const kinds = (through: Lens) => seen(dataset, through).entities.find(({ id }) => id === 'partnership/ab')?.columns;

  it('shows what it is quoted as saying, and nothing else', () => {
    expect(kinds(lens({ accordingTo: 'city/a' }))).toMatchObject({ partnershipKind: 'TWINNING' });
    expect(kinds(lens({ accordingTo: 'city/b' }))).toMatchObject({ partnershipKind: 'MEMORANDUM_OF_INTENT' });
    expect(kinds(lens({ accordingTo: 'city/b' }))).not.toHaveProperty('since');
  });

  it('falls back to others only where it says nothing', () => {
    expect(kinds(lens({ accordingTo: 'city/b', fallback: 'OTHERS' }))).toMatchObject({ partnershipKind: 'MEMORANDUM_OF_INTENT', since: '1990' });
  });

  it('shows what its own documents say where they quote nobody', () => {
    expect(kinds(lens({ accordingTo: 'organization/press' }))).toMatchObject({ since: '1990' });
    expect(kinds(lens({ accordingTo: 'organization/press' }))).not.toHaveProperty('partnershipKind');
  });
});

describe('by rank', () => {
  const dataset = world([
    { fact: 'partnership/ab since', value: '[2021,2022]' },
    { fact: 'partnership/ab since', value: '2021', rank: 'PREFERRED', rankReason: 'More precise.' },
    { fact: 'city/a PARTNER_IN partnership/ab', rank: 'DEPRECATED', rankReason: 'A slip.' },
  ]);

  it('STATED_ONLY leaves out what a rule infers', () => {
    const inferred = world([
      { fact: 'city/a PARTNER_IN partnership/ab' },
      { fact: 'partnership/ab since', value: '1990', basis: 'INFERRED', basisRule: 'So.' },
    ]);
    expect(seen(inferred, lens({ rank: 'STATED_ONLY' })).claims.map(({ predicate }) => predicate)).toEqual(['PARTNER_IN']);
    expect(seen(inferred, lens({})).claims).toHaveLength(2);
  });

  it('BEST shows what was chosen, ALL the rest too, WITH_DEPRECATED also what was set aside', () => {
    const claims = (rank: Lens['rank']) => seen(dataset, lens({ rank })).claims.length;
    const links = (rank: Lens['rank']) => seen(dataset, lens({ rank })).links.length;
    expect([claims('BEST'), claims('ALL'), claims('WITH_DEPRECATED')]).toEqual([1, 3, 3]);
    expect([links('BEST'), links('ALL'), links('WITH_DEPRECATED')]).toEqual([0, 0, 1]);
  });
});

describe('on random graphs', () => {
  it('the lens of all time and all sources shows what no lens shows, but for how sure it is', () => {
    fc.assert(
      fc.property(anyWorld, (dataset) => {
        const all = seen(dataset, lens({ asOf: '0001/9999', knownBy: '9999', sources: dataset.sources.map(({ id }) => id) }));
        const bare = <T extends { columns: object }>(items: readonly T[]) => items.map((item) => ({ ...item, columns: { ...item.columns, certainty: null } }));
        const plain = { ...project(vocabulary, dataset), claims: dataset.claims };
        expect(bare(all.entities)).toEqual(bare(plain.entities));
        expect(bare(all.links)).toEqual(bare(plain.links));
        expect(all.claims).toEqual(plain.claims);
      }),
    );
  });

  it('an empty lens is no lens', () => {
    expect(isClear(NO_LENS)).toBe(true);
    fc.assert(fc.property(anyWorld, (dataset) => narrow(vocabulary, dataset, NO_LENS).dataset === dataset));
  });

  it('a narrower set of sources never shows more claims', () => {
    fc.assert(
      fc.property(anyWorld, anyLens, fc.subarray(['source/s', 'source/t', 'source/u']), (dataset, through, fewer) => {
        // The party of a lens with a fallback may fall silent, and then others speak.
        const wide: Lens = { ...through, fallback: 'NONE', rank: 'ALL', asOf: null };
        const narrowSources = (wide.sources ?? ['source/s', 'source/t', 'source/u']).filter((id) => fewer.includes(id));
        const more = new Set(seen(dataset, wide).claims.map(({ id }) => id));
        expect(seen(dataset, { ...wide, sources: narrowSources }).claims.filter(({ id }) => !more.has(id))).toEqual([]);
      }),
    );
  });

  it('as of a time before the first date nothing dated is there', () => {
    fc.assert(
      fc.property(anyWorld, (dataset) => {
        const shown = seen(dataset, lens({ asOf: '0500' })).claims;
        expect(shown.filter(({ when }) => when !== null && when.edtf !== '../1980')).toEqual([]);
      }),
    );
  });

  it('no link hangs in the air, and all that is shown under a lens of time is sure or possible', () => {
    fc.assert(
      fc.property(anyWorld, anyLens, (dataset, through) => {
        const { entities, links } = seen(dataset, through);
        const ids = new Set(entities.map(({ id }) => id));
        expect(links.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
        const timed = through.asOf !== null || through.knownBy !== null;
        expect(links.every(({ columns }) => 'certainty' in columns === timed)).toBe(true);
        // What was over by then has no answer.
        const over = narrow(vocabulary, dataset, through).options.over ?? new Set();
        expect(entities.every(({ id, columns }) => 'certainty' in columns === (timed && !over.has(id)))).toBe(true);
      }),
    );
  });

  it('what a store gives back is seen as what it was filled with', () => {
    fc.assert(
      fc.property(anyWorld, anyLens, (dataset, through) => {
        const back = datasetOf(vocabulary, contentOf(vocabulary, dataset));
        const { entities, links } = seen(back, through);
        const expected = seen(dataset, through);
        expect({ entities, links }).toEqual({ entities: expected.entities, links: expected.links });
      }),
    );
  });
});
