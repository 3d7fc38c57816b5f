import type { Named } from './named.ts';

/** Something that was found by what it is called, with its names and aliases as far as they were asked for. */
export interface Found extends Named {
  readonly names: { readonly nodes: readonly { readonly text: string }[] };
}

/** Of what was found for a text, what is called just so. */
export function calledSo<T extends Found>(found: readonly T[], text: string): T[] {
  return found.filter((one) => callsOf(one).some((call) => isAlike(call, text)));
}

/** Whether something that was found is called by what begins with a text. */
export function beginsLike(found: readonly Found[], text: string): boolean {
  return found.some((one) => callsOf(one).some((call) => isAlike(call.slice(0, text.length), text)));
}

function callsOf({ name, label, names }: Found): string[] {
  return [name, label, ...names.nodes.map(({ text }) => text)];
}

/** Whether two texts are the same but for capitals and accents. */
function isAlike(one: string, other: string): boolean {
  return other !== '' && one.localeCompare(other, undefined, { sensitivity: 'base' }) === 0;
}
