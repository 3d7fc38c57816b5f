import type { Lens } from '../model/lens.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { nearHint } from './near-misses.js';
import type { GraphReader } from './store.js';

/** Why a lens cannot be looked through: it names what is not there, or what says nothing. */
export interface RefusedName {
  readonly id: string;
  /** Whether there is nothing of this id; else the argument is no party. */
  readonly isUnknown: boolean;
  readonly reason: string;
}

/** Checks the sources and the party that a lens names; null when all are there and can say something. */
export async function refusedName(
  vocabulary: Vocabulary,
  reader: GraphReader,
  { sources, except, accordingTo: party }: Pick<Lens, 'sources' | 'except' | 'accordingTo'>,
): Promise<RefusedName | null> {
  const named = [...(sources ?? []), ...except];
  if (named.length === 0 && party === null) return null;
  const isSource = (kind: string | undefined) => Object.values(vocabulary.kind(kind ?? '')?.properties ?? {}).some(({ given }) => given);
  const isParty = (kind: string | undefined) => kind !== undefined && !isSource(kind) && vocabulary.kind(kind)?.record === false;
  const found = await reader.entities([...named, ...(party === null ? [] : [party])]);
  const stranger = named.find((id) => !isSource(found.get(id)?.kind));
  if (stranger !== undefined) {
    const near = await nearHint(vocabulary, reader, stranger, ({ kind }) => isSource(kind));
    return { id: stranger, isUnknown: true, reason: ` among the sources${near}` };
  }
  if (party === null || isParty(found.get(party)?.kind)) return null;
  if (found.has(party)) return { id: party, isUnknown: false, reason: 'says nothing; name a person, body, country or city' };
  return { id: party, isUnknown: true, reason: ` among the parties${await nearHint(vocabulary, reader, party, ({ kind }) => isParty(kind))}` };
}
