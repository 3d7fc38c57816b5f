import { between } from '../../src/graph/between.js';
import { findPaths, type PathQuestion } from '../../src/graph/paths.js';
import { subgraph } from '../../src/graph/subgraph.js';
import { Timeline } from '../../src/graph/timeline.js';
import type { Bench, Ground, Outcome } from './registry.js';

type Ends = (ground: Ground) => Partial<PathQuestion> & Pick<PathQuestion, 'from' | 'to'>;

const types = ({ vocabulary }: Ground) => vocabulary.relationships.filter(({ traversed }) => traversed).map(({ type }) => type);
const person = ({ next, world }: Ground) => `person/p${String(Math.floor(next() * Math.round(world.size / 5)))}`;
/** One of the countries with the most relationships. */
const hub = ({ next }: Ground, first: number) => `country/c${String(first + Math.floor(next() * 3))}`;

function paths(name: string, ends: Ends, times = 100): Bench {
  const ask = async (ground: Ground): Promise<Outcome> => {
    const plain: PathQuestion = {
      from: [],
      to: [],
      types: types(ground),
      kinds: null,
      through: [],
      avoid: [],
      maxHops: 4,
      k: 3,
      rankBy: 'AVOID_HUBS',
      intended: false,
      distinctBy: null,
    };
    const { outcome, truncated, explored } = await findPaths(ground.vocabulary, ground.reader, { ...plain, ...ends(ground) });
    return { roundTrips: explored.roundTrips, outcome: truncated ? `${outcome} truncated` : outcome };
  };
  return { name: `paths: ${name}`, times, ask };
}

/** Paths, subgraphs, what is common, timelines. */
export const relations: readonly Bench[] = [
  paths('two people, 4 hops', (ground) => ({ from: [person(ground)], to: [person(ground)] })),
  paths('two people, 4 hops, FEWEST_HOPS', (ground) => ({ from: [person(ground)], to: [person(ground)], rankBy: 'FEWEST_HOPS' })),
  paths('two people, 6 hops', (ground) => ({ from: [person(ground)], to: [person(ground)], maxHops: 6 })),
  paths('two hubs, 4 hops', (ground) => ({ from: [hub(ground, 0)], to: [hub(ground, 3)] })),
  paths('two hubs, 6 hops', (ground) => ({ from: [hub(ground, 0)], to: [hub(ground, 3)], maxHops: 6 })),
  paths('a hub and a person, 4 hops', (ground) => ({ from: [hub(ground, 0)], to: [person(ground)] })),
  paths('unreachable, 6 hops', (ground) => ({
    from: [person(ground)],
    to: [person(ground)],
    maxHops: 6,
    types: ['TOOK_PART'],
    kinds: new Set(['Person', 'Meeting', 'Summit', 'Visit', 'Gathering']),
  })),
  {
    name: 'between: two hubs',
    times: 50,
    ask: async (ground) => {
      const { explored, outcome } = await between(ground.vocabulary, ground.reader, {
        a: hub(ground, 0),
        b: hub(ground, 3),
        types: types(ground),
        kinds: null,
        intended: false,
        first: 20,
      });
      return { roundTrips: explored.roundTrips, outcome };
    },
  },
  {
    name: 'subgraph: a person, 2 hops',
    times: 100,
    ask: async (ground) => {
      const { explored, truncated } = await subgraph(ground.reader, {
        around: [person(ground)],
        hops: 2,
        kinds: null,
        types: types(ground),
        intended: false,
        limit: 100,
      });
      return { roundTrips: explored.roundTrips, outcome: truncated ? 'truncated' : 'whole' };
    },
  },
  {
    name: 'subgraph: a hub, 1 hop',
    times: 50,
    ask: async (ground) => {
      const { explored, truncated } = await subgraph(ground.reader, {
        around: [hub(ground, 0)],
        hops: 1,
        kinds: null,
        types: types(ground),
        intended: false,
        limit: 100,
      });
      return { roundTrips: explored.roundTrips, outcome: truncated ? 'truncated' : 'whole' };
    },
  },
  {
    name: 'timeline: a person',
    times: 50,
    ask: async (ground) => {
      const timeline = new Timeline(ground.vocabulary, ground.reader, {
        of: [person(ground)],
        together: false,
        from: null,
        to: null,
        kinds: null,
        types: types(ground),
        intended: false,
      });
      const { items } = await timeline.page(20, null);
      return { roundTrips: 2, outcome: items.length > 0 ? 'entries' : 'empty' };
    },
  },
];
