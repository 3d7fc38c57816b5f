import { FIRST_DAY, LAST_DAY } from '../model/edtf.js';
import type { Mention } from './mentions.js';
import type { Days } from './times.js';
import { DAY, PERIOD, TEXT, type Slot } from './wording.js';

const MOST_FITTING = 8;
const MOST_LAYOUTS = 120;

/** Ways to fill slots with mentions that do not overlap: whole ones if there are any. */
export function layouts(slots: readonly Slot[], mentions: readonly Mention[], fits: (slot: Slot, mention: Mention) => boolean): (Mention | null)[][] {
  const fitting = slots.map((slot) =>
    mentions
      .filter((mention) => isTimely(slot, mention) ?? fits(slot, mention))
      .sort((a, b) => Number(a.isWeak) - Number(b.isWeak) || b.end - b.start - (a.end - a.start) || a.start - b.start)
      .slice(0, MOST_FITTING),
  );
  const whole = lay(slots, fitting, false);
  return whole.length > 0 ? whole : lay(slots, fitting, true);
}

/** Whether a time has a beginning and an end: then it can be asked what was so in it. */
export function isClosed({ from, to }: Days): boolean {
  return from !== FIRST_DAY && to !== LAST_DAY;
}

/** Whether a slot for a time takes what is mentioned; null for other slots. */
function isTimely({ type }: Slot, { times, isOneDay }: Mention): boolean | null {
  if (type === PERIOD) return times.length > 0 && !isOneDay;
  return type === DAY ? times.some(isClosed) : null;
}

function lay(slots: readonly Slot[], fitting: readonly (readonly Mention[])[], mayLeave: boolean): (Mention | null)[][] {
  let partial: (Mention | null)[][] = [[]];
  slots.forEach(({ type }, at) => {
    partial = partial
      .flatMap((row): (Mention | null)[][] => {
        if (type === TEXT) return [[...row, null]];
        const free = (fitting[at] ?? []).filter((mention) => row.every((other) => !other || mention.end <= other.start || mention.start >= other.end));
        const next: (Mention | null)[][] = free.map((mention) => [...row, mention]);
        return next.length === 0 && mayLeave ? [[...row, null]] : next;
      })
      .slice(0, MOST_LAYOUTS);
  });
  return partial;
}
