import type { EntityNode } from '../../model/graph.js';
import { eachInSteps, sortedInSteps, type Steps } from '../../model/steps.js';
import { compareText } from '../../model/text.js';
import type { Sort } from '../store.js';

/** Entities of each label in each order, by number: those that are so, and those planned or hoped for, apart. */
export interface ListTable {
  /** Label, whether intended, and order, of each list. */
  readonly listNames: readonly string[];
  /** The slice of `members` that belongs to each list starts here. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  /** The labels of each entity, as the number of a set of labels. */
  readonly labelSets: readonly string[];
  readonly sets: Uint16Array;
}

const SORTS: readonly Sort[] = ['sortLabel', 'sortDate'];

export function* listTable(entities: readonly EntityNode[]): Steps<ListTable> {
  const lists = new Map<string, number[]>();
  for (const sort of SORTS) {
    const keys = entities.map(({ columns }) => String(columns[sort] ?? ''));
    const order = yield* sortedInSteps(
      entities.keys(),
      (a, b) => compareText(keys[a] ?? '', keys[b] ?? '') || compareText(entities[a]?.id ?? '', entities[b]?.id ?? ''),
    );
    yield* eachInSteps(order, (number) => {
      const { labels = [], intended = false } = entities[number] ?? {};
      for (const label of labels) {
        const name = listName(label, intended, sort);
        const list = lists.get(name);
        if (list) list.push(number);
        else lists.set(name, [number]);
      }
    });
  }
  const starts = new Uint32Array(lists.size + 1);
  const members = new Uint32Array([...lists.values()].reduce((sum, list) => sum + list.length, 0));
  for (const [at, list] of [...lists.values()].entries()) {
    members.set(list, starts[at]);
    starts[at + 1] = (starts[at] ?? 0) + list.length;
  }
  const setNumbers = new Map<string, number>();
  const sets = new Uint16Array(entities.length);
  yield* eachInSteps(entities, ({ labels }, at) => {
    const set = `|${labels.join('|')}|`;
    const number = setNumbers.get(set) ?? setNumbers.size;
    setNumbers.set(set, number);
    sets[at] = number;
  });
  return { listNames: [...lists.keys()], starts, members, labelSets: [...setNumbers.keys()], sets };
}

/** Numbers of the entities of a label, in order. */
export function membersOfList({ listNames, starts, members }: ListTable, label: string, intended: boolean, sort: Sort): Uint32Array {
  const at = listNames.indexOf(listName(label, intended, sort));
  return at < 0 ? new Uint32Array() : members.subarray(starts[at], starts[at + 1]);
}

/** Tells which entities have a label; all, where none is asked for. */
export function withLabel({ labelSets, sets }: ListTable, label: string): (entity: number) => boolean {
  const has = labelSets.map((set) => label === '' || set.includes(`|${label}|`));
  return (entity) => has[sets[entity] ?? 0] === true;
}

function listName(label: string, intended: boolean, sort: Sort): string {
  return [label, String(intended), sort].join('|');
}
