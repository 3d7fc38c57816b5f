import { beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { vocabulary, world, type Said } from '../lens/world.js';
import { asking } from './asking.js';

const COUNTRIES = { fr: 'France', ca: 'Canada', jp: 'Japan' } as const;

/** Three towns of one name, each with a twin, a meeting and a host; two more of another name in regions of one country. */
const said = Object.keys(COUNTRIES).flatMap((code, at): Said[] => [
  { fact: `city/halden-${code} LOCATED_IN country/${code}` },
  { fact: `city/halden-${code} PARTNER_IN partnership/halden-${code}` },
  { fact: `city/twin-${code} PARTNER_IN partnership/halden-${code}` },
  { fact: `partnership/halden-${code} partnershipKind`, value: 'TWINNING' },
  { fact: `partnership/halden-${code} since`, value: String(1990 + at) },
  { fact: `event/talks-${code} HELD_IN city/halden-${code}` },
  { fact: `event/talks-${code} when`, value: String(2000 + at) },
]);
const regions = ['north', 'south'].flatMap((side): Said[] => [
  { fact: `region/${side} LOCATED_IN country/ca` },
  { fact: `city/orrin-${side} LOCATED_IN region/${side}` },
  { fact: `event/fair-${side} HELD_IN city/orrin-${side}` },
  { fact: `event/fair-${side} when`, value: '2011' },
]);
const umlauts = ['munsterby', 'olstad'].flatMap((town): Said[] => [
  { fact: `event/talks-of-${town} HELD_IN city/${town}` },
  { fact: `event/talks-of-${town} when`, value: '2011' },
]);
const namesakes = ['elder', 'younger'].flatMap((which, at): Said[] => [
  { fact: `person/${which} TOOK_PART event/talks-of-${which}` },
  { fact: `event/talks-of-${which} when`, value: String(2012 + at) },
]);
const labels: Record<string, string> = {
  'person/elder': 'Ada Marlow',
  'person/younger': 'Ada Marlow',
  'city/munsterby': 'Münsterby',
  'event/talks-of-munsterby': 'Talks of Münsterby',
  'city/olstad': 'Oelstad',
  'event/talks-of-olstad': 'Talks of Oelstad',
  'region/north': 'Norland',
  'region/south': 'Sudland',
};
for (const [code, name] of Object.entries(COUNTRIES)) {
  Object.assign(labels, { [`country/${code}`]: name, [`city/halden-${code}`]: 'Halden', [`city/twin-${code}`]: `Twin of ${name}` });
  Object.assign(labels, { [`partnership/halden-${code}`]: `Halden and Twin of ${name}`, [`event/talks-${code}`]: `Talks ${name}` });
}
for (const side of ['north', 'south']) Object.assign(labels, { [`city/orrin-${side}`]: 'Orrin', [`event/fair-${side}`]: `Fair ${side}` });

describe('towns of one name', () => {
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    const store = new EmbeddedStore(vocabulary);
    await store.apply(everything(contentOf(vocabulary, world([...said, ...regions, ...umlauts, ...namesakes], undefined, labels))));
    ask = asking(store);
  });

  it.each([
    ['What is Halden in Canada twinned with?', ['Twin of Canada']],
    ['What is Halden (Canada) twinned with?', ['Twin of Canada']],
    ['What is Halden, Japan twinned with?', ['Twin of Japan']],
    ['What is the Canadian Halden twinned with?', ['Twin of Canada']],
    ['À quelle ville Halden au Canada est-elle jumelée ?', ['Twin of Canada']],
    ['Which events took place in Halden, Japan?', ['Talks Japan']],
    ['Which events took place in Halden in France?', ['Talks France']],
    ['When did the twinning of Halden in France begin?', ['1990']],
    ['Which partnerships does Halden in France have?', ['Halden and Twin of France']],
    ['Which events took place in Orrin in Sudland?', ['Fair south']],
  ])('%s is settled by the place that is said', async (text, items) => {
    expect(await ask(text)).toMatchObject({ outcome: 'ANSWERED', ran: { items } });
  });

  it.each([
    ['What is Halden twinned with?', 'Which do you mean by "Halden": Halden (Canada) or Halden (France) or Halden (Japan)?'],
    ['Which events took place in Halden?', 'Which do you mean by "Halden": Halden (Canada) or Halden (France) or Halden (Japan)?'],
    ['Which events took place in Orrin?', 'Which do you mean by "Orrin": Orrin (Norland, Canada) or Orrin (Sudland, Canada)?'],
    ['Which events took place in Orrin in Canada?', 'Which do you mean by "Orrin": Orrin (Norland, Canada) or Orrin (Sudland, Canada)?'],
  ])('%s is asked back, and tells them apart by where they are', async (text, sentence) => {
    expect(await ask(text)).toMatchObject({ outcome: 'AMBIGUOUS', sentence, ran: null });
  });

  it('or by their ids where nothing else tells them apart', async () => {
    const sentence = 'Which do you mean by "Ada Marlow": Ada Marlow, person/elder or Ada Marlow, person/younger?';
    expect(await ask('Which events did Ada Marlow take part in?')).toMatchObject({ outcome: 'AMBIGUOUS', sentence });
  });

  it.each(['Which events took place in Muensterby?', 'Which events took place in Münsterby?', 'Which events took place in MUNSTERBY?'])(
    '%s is asked of one town, however its umlaut is written',
    async (text) => {
      expect(await ask(text)).toMatchObject({ outcome: 'ANSWERED', ran: { items: ['Talks of Münsterby'] } });
    },
  );

  it.each(['Which events took place in Oelstad?', 'Which events took place in Ölstad?'])('%s too', async (text) => {
    expect(await ask(text)).toMatchObject({ outcome: 'ANSWERED', ran: { items: ['Talks of Oelstad'] } });
  });

  it('lists all of a name', async () => {
    expect(await ask('Which cities are called Halden?')).toMatchObject({
      outcome: 'ANSWERED',
      ran: {
        told: Object.keys(COUNTRIES)
          .sort()
          .map((code) => `city/halden-${code}`),
      },
    });
    expect((await ask('Which events took place in a city named Orrin?')).ran?.items).toEqual(['Fair north', 'Fair south']);
  });
});
