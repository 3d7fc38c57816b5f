import type { Counterpart, Counterparts } from '../graph/between.js';
import { MOST_PATHS } from '../graph/paths.js';
import { atMost } from './price.js';
import type { Publisher } from './publisher.js';
import type { Scope } from './scope.js';

/** How many records are told that join somebody to one of the two. */
const MOST_RECORDS = 20;

interface CounterpartHandle extends Counterpart {
  readonly scope: Scope;
}

/** Publishes the type of those whom records join to both of two entities. */
export function publishCounterparts({ builder, entity }: Publisher) {
  const all = ({ scope }: CounterpartHandle, ids: readonly string[]) =>
    Promise.all(ids.slice(0, MOST_RECORDS).map((id) => scope.entity(id))).then((found) => found.filter((subject) => subject !== null));
  const counterpart = builder.objectRef<CounterpartHandle>('Counterpart').implement({
    description: 'Somebody of the same kind as the two whom records join to both: whom both met, spoke to or signed with.',
    fields: (t) => ({
      entity: t.field({ type: entity, nullable: true, description: 'Who it is.', resolve: ({ scope, id }) => scope.entity(id) }),
      price: t.float({ description: 'As a path that avoids hubs: the less, the more it says.', resolve: ({ price }) => price }),
      recordsWithA: t.field({
        type: [entity],
        extensions: atMost(MOST_RECORDS),
        description: 'Events and other records that join it to the first.',
        resolve: (handle) => all(handle, handle.withA),
      }),
      recordsWithB: t.field({
        type: [entity],
        extensions: atMost(MOST_RECORDS),
        description: 'Events and other records that join it to the second.',
        resolve: (handle) => all(handle, handle.withB),
      }),
    }),
  });
  return builder.objectRef<Counterparts & { scope: Scope }>('Counterparts').implement({
    description: 'Those whom records join to both of two entities, most telling first.',
    fields: (t) => ({
      nodes: t.field({
        extensions: atMost(MOST_PATHS),
        type: [counterpart],
        description: 'Who they are.',
        resolve: ({ scope, counterparts: found }) => found.map((item) => ({ ...item, scope })),
      }),
      truncated: t.boolean({ description: 'Whether there may be more.', resolve: ({ truncated }) => truncated }),
      reason: t.string({ nullable: true, description: 'Why there may be more, or why there are none.', resolve: ({ reason }) => reason }),
    }),
  });
}
