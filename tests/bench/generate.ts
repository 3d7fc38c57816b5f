import type { EntityNode, Link } from '../../src/model/graph.js';

/** A large invented world, the same for the same size and seed: some 0.35 entities for each relationship. */
export interface World {
  /** Relationships, about. */
  readonly size: number;
  readonly seed: number;
  /** Countries; the n-th has a share of the events in proportion to 1/n, so the first are hubs. */
  readonly countries: number;
}

export const WORLDS = {
  small: { size: 10_000, seed: 6, countries: 20 },
  medium: { size: 100_000, seed: 6, countries: 40 },
  large: { size: 1_000_000, seed: 6, countries: 60 },
} as const satisfies Record<string, World>;

/** What is written: entities first, each relationship after both its ends. */
export type Item = { readonly entity: EntityNode } | { readonly link: Link };

const KINDS = ['Meeting', 'Summit', 'Visit', 'Gathering'];

/** Numbers from 0 to 1, the same for the same seed (Mulberry32, T. Ettinger 2017). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function entity(id: string, kind: string, labels: readonly string[], label: string, date = '', involves: readonly string[] = []): EntityNode {
  const sortLabel = label.toLowerCase();
  const dated = date === '' ? {} : { when: date, whenEarliest: date, whenLatest: date, whenHeldFrom: date, whenHeldUntil: date, whenYear: date.slice(0, 4) };
  return {
    id,
    kind,
    label,
    labels: [kind, ...labels],
    intended: false,
    columns: {
      ...dated,
      sortLabel,
      sortDate: date,
      terms: [sortLabel],
      spellings: [sortLabel.replaceAll(' ', '')],
      within: [],
      involves: [...involves].sort(),
    },
  };
}

function link(type: string, from: string, to: string, at = ''): Link {
  return { key: `${type}|${from}|${to}|`, type, from, to, intended: false, at, columns: {} };
}

/** The world, item by item, in constant memory. */
export function* generate({ size, seed, countries }: World): Generator<Item> {
  const next = random(seed);
  const whole = (below: number) => Math.floor(next() * below);
  const harmonic = Array.from({ length: countries }, (_none, at) => 1 / (at + 1)).reduce((sum, share) => sum + share, 0);
  const country = () => {
    let rest = next() * harmonic;
    for (let at = 0; at < countries; at += 1) {
      rest -= 1 / (at + 1);
      if (rest <= 0) return `country/c${String(at)}`;
    }
    return 'country/c0';
  };
  const counts = {
    event: Math.round(size / 8),
    person: Math.round(size / 5),
    city: Math.round(size / 200) + 2,
    organization: Math.round(size / 100) + 2,
    topic: Math.round(size / 500) + 2,
  };
  for (let at = 0; at < countries; at += 1) yield { entity: entity(`country/c${String(at)}`, 'Country', [], `Country ${String(at)}`) };
  for (let at = 0; at < counts.topic; at += 1) yield { entity: entity(`topic/t${String(at)}`, 'Topic', [], `Topic ${String(at)}`) };
  for (let at = 0; at < counts.city; at += 1) {
    yield { entity: entity(`city/y${String(at)}`, 'City', [], `City ${String(at)}`) };
    yield { link: link('LOCATED_IN', `city/y${String(at)}`, country()) };
  }
  for (let at = 0; at < counts.organization; at += 1) {
    yield { entity: entity(`organization/o${String(at)}`, 'Organization', [], `Body ${String(at)}`) };
    yield { link: link('LOCATED_IN', `organization/o${String(at)}`, `city/y${String(whole(counts.city))}`) };
  }
  for (let at = 0; at < counts.person; at += 1) {
    yield { entity: entity(`person/p${String(at)}`, 'Person', [], `Person ${String(at)}`) };
    yield { link: link('AFFILIATED_WITH', `person/p${String(at)}`, next() < 0.3 ? country() : `organization/o${String(whole(counts.organization))}`) };
  }
  for (let at = 0; at < counts.event; at += 1) {
    const id = `event/e${String(at)}`;
    const day = `${String(1950 + whole(75))}-${String(1 + whole(12)).padStart(2, '0')}-${String(1 + whole(28)).padStart(2, '0')}`;
    const kind = KINDS[whole(KINDS.length)] ?? 'Meeting';
    const people = Array.from({ length: 2 + whole(3) }, () => `person/p${String(whole(counts.person))}`);
    const parties = new Set([...people, country(), country()]);
    yield { entity: entity(id, kind, ['Event'], `Event ${String(at)}`, day, [...parties]) };
    for (const party of parties) yield { link: link('TOOK_PART', party, id, day) };
    yield { link: link('HELD_IN', id, `city/y${String(whole(counts.city))}`, day) };
    if (next() < 0.5) yield { link: link('CONCERNS', id, `topic/t${String(whole(counts.topic))}`, day) };
  }
  for (let at = 0; at < countries; at += 1) {
    for (let other = at + 1; other < countries; other += 1) {
      if (next() < 0.5)
        yield { link: link('DIPLOMATIC_RELATION', `country/c${String(at)}`, `country/c${String(other)}`, `${String(1800 + whole(200))}-01-01`) };
    }
  }
}

/** Two countries of `size` relationships each that hold events together now and then: the worst ends for a path. */
export function* generateHubs(size: number, seed: number): Generator<Item> {
  const next = random(seed);
  for (const id of ['country/a', 'country/b']) yield { entity: entity(id, 'Country', [], id) };
  yield { link: link('DIPLOMATIC_RELATION', 'country/a', 'country/b', '1886-06-04') };
  for (let at = 0; at < 2 * size; at += 1) {
    const id = `event/e${String(at)}`;
    const day = `${String(1950 + Math.floor(next() * 75))}-01-01`;
    yield { entity: entity(id, 'Meeting', ['Event'], `Event ${String(at)}`, day) };
    yield { link: link('TOOK_PART', at % 2 === 0 ? 'country/a' : 'country/b', id, day) };
    if (next() < 0.001) yield { link: link('TOOK_PART', at % 2 === 0 ? 'country/b' : 'country/a', id, day) };
  }
}
