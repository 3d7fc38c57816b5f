import { parseTime } from '../model/edtf.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Block, Mapping } from './mapping.js';
import type { Run } from './row-work.js';
import type { Spec } from './shape.js';

/** What is told of a time behind the day of the import. */
export const LIES_AHEAD = 'lies in the future';

/** The last day of which a set can tell: that of the time it covers, else the day of the import. */
export function untilOf(mapping: Mapping, today: string): Run['until'] {
  const { covered } = mapping.spec;
  const end = covered === undefined ? undefined : parseTime(covered)?.latest;
  return end === undefined ? { day: today, reason: LIES_AHEAD } : { day: end, reason: `lies after the time that the set covers, ${String(covered)}` };
}

/** Names of all kinds that a mapping looks up. */
export function kindsSought(vocabulary: Vocabulary, mapping: Mapping): ReadonlySet<string> {
  return new Set(findsIn(mapping).flatMap(({ find }) => kindsOf(vocabulary, find)));
}

/** Whether it looks things up by what they are linked with. */
export function looksByLinks(mapping: Mapping): boolean {
  return findsIn(mapping).some(({ of }) => of !== undefined);
}

function findsIn({ rows }: Mapping): Spec<'find'>[] {
  return findsOf(rows.map(({ block }) => block));
}

/** What blocks look up, at any depth. */
function findsOf(blocks: readonly Block[]): Spec<'find'>[] {
  return blocks.flatMap(({ lets, each }) => [
    ...[...lets.values()].flatMap(({ verb, spec }) => (verb === 'find' ? [spec as Spec<'find'>] : [])),
    ...findsOf(each),
  ]);
}

function kindsOf(vocabulary: Vocabulary, name: string): string[] {
  const kind = vocabulary.kind(name);
  return kind ? [kind, ...vocabulary.concrete(kind)].map((item) => item.name) : [];
}
