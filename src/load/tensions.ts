import { reidentified, storedEnds, type Claim } from '../model/claim.js';
import { asJson, parseReference, type ClaimReference, type Tension, type TensionKind } from '../model/tension.js';
import { groupBy } from '../model/groups.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { SourceFile } from './shapes.js';
import type { Path, YamlFile } from './yaml-file.js';

/** A source file whose shape is right. */
export interface ShapedFile {
  readonly file: YamlFile;
  readonly seed: SourceFile;
}

/**
 * Hangs each tension on the first claim of its first side. A reference that no claim answers is a problem, unless some
 * claims could not be read; so is one to what is inferred alone, which no rule looks at, so that the tension would not show.
 */
export function withTensions(vocabulary: Vocabulary, files: readonly ShapedFile[], claims: readonly Claim[], isWhole: boolean): readonly Claim[] {
  const places = groupBy(claims, (claim) => placeOf({ ...claim, start: claim.spans[0]?.start ?? 0, end: claim.spans[0]?.end ?? 0 }));
  const hung = new Map<Claim, Tension[]>();
  const ids = new Set<string>();
  for (const { file, seed } of files) {
    for (const [index, { id, kind, says, sides }] of (seed.tensions ?? []).entries()) {
      const path: Path = ['tensions', index];
      if (ids.has(id)) file.refuse([...path, 'id'], `the tension "${id}" stands twice`);
      ids.add(id);
      const read = sides.map((side, at) => ({
        says: side.says,
        claims: side.claims.flatMap((text, nth): ClaimReference[] => {
          const written = parseReference(text, seed.source.id);
          const reference = written && stored(vocabulary, written);
          const found = (reference && places.get(placeOf(reference))) ?? [];
          const where: Path = [...path, 'sides', at, 'claims', nth];
          if (reference === null || (found.length === 0 && isWhole)) file.refuse(where, `no claim stands at "${text}"`);
          if (found.length > 0 && found.every(({ basis }) => basis === 'INFERRED'))
            file.refuse(where, `"${text}" is inferred: a tension is of what sources state`);
          return reference !== null && found.length > 0 ? [reference] : [];
        }),
      }));
      const [anchor] = read[0]?.claims.flatMap((reference) => places.get(placeOf(reference)) ?? []) ?? [];
      if (anchor) hung.set(anchor, [...(hung.get(anchor) ?? []), { id, kind: kind as TensionKind, says, sides: read }]);
    }
  }
  return claims.map((claim) => {
    const own = hung.get(claim);
    if (!own) return claim;
    return reidentified({ ...claim, tensions: asJson(own) });
  });
}

function placeOf({ source, start, end, subject, predicate, object }: ClaimReference): string {
  return [source, start, end, subject, predicate, object].join('|');
}

/** With its ends in the order that they are stored in. */
function stored(vocabulary: Vocabulary, reference: ClaimReference): ClaimReference {
  const relationship = vocabulary.relationship(reference.predicate);
  if (!relationship || reference.object === null) return reference;
  const [subject, object] = storedEnds(relationship, reference.subject, reference.object);
  return { ...reference, subject, object };
}
