import type { Content } from '../../src/graph/store.js';
import type { EntityNode, Link } from '../../src/model/graph.js';
import { random } from '../bench/generate.js';

/** A small graph of people, countries, topics and events, with hubs, parallel relationships and plans. */
export function randomGraph(seed: number, size: number): Content {
  const next = random(seed);
  const whole = (below: number) => Math.floor(next() * below);
  const kinds = ['Person', 'Person', 'Person', 'Meeting', 'Meeting', 'Summit', 'Country', 'Topic', 'Organization'];
  const entities: EntityNode[] = Array.from({ length: size }, (_none, at) => {
    const kind = kinds[at % kinds.length] ?? 'Person';
    const isEvent = kind === 'Meeting' || kind === 'Summit';
    const slug = isEvent ? 'event' : kind.toLowerCase();
    const id = `${slug}/n${String(whole(90) + 10)}x${String(at)}`;
    return {
      id,
      kind,
      label: id,
      labels: isEvent ? [kind, 'Event'] : [kind],
      intended: false,
      columns: { sortLabel: id, sortDate: '', terms: [id], within: [], involves: [] },
    };
  });
  const of = (...wanted: string[]) => entities.filter(({ kind }) => wanted.includes(kind));
  const pick = (items: readonly EntityNode[]) => {
    // The square makes the first ones hubs.
    const found = items[Math.floor(next() * next() * items.length)];
    if (!found) throw new Error('nothing to pick from');
    return found.id;
  };
  const [people, events, states, topics, bodies] = [of('Person'), of('Meeting', 'Summit'), of('Country'), of('Topic'), of('Organization')];
  const links = new Map<string, Link>();
  const join = (type: string, from: string, to: string) => {
    if (from === to) return;
    const key = `${type}|${from}|${to}|`;
    const at = next() < 0.7 ? `${String(1990 + whole(30))}-0${String(1 + whole(9))}-1${String(whole(9))}` : '';
    links.set(key, { key, type, from, to, intended: next() < 0.15, at, columns: {} });
  };
  for (let at = 0; at < size * 2; at += 1) {
    const dice = next();
    if (dice < 0.45) join('TOOK_PART', pick([...people, ...states]), pick(events));
    else if (dice < 0.6) join('CONCERNS', pick(events), pick([...topics, ...states, ...people]));
    else if (dice < 0.7) join('AFFILIATED_WITH', pick(people), pick([...bodies, ...states]));
    else if (dice < 0.8) join('HELD_IN', pick(events), pick(states));
    else if (dice < 0.9) join('PART_OF', pick(events), pick(events));
    else if (dice < 0.95) join('ALLIED_WITH', pick(people), pick(people));
    else join('DIPLOMATIC_RELATION', pick(states), pick(states));
  }
  return { entities, links: [...links.values()], claims: [] };
}
