import { beforeAll, describe, expect, it } from 'vitest';
import { overDataset, type Asked } from './asking.js';
import { world, type Said } from '../lens/world.js';

const there = (person: string, event: string, country?: string): Said => ({
  fact: `person/${person} TOOK_PART event/${event}`,
  ...(country === undefined ? {} : { with: { represents: `country/${country}` } }),
});
const SAID: readonly Said[] = [
  { fact: 'city/a LOCATED_IN country/xa' },
  { fact: 'city/b LOCATED_IN country/xb' },
  { fact: 'event/talks HELD_IN city/a' },
  there('ada', 'talks', 'xa'),
  there('bo', 'talks', 'xb'),
  { fact: 'event/third HELD_IN country/xc' },
  there('ada', 'third', 'xa'),
  there('bo', 'third', 'xb'),
  { fact: 'event/nowhere when', value: '2020' },
  there('ada', 'nowhere', 'xa'),
  { fact: 'event/unsaid HELD_IN city/b' },
  there('cy', 'unsaid'),
  { fact: 'city/a TOOK_PART event/unsaid' },
  { fact: 'event/planned HELD_IN city/b', modality: 'PLANNED' },
  { fact: 'person/ada TOOK_PART event/planned', with: { represents: 'country/xa' }, modality: 'PLANNED' },
];

let asked: Asked;
beforeAll(async () => {
  asked = await overDataset(world(SAID));
});

const events = async (where: string, more = '') =>
  (await asked.at('events', `{ events(where: ${where}, orderBy: LABEL_ASC${more}) { edges { node { id } } } }`)).edges
    .map(({ node }) => node.id.slice(6))
    .sort();

describe('where an event took place', () => {
  it('is what it lies in, with all that this lies in', async () => {
    expect(await events('{ within: { any: ["country/xa"] } }')).toEqual(['talks']);
    expect(await events('{ within: { any: ["city/a", "country/xc"] } }')).toEqual(['talks', 'third']);
    expect(await events('{ within: { any: ["country/xb"] } }', ', intended: INCLUDE')).toEqual(['planned', 'unsaid']);
  });

  it('is at home or abroad for those who stand for a country, and not told where either is unknown', async () => {
    const edges = async (id: string) => {
      const { participants } = (await asked.at('event', `{ event(id: "event/${id}") { participants { edges { whereabouts node { id } } } } }`)) as unknown as {
        participants: { edges: { whereabouts: string | null; node: { id: string } }[] };
      };
      return participants.edges.map(({ node, whereabouts }) => `${node.id} ${String(whereabouts)}`).sort();
    };
    expect(await edges('talks')).toEqual(['person/ada AT_HOME', 'person/bo ABROAD']);
    expect(await edges('nowhere')).toEqual(['person/ada null']);
    expect(await edges('unsaid')).toEqual(['city/a ABROAD', 'person/cy null']);
    expect(await edges('planned')).toEqual(['person/ada ABROAD']);
  });

  it('lets one ask who met in a third country', async () => {
    expect(await events('{ participants: { some: { person: {} }, every: { whereabouts: [ABROAD] } } }')).toEqual(['third']);
    expect(await events('{ participants: { some: { whereabouts: [AT_HOME] } } }')).toEqual(['talks']);
  });
});
