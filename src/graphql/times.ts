import type { ObjectRef } from '@pothos/core';
import type { ClaimTime } from '../model/claim.js';
import type { Time } from '../model/edtf.js';
import { shownBound } from '../model/values.js';
import type { Builder, Types } from './builder.js';

/** A time as it is told: of a claim, with the words that it was made of. */
export type Told = Time & Partial<Pick<ClaimTime, 'asWritten' | 'rule'>>;

/** Publishes how times are told everywhere. */
export function publishWhen(builder: Builder): ObjectRef<Types, Told> {
  return builder.objectRef<Told>('When').implement({
    description: 'A time, no more precise than its source.',
    fields: (t) => ({
      edtf: t.expose('edtf', { type: 'EDTF', description: 'The time in EDTF.' }),
      earliest: t.field({
        type: 'Date',
        nullable: true,
        description: 'The first day it can be; absent when open.',
        resolve: (time) => shownBound(time.earliest),
      }),
      latest: t.field({ type: 'Date', nullable: true, description: 'The last day it can be; absent when open.', resolve: (time) => shownBound(time.latest) }),
      asWritten: t.string({
        nullable: true,
        description: 'The words of the source, where they say it in another way.',
        resolve: (time) => time.asWritten ?? null,
      }),
      rule: t.string({ nullable: true, description: 'How the words were resolved to a date.', resolve: (time) => time.rule ?? null }),
    }),
  });
}
