import type { Change } from '../graph/store.js';

/** What changes do, entity by entity and claim by claim, with a last line of counts; those of one entity stand together. */
export function* reportChanges(changes: Iterable<Change>): Generator<string> {
  const counts = { '+': 0, '~': 0, '-': 0 };
  let entity = '';
  for (const change of changes) {
    if (change.home !== entity) yield change.home;
    entity = change.home;
    yield `  ${change.mark} ${textOf(change)}`;
    counts[change.mark] += 1;
  }
  yield `${String(counts['+'])} added, ${String(counts['~'])} changed, ${String(counts['-'])} removed`;
}

function textOf(change: Change): string {
  if (change.sort === 'links') return change.item.key;
  if (change.sort === 'claims') return `${change.item.source}: ${change.item.summary}`;
  return `${change.item.label}${change.item.intended ? ' (intended)' : ''}`;
}
