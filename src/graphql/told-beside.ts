import { nearMisses } from '../graph/near-misses.js';
import { searchNames } from '../graph/search.js';
import { spelt } from '../model/spellings.js';
import { slug } from '../model/vocabulary.js';
import type { Scope } from './scope.js';

/** How many names are looked up, and how many entities are offered for one. */
const MOST_NAMES = 5;
const MOST_NEAREST = 3;

/** How many near misses are looked among for those of the kind. */
const MOST_NEAR = 20;

interface Unnamed {
  readonly named: string;
  /** Ids of what may be meant. */
  readonly nearest: readonly string[];
}

/** What the extensions of an answer tell of what was asked for: former ids, and names that nothing has. */
export async function toldBeside(scope: Scope, data: unknown): Promise<Readonly<Record<string, unknown>>> {
  const moved = [...scope.notes.moved].map(([from, to]) => ({ from, to }));
  const asked = [...scope.notes.named].flatMap(([name, labels]) => [...labels].map((label) => ({ name, label }))).slice(0, MOST_NAMES);
  // Where a name finds something, no list is empty for it, and nothing more is asked.
  const looked = asked.length > 0 && isEmptySomewhere(data) ? await Promise.all(asked.map(async ({ name, label }) => lookUp(scope, name, label))) : [];
  const unnamed = looked.filter((found) => found !== null);
  return { ...(moved.length > 0 ? { moved } : {}), ...(unnamed.length > 0 ? { unnamed } : {}) };
}

async function lookUp({ vocabulary, plain }: Scope, name: string, label: string): Promise<Unnamed | null> {
  const found = (await searchNames(vocabulary, plain, name, [label])).map(({ entity }) => entity);
  const wanted = spelt(name);
  const isSo = found.some(({ columns }) => [columns['spellings'] ?? []].flat().some((spelling) => wanted.includes(String(spelling))));
  if (isSo) return null;
  const kind = vocabulary.kind(label);
  const id = `${kind ? `${slug(kind)}/` : ''}${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  const near = found.length > 0 ? found : (await nearMisses(vocabulary, plain, id, MOST_NEAR)).filter(({ labels }) => !kind || labels.includes(kind.name));
  return { named: name, nearest: near.slice(0, MOST_NEAREST).map((entity) => entity.id) };
}

/** Whether a list or a number of an answer is empty. */
function isEmptySomewhere(data: unknown): boolean {
  if (data === 0) return true;
  if (typeof data !== 'object' || data === null) return false;
  const inner = Object.values(data);
  return (Array.isArray(data) && inner.length === 0) || inner.some(isEmptySomewhere);
}
