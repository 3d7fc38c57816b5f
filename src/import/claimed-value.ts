import type { Json } from '../model/claim.js';
import { COMMON, type Vocabulary } from '../model/vocabulary.js';
import { isBad, isEmpty, type Bad, type Good, type Names } from './bound.js';
import { filled } from './made.js';
import type { ClaimPlan } from './mapping.js';
import { typed } from './typed.js';

/** The sort of values that a property has, whatever kind has it. */
export function sortOf(vocabulary: Vocabulary, { predicate }: ClaimPlan): string | undefined {
  const sorts = vocabulary.kinds.map((kind) => vocabulary.property(kind, predicate)?.sort);
  return Object.hasOwn(COMMON, predicate) ? undefined : sorts.find((sort) => sort !== undefined);
}

/** The value of a claim as its property has it, and what it was made of; null where the row has nothing to say. */
export function valueOf(vocabulary: Vocabulary, plan: ClaimPlan, names: Names, used: Good[]): Json | Bad {
  const value = leaves(plan.value, names, used);
  return typeof value === 'string' ? typed(sortOf(vocabulary, plan), value) : value;
}

/** Whether a value could not be had. */
export function isFault(value: Json | Bad): value is Bad {
  return typeof value === 'object' && value !== null && 'fault' in value;
}

function leaves(leaf: unknown, names: Names, used: Good[]): Json | Bad {
  if (typeof leaf === 'string') {
    const bound = filled(leaf, names);
    if (isBad(bound)) return bound;
    used.push(bound);
    return isEmpty(bound) ? null : bound.value;
  }
  if (typeof leaf !== 'object' || leaf === null) return leaf as Json;
  const parts: [string, Json][] = [];
  for (const [key, inner] of Object.entries(leaf)) {
    const part = leaves(inner, names, used);
    if (part === null || isFault(part)) return part;
    parts.push([key, key === 'amount' ? Number(part) : part]);
  }
  return Object.fromEntries(parts);
}
