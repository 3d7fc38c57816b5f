import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { unpaged } from '../graphql/asking.js';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { Scope } from '../../src/graphql/scope.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { readSeeds } from '../../src/load/seeds.js';

const store = new EmbeddedStore(vocabulary);

type Told = Readonly<Record<string, unknown>>;

async function ask(source: string): Promise<Told> {
  const { data, errors } = await graphql({ schema, source, contextValue: new Scope(vocabulary, store, new Map()) });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data), unpaged) as Told;
}

async function refused(source: string): Promise<unknown> {
  const { errors } = await graphql({ schema, source, contextValue: new Scope(vocabulary, store, new Map()) });
  return [errors?.[0]?.extensions['code'], errors?.[0]?.message];
}

beforeAll(async () => {
  await store.apply(everything(contentOf(vocabulary, readSeeds(vocabulary, 'seed', new Map()).dataset)));
});

describe('paths in GraphQL', () => {
  it('tell a chain of people who met', async () => {
    const data = await ask(`{
  paths(
    from: ["person/to-lam"]
    to: ["person/lee-jae-myung"]
    type: [TOOK_PART]
    kind: [PERSON, EVENT]
    rankBy: FEWEST_HOPS
    distinctBy: [PERSON]
  ) {
    outcome
    truncated
    paths {
      length
      entities(kind: [PERSON]) {
        label
      }
      links {
        sentence
        fact {
          status
          claims {
            nodes {
              source {
                id
              }
            }
          }
        }
      }
      narrative
      citations {
        summary
      }
      variants {
        narrative
      }
    }
  }
}`);
    expect(data['paths']).toMatchObject({
      outcome: 'FOUND',
      truncated: false,
      paths: [{ length: 2, entities: [{ label: 'To Lam' }, { label: 'Emmanuel Macron' }, { label: 'Lee Jae Myung' }] }],
    });
    const { narrative, citations, variants, links } =
      (data['paths'] as { paths: { narrative: string; citations: unknown[]; variants: unknown[]; links: { fact: { claims: unknown[] } }[] }[] }).paths[0] ?? {};
    expect([...(narrative ?? '').matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))).toEqual(citations?.map((_claim, at) => at + 1));
    expect(variants).toHaveLength(1);
    for (const link of links ?? []) expect(link.fact.claims.length).toBeGreaterThan(0);
  });

  it('run over plans only when asked', async () => {
    const question = (intended: string) => `{
      paths(from: ["region/alsace"], to: ["region/daegu-free-economic-zone"], type: [PARTNER_IN], maxHops: 3, intended: ${intended}) {
        outcome paths { entities(kind: [REGION]) { label } links { intended } }
      }
    }`;
    expect((await ask(question('EXCLUDE')))['paths']).toEqual({ outcome: 'NONE_WITHIN_HOPS', paths: [] });
    expect((await ask(question('INCLUDE')))['paths']).toMatchObject({
      outcome: 'FOUND',
      paths: [{ entities: [{ label: 'Alsace' }, { label: 'Gyeongsangbuk-do' }, { label: 'Auvergne-Rhône-Alpes' }, { label: 'Daegu Free Economic Zone' }] }],
    });
  });

  it('run over nothing but plans when asked, and so do lists below what is found', async () => {
    const data = await ask(`{
      paths(from: ["region/auvergne-rhone-alpes"], to: ["region/gyeongsangbuk-do"], type: [PARTNER_IN], intended: ONLY) { outcome paths { entities { label ... on Partnership { parties { totalCount } } } links { intended } } }
      subgraph(around: ["region/auvergne-rhone-alpes"], intended: ONLY) { nodes { ... on Region { partnerships { nodes { intended } } } } links { intended } }
      between(a: "region/auvergne-rhone-alpes", b: "region/gyeongsangbuk-do", intended: ONLY) { shared { withA { intended } withB { intended } } }
      timeline(of: { all: ["region/auvergne-rhone-alpes"] }, where: { undated: true }, intended: ONLY) { nodes { intended } }
    }`);
    const found = data as {
      paths: { paths: { entities: object[]; links: { intended: boolean }[] }[] };
      subgraph: { nodes: { partnerships?: { intended: boolean }[] }[]; links: { intended: boolean }[] };
      between: { shared: { withA: { intended: boolean }; withB: { intended: boolean } }[] };
      timeline: { intended: boolean }[];
    };
    const told = [
      found.paths.paths.flatMap(({ links }) => links),
      found.subgraph.links,
      found.subgraph.nodes.flatMap(({ partnerships }) => partnerships ?? []),
      found.between.shared.flatMap(({ withA, withB }) => [withA, withB]),
      found.timeline,
    ];
    for (const items of told) expect(new Set(items.map(({ intended }) => intended))).toEqual(new Set([true]));
  });

  it('are counted in steps that people mean, and say how to look further', async () => {
    const data = await ask(`{
      near: paths(from: ["person/to-lam"], to: ["person/emmanuel-macron"], rankBy: FEWEST_HOPS, first: 1) { paths { length links { type } } }
      far: paths(from: ["person/to-lam"], to: ["person/kim-jong-un"], first: 1) { outcome paths { length links { type } } }
      none: paths(from: ["person/to-lam"], to: ["person/kim-jong-un"], maxHops: 2) { outcome reason }
    }`);
    const found = data as { near: { paths: Step[] }; far: { outcome: string; paths: Step[] }; none: { outcome: string; reason: string } };
    interface Step {
      readonly length: number;
      readonly links: unknown[];
    }
    expect(found.near.paths.map(({ length, links }) => [length, links.length])).toEqual([[1, 2]]);
    expect(found.far.paths.map(({ length, links }) => [length, links.length])).toEqual([[3, 6]]);
    expect(found.none.outcome).toBe('NONE_WITHIN_HOPS');
    expect(found.none.reason).toMatch(/^no path of at most 2 steps .*; look further with maxHops, at most 4$/);
  });

  it('through people alone run over the records that join them, and over such records alone as are named', async () => {
    const through = (kind: string) => `paths(from: ["person/to-lam"], to: ["person/lee-jae-myung"], kind: [${kind}], first: 3) { paths { entities { kind } } }`;
    const data = (await ask(`{ people: ${through('PERSON')} none: ${through('PERSON, AGREEMENT')} }`)) as Record<
      'people' | 'none',
      { paths: { entities: { kind: string }[] }[] }
    >;
    const kinds = (found: (typeof data)['people']) => new Set(found.paths.flatMap(({ entities }) => entities.map(({ kind }) => kind)));
    expect(data.people.paths.length).toBeGreaterThan(0);
    expect(kinds(data.people)).not.toContain('COUNTRY');
    expect([...kinds(data.people)].some((kind) => ['MEETING', 'SUMMIT', 'VISIT'].includes(kind))).toBe(true);
    expect(data.none.paths).toEqual([]);
  });

  it('offer what an unknown id may mean', async () => {
    const data = await ask('{ paths(from: ["person/to-lan"], to: ["country/fr"]) { outcome unknown { id nearest { id } } paths { length } } }');
    expect(data['paths']).toMatchObject({ outcome: 'UNKNOWN_ENTITY', unknown: [{ id: 'person/to-lan', nearest: [{ id: 'person/to-lam' }] }], paths: [] });
  });

  it('offer what a short code may mean, and refuse to avoid an end', async () => {
    const data = await ask('{ paths(from: ["country/kx"], to: ["country/fr"]) { outcome unknown { nearest { id } } } }');
    const nearest = (data['paths'] as { unknown: { nearest: { id: string }[] }[] }).unknown[0]?.nearest.map(({ id }) => id);
    expect(nearest).toContain('country/kr');
    expect(await refused('{ paths(from: ["country/kr"], to: ["country/fr"], avoid: ["country/fr"]) { outcome } }')).toEqual([
      'BAD_USER_INPUT',
      'avoid: "country/fr" is also in to',
    ]);
  });

  it.each([
    ['city/versailles', 'event/korean-war', 'city/gyeongju'],
    ['city/versailles', 'person/jules-jean-louis', 'person/kim-hyoung-jin'],
    ['city/suwon', 'city/bucheon', 'event/tours-fair-2023'],
    ['person/to-lam', 'person/lee-jae-myung', 'person/emmanuel-macron'],
  ])('from %s to %s lead through %s before they lead through a country alone', async (from, to, through) => {
    const data = await ask(`{ paths(from: ["${from}"], to: ["${to}"]) { paths { entities { id } } } }`);
    const [best] = (data['paths'] as { paths: { entities: { id: string }[] }[] }).paths;
    expect(best?.entities.map(({ id }) => id)).toContain(through);
  });

  it('lead with the newest when asked for the most recent', async () => {
    const data = await ask('{ paths(from: ["country/fr"], to: ["country/kr"], first: 10, rankBy: MOST_RECENT) { paths { narrative } truncated } }');
    const { paths, truncated } = data['paths'] as { paths: { narrative: string }[]; truncated: boolean };
    expect(truncated).toBe(false);
    expect(paths[0]?.narrative).toContain('22 November 2025');
  });

  it('find whom two people both met', async () => {
    const data = await ask(`{ between(a: "person/to-lam", b: "person/lee-jae-myung") {
      shared { price } reason counterparts { truncated nodes { entity { id } recordsWithA { label } recordsWithB { label } } }
    } }`);
    const { reason, counterparts } = data['between'] as { reason: string; counterparts: { nodes: Record<string, unknown[]>[] } };
    expect(reason).toContain('no path of at most 2 steps');
    expect(counterparts.nodes).toHaveLength(1);
    expect(counterparts.nodes[0]).toMatchObject({ entity: { id: 'person/emmanuel-macron' } });
    expect(counterparts.nodes[0]?.['recordsWithA']).toContainEqual({ label: 'To Lam receives Macron in Hanoi' });
    expect(counterparts.nodes[0]?.['recordsWithB']).toContainEqual({ label: 'Lee and Macron meet in Canada' });
  });

  it('never cite a wish for what is so', async () => {
    const data = await ask('{ paths(from: ["country/fr"], to: ["country/kr"], first: 10) { paths { citations { modality } } } }');
    for (const { citations } of (data['paths'] as { paths: { citations: { modality: string }[] }[] }).paths) {
      for (const { modality } of citations) expect(['ASSERTED', 'REPORTED', 'ESTIMATED']).toContain(modality);
    }
  });

  it('refuse what cannot be asked', async () => {
    const bad = (args: string) => refused(`{ paths(${args}) { outcome } }`);
    expect(await bad('from: [], to: ["country/kr"]')).toEqual(['BAD_USER_INPUT', 'from: name at least 1 entity']);
    expect(await bad('from: ["country/fr"], to: ["country/kr"], maxHops: 100')).toEqual(['BAD_USER_INPUT', 'maxHops must be between 1 and 4, got 100']);
    expect(await bad('from: ["country/fr"], to: ["country/kr"], first: 0')).toEqual(['BAD_USER_INPUT', 'first must be between 1 and 10, got 0']);
    expect(await bad(`from: ["${'x'.repeat(500)}"], to: ["country/kr"]`)).toEqual(['BAD_USER_INPUT', expect.stringContaining('at most 120 characters')]);
    expect(await refused('{ subgraph(around: ["country/fr"], first: 201) { truncated } }')).toEqual([
      'BAD_USER_INPUT',
      'first must be between 1 and 200, got 201',
    ]);
    expect(await refused('{ timeline(of: { all: ["country/fr"] }, where: { during: { from: "2020-01-01", to: "2019-01-01" } }) { totalCount } }')).toEqual([
      'BAD_USER_INPUT',
      'during: from 2020-01-01 lies after to 2019-01-01',
    ]);
  });
});

