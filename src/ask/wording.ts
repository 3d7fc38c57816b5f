/** A wording of a question with slots, such as `Who met {person: Person} in {place: Place}?`. */
export interface Wording {
  readonly text: string;
  /** Text and slots in turn. */
  readonly parts: readonly (string | Slot)[];
  readonly slots: readonly Slot[];
}

/** Names a variable and what fills it: a kind, or one of Entity, Place, Period, Day, Text. */
export interface Slot {
  readonly variable: string;
  readonly type: string;
}

export const PERIOD = 'Period';
export const DAY = 'Day';
export const TEXT = 'Text';
export const ANYTHING = 'Entity';
export const PLACE = 'Place';

const SLOT = /\{\s*(\w+)\s*:\s*(\w+)\s*\}/g;

export function parseWording(text: string): Wording {
  const parts: (string | Slot)[] = [];
  let at = 0;
  for (const found of text.matchAll(SLOT)) {
    const [whole, variable = '', type = ''] = found;
    parts.push(text.slice(at, found.index), { variable, type });
    at = found.index + whole.length;
  }
  parts.push(text.slice(at));
  return { text, parts, slots: parts.filter((part) => typeof part !== 'string') };
}

/** The wording with its slots filled in. */
export function filled({ parts }: Wording, fill: (slot: Slot) => string): string {
  return parts.map((part) => (typeof part === 'string' ? part : fill(part))).join('');
}
