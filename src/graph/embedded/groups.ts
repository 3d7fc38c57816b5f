import { push } from '../../model/groups.js';
import { eachInSteps, STRIDE, type Steps } from '../../model/steps.js';

/** Members by key, in typed arrays: the slice of `members` that belongs to the group in a slot. The keys themselves are not held. */
export interface GroupTable {
  /** Number of a group, and one, by the hash of its key; 0 where there is none. Its length is a power of two. */
  readonly slots: Uint32Array;
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/** Groups numbers from 0 on by their keys, each group in the order of its numbers; what has no key is in none. */
export function* groupTable(length: number, key: (number: number) => string | null): Steps<GroupTable> {
  const groups = new Map<string, number[]>();
  for (let number = 0; number < length; number += 1) {
    if (number % STRIDE === STRIDE - 1) yield;
    const own = key(number);
    if (own !== null) push(groups, own, number);
  }
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * groups.size + 1)));
  const starts = new Uint32Array(groups.size + 1);
  const members = new Uint32Array([...groups.values()].reduce((sum, group) => sum + group.length, 0));
  let group = 0;
  yield* eachInSteps(groups, ([own, numbers]) => {
    members.set(numbers, starts[group]);
    starts[group + 1] = (starts[group] ?? 0) + numbers.length;
    let slot = hash(own) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    group += 1;
    slots[slot] = group;
  });
  return { slots, starts, members };
}

const NONE = new Uint32Array();

/** The members of a group; `keyOf` tells the key of a member. */
export function membersOf({ slots, starts, members }: GroupTable, key: string, keyOf: (member: number) => string | null): Uint32Array {
  for (let slot = hash(key) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
    const group = slots[slot] ?? 0;
    if (group === 0) return NONE;
    const found = members.subarray(starts[group - 1], starts[group]);
    if (keyOf(found[0] ?? 0) === key) return found;
  }
}

/** FNV-1a of UTF-16 code units, its bits mixed once more (G. Fowler, L. C. Noll, K.-P. Vo). */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state ^ (state >>> 15)) >>> 0;
}