describe('what surrounds entities in GraphQL', () => {
  it('is drawn, compared, ordered in time and counted', async () => {
    const data = await ask(`{
  subgraph(around: ["person/to-lam"], first: 30) {
    nodes {
      id
    }
    links {
      from {
        id
      }
      to {
        id
      }
      sentence
    }
    truncated
  }
  between(a: "person/emmanuel-macron", b: "person/lee-jae-myung", kind: [EVENT]) {
    direct {
      key
    }
    shared {
      entity {
        kind
      }
      withA {
        sentence
      }
      withB {
        sentence
      }
    }
    truncated
  }
  timeline(
    of: { all: ["country/fr", "country/kr"] }
    where: { kind: [PARTNERSHIP], during: { from: "2019-01-01", to: "2019-12-31" } }
  ) {
    totalCount
    unknown {
      id
    }
    edges {
      node {
        sentence
        when {
          edtf
        }
        fact {
          status
        }
      }
    }
  }
  entity(id: "country/kr") {
    neighbours {
      nodes {
        type
        field
        count
        intended
        entities(first: 2) {
          id
        }
      }
    }
  }
}`);
    const nodes = (data['subgraph'] as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
    expect(nodes[0]).toBe('person/to-lam');
    for (const { from, to } of (data['subgraph'] as { links: { from: { id: string }; to: { id: string } }[] }).links)
      expect(nodes).toEqual(expect.arrayContaining([from.id, to.id]));
    expect((data['between'] as { shared: unknown[] }).shared).toHaveLength(2);
    expect(data['timeline']).toMatchObject({ totalCount: 3, unknown: [] });
    const groups = (data['entity'] as { neighbours: { type: string; count: number }[] }).neighbours;
    expect(groups.find(({ type }) => type === 'DIPLOMATIC_RELATION')?.count).toBeGreaterThan(3);
  });

  it('is the same within a view', async () => {
    const data = await ask('{ view(source: ["source/vna-to-lam-macron-2025"]) { paths(from: ["person/to-lam"], to: ["person/lee-jae-myung"]) { outcome } } }');
    expect(data['view']).toEqual({ paths: { outcome: 'UNKNOWN_ENTITY' } });
  });
});
