import { nameWords } from '../../schema/ask-words.js';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { Asker } from '../../src/ask/ask.js';
import { between } from '../../src/graph/between.js';
import { findPaths, type PathQuestion } from '../../src/graph/paths.js';
import { subgraph } from '../../src/graph/subgraph.js';
import { Timeline } from '../../src/graph/timeline.js';
import { normalForm } from '../../src/graph/normal-form.js';
import { inRange } from '../../src/graphql/ranges.js';
import { Scope } from '../../src/graphql/scope.js';
import type { Bench, Ground, Outcome } from './registry.js';

type Ends = (ground: Ground) => Partial<PathQuestion> & Pick<PathQuestion, 'from' | 'to'>;

/** Relationship types that paths run over. */
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
      maxHops: 3,
      k: 3,
      rankBy: 'AVOID_HUBS',
      intended: 'EXCLUDE',
      distinctBy: null,
    };
    const { outcome, truncated, explored } = await findPaths(ground.vocabulary, ground.reader, { ...plain, ...ends(ground) });
    return { roundTrips: explored.roundTrips, outcome: truncated ? `${outcome} truncated` : outcome };
  };
  return { name: `paths: ${name}`, times, ask };
}

function betweenBench(name: string, ends: (ground: Ground) => readonly [string, string], times: number): Bench {
  return {
    name: `between: ${name}`,
    times,
    ask: async (ground) => {
      const [a, b] = ends(ground);
      const { explored, outcome } = await between(ground.vocabulary, ground.reader, {
        a,
        b,
        types: types(ground),
        kinds: null,
        intended: 'EXCLUDE',
        first: 20,
      });
      return { roundTrips: explored.roundTrips, outcome };
    },
  };
}

function subgraphBench(name: string, around: (ground: Ground) => readonly string[], hops: number, times: number): Bench {
  return {
    name: `subgraph: ${name}`,
    times,
    ask: async (ground) => {
      const { explored, truncated } = await subgraph(ground.reader, {
        around: around(ground),
        hops,
        kinds: null,
        types: types(ground),
        intended: 'EXCLUDE',
        limit: 100,
      });
      return { roundTrips: explored.roundTrips, outcome: truncated ? 'truncated' : 'whole' };
    },
  };
}

function timelineBench(name: string, of: (ground: Ground) => string, times: number): Bench {
  return {
    name: `timeline: ${name}`,
    times,
    ask: async (ground) => {
      const timeline = new Timeline(ground.vocabulary, ground.reader, {
        all: [of(ground)],
        any: null,
        days: (column) => normalForm(inRange(column, {})),
        kinds: null,
        types: types(ground),
        intended: 'EXCLUDE',
      });
      const { items } = await timeline.page(20, null);
      return { roundTrips: 2, outcome: items.length > 0 ? 'entries' : 'empty' };
    },
  };
}

function askBench(name: string, text: (ground: Ground) => string, times: number): Bench {
  const asker = new Asker(vocabulary, nameWords, { en: [], fr: [], ko: [] });
  return {
    name: `ask: ${name}`,
    times,
    ask: async (ground) => {
      const { outcome, plan } = await asker.ask(text(ground), schema, new Scope(ground.vocabulary, ground.reader, new Map()));
      return { roundTrips: 0, outcome: `${outcome} ${plan?.heads[0]?.head ?? ''}`.trim() };
    },
  };
}

const named = (id: string) => `Person ${id.slice('person/p'.length)}`;

/** Paths, subgraphs, what is common, timelines, questions in words. */
export const relations: readonly Bench[] = [
  paths('two people', (ground) => ({ from: [person(ground)], to: [person(ground)] })),
  paths('two people, FEWEST_HOPS', (ground) => ({ from: [person(ground)], to: [person(ground)], rankBy: 'FEWEST_HOPS' })),
  paths('two people, 4 steps', (ground) => ({ from: [person(ground)], to: [person(ground)], maxHops: 4 })),
  paths('two hubs', (ground) => ({ from: [hub(ground, 0)], to: [hub(ground, 3)] })),
  paths('two hubs, 4 steps', (ground) => ({ from: [hub(ground, 0)], to: [hub(ground, 3)], maxHops: 4 })),
  paths('a hub and a person', (ground) => ({ from: [hub(ground, 0)], to: [person(ground)] })),
  paths('unreachable, 4 steps', (ground) => ({
    from: [person(ground)],
    to: [person(ground)],
    maxHops: 4,
    types: ['TOOK_PART'],
    kinds: new Set(['Person', 'Meeting', 'Summit', 'Visit', 'Gathering']),
  })),
  betweenBench('two hubs', (ground) => [hub(ground, 0), hub(ground, 3)], 50),
  subgraphBench('a person, 2 hops', (ground) => [person(ground)], 2, 100),
  subgraphBench('a hub, 1 hop', (ground) => [hub(ground, 0)], 1, 50),
  timelineBench('a person', person, 50),
  askBench('how two people are connected', (ground) => `How is ${named(person(ground))} connected to ${named(person(ground))}?`, 50),
  askBench('the meetings of a person', (ground) => `Which meetings did ${named(person(ground))} have since 1990?`, 50),
];

const twoCountries: Ends = () => ({ from: ['country/a'], to: ['country/b'] });

/** Two countries of a million relationships each: an answer, or one that says it was cut, within a second. */
export const hubs: readonly Bench[] = [
  paths('two countries', twoCountries, 30),
  paths('two countries, 4 steps', (ground) => ({ ...twoCountries(ground), maxHops: 4, k: 10 }), 30),
  paths('two countries, 4 steps, MOST_RECENT', (ground) => ({ ...twoCountries(ground), maxHops: 4, rankBy: 'MOST_RECENT' }), 30),
  paths('two countries, 4 steps, BEST_EVIDENCED', (ground) => ({ ...twoCountries(ground), maxHops: 4, rankBy: 'BEST_EVIDENCED' }), 30),
  betweenBench('two countries', () => ['country/a', 'country/b'], 20),
  subgraphBench('two countries, 2 hops', () => ['country/a', 'country/b'], 2, 20),
];
