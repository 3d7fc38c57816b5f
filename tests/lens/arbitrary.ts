import fc from 'fast-check';
import { parseTime } from '../../src/model/edtf.js';
import { NO_LENS, type Lens } from '../../src/model/lens.js';
import { world, type Said } from './world.js';

/** A lens of these settings, its times in EDTF. */
export function lens(parts: Partial<Record<'asOf' | 'knownBy', string>> & Partial<Omit<Lens, 'asOf' | 'knownBy'>>): Lens {
  const { asOf, knownBy, ...rest } = parts;
  return { ...NO_LENS, ...rest, asOf: asOf === undefined ? null : parseTime(asOf), knownBy: knownBy === undefined ? null : parseTime(knownBy) };
}

const facts = [
  'city/a LOCATED_IN country/xa',
  'city/b LOCATED_IN country/xb',
  'country/xa DIPLOMATIC_RELATION country/xb',
  'person/p HELD_OFFICE office/o',
  'person/p TOOK_PART event/e',
  'city/a PARTNER_IN partnership/f',
];
const dates = ['1950', '1990/2000', '1999-05-05', '[2001,2002]', '2010/..', '../1980'];

export const anySaid = fc.record(
  {
    fact: fc.constantFrom(...facts),
    when: fc.constantFrom(...dates),
    source: fc.constantFrom('source/s', 'source/t', 'source/u'),
    polarity: fc.constantFrom('AFFIRMED' as const, 'DENIED' as const),
    modality: fc.constantFrom('ASSERTED' as const, 'REPORTED' as const, 'PLANNED' as const, 'HYPOTHETICAL' as const),
    rank: fc.constantFrom('NORMAL' as const, 'PREFERRED' as const, 'DEPRECATED' as const),
    assertedBy: fc.constantFrom('country/xa', 'person/p', null),
    at: fc.integer({ min: 0, max: 500 }),
  },
  { requiredKeys: ['fact', 'source', 'at'] },
) as fc.Arbitrary<Said>;
export const anyTime = fc.record({
  fact: fc.constantFrom('event/e when', 'partnership/f since', 'partnership/f until', 'country/xa existed'),
  value: fc.constantFrom(...dates),
  source: fc.constantFrom('source/s', 'source/t', 'source/u'),
  at: fc.integer({ min: 0, max: 500 }),
});
export const anyWorld = fc
  .array(fc.oneof(anySaid, anyTime), { minLength: 1, maxLength: 25 })
  .map((said) => world(said, { 'source/s': '2001', 'source/t': '2010-05-05?', 'source/u': null }));
export const anyLens: fc.Arbitrary<Lens> = fc
  .record({
    asOf: fc.option(fc.constantFrom('1940', '1995', '1999-05-05', '2015/2016'), { nil: undefined }),
    knownBy: fc.option(fc.constantFrom('2000', '2005', '2020'), { nil: undefined }),
    accordingTo: fc.constantFrom(null, 'country/xa', 'person/p'),
    fallback: fc.constantFrom('NONE' as const, 'OTHERS' as const),
    sources: fc.option(fc.subarray(['source/s', 'source/t', 'source/u'])),
    except: fc.subarray(['source/s', 'source/t']),
    rank: fc.constantFrom('BEST' as const, 'ALL' as const, 'STATED_ONLY' as const, 'WITH_DEPRECATED' as const),
  })
  .map(({ asOf, knownBy, ...rest }) => lens({ ...rest, ...(asOf === undefined ? {} : { asOf }), ...(knownBy === undefined ? {} : { knownBy }) }));

/** Facts on which it hangs how others look: places in places, offices that make leaders, what ends a region, who acted for whom. */
const WIDE: readonly Pick<Said, 'fact' | 'with' | 'value'>[] = [
  ...facts.map((fact) => ({ fact })),
  { fact: 'city/a LOCATED_IN region/r' },
  { fact: 'region/r LOCATED_IN country/xa' },
  { fact: 'region/r SUCCEEDED_BY region/s' },
  { fact: 'region/s LOCATED_IN country/xb' },
  { fact: 'person/q TOOK_PART event/e', with: { represents: 'country/xb', capacity: 'office/o' } },
  { fact: 'country/xa TOOK_PART event/e' },
  { fact: 'city/a TOOK_PART event/g' },
  { fact: 'event/e HELD_IN city/b' },
  { fact: 'event/g FOLLOWED event/e' },
  { fact: 'office/o OFFICE_OF country/xa' },
  { fact: 'person/q SAID statement/w' },
  { fact: 'statement/w CONCERNS event/e' },
  { fact: 'statement/w SAID_AT event/g' },
  { fact: 'office/o branch', value: 'HEAD_OF_STATE' },
  { fact: 'office/o branch', value: 'OTHER' },
  { fact: 'event/g when', value: '1999-05-05' },
  { fact: 'event/e when', value: '2015' },
  { fact: 'event/e when', value: '1999' },
  { fact: 'partnership/f since', value: '1990' },
  { fact: 'partnership/f until', value: '2001' },
  { fact: 'country/xa existed', value: '1950/' },
  { fact: 'region/r existed', value: '1900/2000' },
  { fact: 'person/p name', value: { text: 'Pea', lang: 'en' } },
];

/** Graphs in which much hangs on what lies a step or two away. */
export const anyWideWorld = fc
  .array(
    fc
      .tuple(fc.constantFrom(...WIDE), anySaid)
      .map(([fact, { when, ...said }]): Said => ({ ...said, ...(fact.value === undefined && when !== undefined ? { when } : {}), ...fact })),
    { minLength: 1, maxLength: 40 },
  )
  .map((said) => world(said, { 'source/s': '2001', 'source/t': '2010-05-05?', 'source/u': null }));
