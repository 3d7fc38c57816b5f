import { parseTime } from '../model/edtf.js';
import { groupBy } from '../model/groups.js';
import type { Identity } from '../model/dataset.js';
import { canonicalJson, compareText } from '../model/text.js';
import type { Draft } from '../load/draft.js';

/** A row that says when something that lasts begins or ends. */
export interface HalfSpell {
  readonly way: 'begins' | 'ends';
  readonly draft: Draft;
  readonly identities: ReadonlyMap<string, Identity>;
}

/** A spell made of its halves. */
export interface Spell {
  readonly draft: Draft;
  readonly identities: ReadonlyMap<string, Identity>;
}

/**
 * Joins beginnings and ends of one thing, in the order of time: each end closes the beginning before it. A beginning
 * behind another that no end closed is the same beginning told again when it is of the same time, else a spell of its own.
 * Of an end and a beginning that may be of one time, such as a year, the end comes first where something lasts already.
 */
export function spellsOf(halves: readonly HalfSpell[]): Spell[] {
  const things = groupBy(halves, ({ draft }) => canonicalJson([draft.fact, draft.with, draft.polarity]));
  return [...things.values()].flatMap((own) => spellsOfOne([...own].sort((a, b) => compareText(startOf(a), startOf(b)) || compareText(a.way, b.way))));
}

function spellsOfOne(halves: readonly HalfSpell[]): Spell[] {
  const spells: Spell[] = [];
  let open: HalfSpell | null = null;
  const left = [...halves];
  for (let half = nextOf(left, open); half; half = nextOf(left, open)) {
    const now = half;
    if (half.way === 'begins') {
      if (open && timeOf(open) === timeOf(half)) {
        open = withRecordsOf(open, half);
        continue;
      }
      if (open) spells.push(spell(open, null));
      open = half;
    } else if (open) {
      spells.push(spell(open, half));
      open = null;
    } else {
      const last = spells.at(-1);
      const isRepeated =
        last && halves.some((other) => other !== now && other.way === 'ends' && timeOf(other) === timeOf(now) && halves.indexOf(other) < halves.indexOf(now));
      if (!isRepeated) spells.push(spell(null, half));
    }
  }
  return open ? [...spells, spell(open, null)] : spells;
}

/** Takes the half that comes next from those that are left. */
function nextOf(left: HalfSpell[], open: HalfSpell | null): HalfSpell | undefined {
  const [first] = left;
  const isAgain = first && open && first.way === 'begins' && timeOf(first) !== timeOf(open);
  const end = isAgain ? left.findIndex((other) => other.way === 'ends' && startOf(other) <= lastOf(first)) : 0;
  return left.splice(Math.max(end, 0), 1)[0];
}

function spell(begins: HalfSpell | null, ends: HalfSpell | null): Spell {
  const [first, second] = begins ? [begins, ends] : [ends, null];
  if (!first) throw new Error('a spell has a beginning or an end');
  const when = `${begins ? timeOf(begins) : '..'}/${ends ? timeOf(ends) : '..'}`;
  const summary = second ? `${first.draft.summary} ${second.draft.summary}`.slice(0, 400) : first.draft.summary;
  return {
    draft: { ...first.draft, when, summary, records: [...(first.draft.records ?? []), ...(second?.draft.records ?? [])] },
    identities: new Map([...first.identities, ...(second?.identities ?? new Map<string, Identity>())]),
  };
}

function withRecordsOf(first: HalfSpell, next: HalfSpell): HalfSpell {
  return { ...first, draft: { ...first.draft, records: [...(first.draft.records ?? []), ...(next.draft.records ?? [])] } };
}

function timeOf({ draft }: HalfSpell): string {
  return String(typeof draft.when === 'object' ? draft.when.edtf : (draft.when ?? ''));
}

function startOf(half: HalfSpell): string {
  return parseTime(timeOf(half))?.earliest ?? '';
}

function lastOf(half: HalfSpell): string {
  return parseTime(timeOf(half))?.latest ?? '';
}
