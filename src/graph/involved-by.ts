import { describedBy } from '../model/ends.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { among, LensUnavailable, readClaims } from './read-claims.js';
import { qualifierSides, type ClaimSide, type GraphReader } from './store.js';

/**
 * The entities that may involve any of some under some lens: those that claims of involving types describe which name
 * them, or what lies in them. Null where it would take more than `most` claims of a side to tell.
 */
export async function involvedBy(vocabulary: Vocabulary, reader: GraphReader, ids: readonly string[], most: number): Promise<readonly string[] | null> {
  const typesOf = (wanted: 'involves' | 'nests') => vocabulary.relationships.filter((relationship) => relationship[wanted]).map(({ type }) => type);
  const read = (side: ClaimSide, of: readonly string[], types: readonly string[]) =>
    readClaims(reader, { side, ids: of, filter: among('predicate', types) }, most);
  try {
    const inside = new Set(ids);
    for (let frontier = [...ids]; frontier.length > 0;) {
      const inner = (await read('object', frontier, typesOf('nests'))).map(({ subject }) => subject).filter((id) => !inside.has(id));
      frontier = [...new Set(inner)];
      for (const id of frontier) inside.add(id);
      if (inside.size > most) return null;
    }
    const found = new Set<string>();
    for (const side of ['subject', 'object', ...qualifierSides(vocabulary)] as const) {
      for (const { predicate, subject, object } of await read(side, [...inside], typesOf('involves'))) {
        const relationship = vocabulary.relationship(predicate);
        if (relationship && object !== null) found.add(describedBy(relationship, subject, object));
      }
    }
    return found.size > most ? null : [...found];
  } catch (error) {
    if (error instanceof LensUnavailable) return null;
    throw error;
  }
}
