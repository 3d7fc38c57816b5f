import type { Content } from '../../src/graph/store.js';
import { factKey, type Claim } from '../../src/model/claim.js';
import type { EntityNode, Link } from '../../src/model/graph.js';
import { PLAIN_CLAIM } from '../plain-claim.js';

/** Relationships of each type at the hub. */
export const SIZE = 20_000;
const CLAIMS = 2_000;

function entity(id: string, kind: string, lineage: readonly string[], day: string): EntityNode {
  const name = id.slice(id.indexOf('/') + 1);
  const columns = { sortLabel: name, sortDate: day, terms: [name], within: [], involves: [], contexts: ['PEACE', 'TRADE'] };
  return { id, kind, label: name, labels: [kind, ...lineage], intended: false, columns };
}

/** A hundred events share each day. */
function day(index: number): string {
  return new Date(Date.UTC(1990, 0, 1 + Math.floor(index / 100))).toISOString().slice(0, 10);
}

function eventId(index: number): string {
  return `event/e${String(index).padStart(5, '0')}`;
}

export function cityId(index: number): string {
  return `city/c${String(index).padStart(5, '0')}`;
}

export function eventOf(index: number): EntityNode {
  return entity(eventId(index), 'Summit', ['Event'], day(index));
}

/** A relationship at the hub: dated, undated and ending there, or symmetric with the hub now first, now second. */
export function linkOf(index: number, type: string): Link {
  const ends: Record<string, [string, string]> = {
    TOOK_PART: ['country/hub', eventId(index)],
    LOCATED_IN: [cityId(index), 'country/hub'],
    DIPLOMATIC_RELATION: index % 2 === 0 ? ['country/hub', cityId(index)] : [cityId(index), 'country/hub'],
  };
  const [from, to] = ends[type] ?? ['', ''];
  const at = type === 'LOCATED_IN' ? '' : day(index);
  return { key: factKey(type, from, to, ''), type, from, to, intended: false, at, columns: { role: 'HOST', whenEarliest: at } };
}

export function claimOf(index: number): Claim {
  const { key, from, to, type } = linkOf(index, 'TOOK_PART');
  const start = index * 10;
  return {
    id: `claim/${String(index)}`,
    factKey: key,
    subject: from,
    predicate: type,
    object: to,
    value: null,
    ...PLAIN_CLAIM,
    source: 'source/big',
    spans: [{ start, end: start + 9 }],
    summary: 'It was there.',
  };
}

/** A country with so many relationships of three types, and a source with many claims. */
export function hub(): Content {
  const all = Array.from({ length: SIZE }, (_, index) => index);
  return {
    entities: [
      entity('country/hub', 'Country', [], ''),
      entity('source/big', 'Source', [], '2020-01-01'),
      ...all.map(eventOf),
      ...all.map((index) => entity(cityId(index), 'City', [], '')),
    ],
    links: ['TOOK_PART', 'LOCATED_IN', 'DIPLOMATIC_RELATION'].flatMap((type) => all.map((index) => linkOf(index, type))),
    claims: all.slice(0, CLAIMS).map(claimOf),
  };
}
