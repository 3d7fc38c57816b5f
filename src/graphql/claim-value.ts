import type { ObjectRef } from '@pothos/core';
import { valueText, type Claim } from '../model/claim.js';
import { timeValue, type Time } from '../model/edtf.js';
import { scriptOf } from '../model/text.js';
import type { Value } from '../model/value.js';
import { COMPARATORS, type Name, type Quantity } from '../model/values.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { publishEnum, type Builder, type ChoiceRef, type EntityRef, type Types } from './builder.js';
import type { Scope } from './scope.js';
import type { Told } from './times.js';

/** A value of a claim by its parts; those that its sort does not have are absent. */
interface ClaimValue extends Partial<Quantity>, Partial<Name> {
  readonly scope: Scope;
  readonly when?: Time | null;
  readonly reference?: string;
}

/** The value that a claim states, by the sort that the vocabulary declares; null for a relationship. */
export function claimValue(scope: Scope, claim: Claim): ClaimValue | null {
  const { value } = claim;
  if (value === null) return null;
  switch (declared(scope.vocabulary, claim)?.sort) {
    case 'time':
      return { scope, when: timeValue(value) };
    case 'integer':
    case 'decimal':
      return { scope, amount: Number(value) };
    case 'reference':
      return { scope, reference: valueText(value) ?? '' };
    case 'name':
    case 'quantity':
      return { scope, ...(value as object) };
    default:
      return { scope, text: valueText(value) ?? '' };
  }
}

function declared(vocabulary: Vocabulary, { subject, predicate }: Claim): Value | undefined {
  const root = vocabulary.rootOf(subject);
  const kinds = root ? [root, ...vocabulary.concrete(root)] : [];
  return kinds.map((kind) => vocabulary.property(kind, predicate)).find((found) => found !== undefined);
}

/** Publishes the values of claims by their parts. */
export function publishClaimValue(
  { builder, entity }: { readonly builder: Builder; readonly entity: EntityRef },
  when: ObjectRef<Types, Told>,
): { readonly value: ObjectRef<Types, ClaimValue>; readonly comparator: ChoiceRef } {
  const comparator = publishEnum(builder, 'Comparator', 'How a stated number hedges.', COMPARATORS);
  const value = builder.objectRef<ClaimValue>('ClaimValue').implement({
    description: 'A value by its parts: a time, a number with its unit and hedge, words with their language, or an entity; the other parts are absent.',
    fields: (t) => ({
      text: t.string({ nullable: true, description: 'Words: a text, a name, one of a list of values.', resolve: ({ text }) => text ?? null }),
      lang: t.string({ nullable: true, description: 'The language of a name (BCP 47).', resolve: ({ lang }) => lang ?? null }),
      script: t.string({ nullable: true, description: 'Its script (ISO 15924).', resolve: ({ lang, text }) => (lang && text ? scriptOf(text) : null) }),
      when: t.field({ type: when, nullable: true, description: 'A time.', resolve: (it) => it.when ?? null }),
      amount: t.float({ nullable: true, description: 'A number.', resolve: ({ amount }) => amount ?? null }),
      unit: t.string({ nullable: true, description: 'Of what, for a figure.', resolve: ({ unit }) => unit ?? null }),
      measure: t.string({ nullable: true, description: 'What a figure measures.', resolve: ({ measure }) => measure ?? null }),
      comparator: t.field({ type: comparator, nullable: true, description: 'How a figure hedges.', resolve: (it) => it.comparator ?? null }),
      entity: t.field({
        type: entity,
        nullable: true,
        description: 'An entity.',
        resolve: ({ scope, reference }) => (reference === undefined ? null : scope.entity(reference)),
      }),
    }),
  });
  return { value, comparator };
}
