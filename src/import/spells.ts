import { parseTime } from '../model/edtf.js';
import { groupBy } from '../model/groups.js';
import type { Identity } from '../model/projection.js';
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
 */
export function spellsOf(halves: readonly HalfSpell[]): Spell[] {
  const things = groupBy(halves, ({ draft }) => canonicalJson([draft.fact, draft.with, draft.polarity]));
  return [...things.values()].flatMap((own) => spellsOfOne([...own].sort((a, b) => compareText(startOf(a), startOf(b)) || compareText(a.way, b.way))));
}

function spellsOfOne(halves: readonly HalfSpell[]): Spell[] {
  const spells: Spell[] = [];
  let open: HalfSpell | null = null;
  for (const half of halves) {
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
        last &&
        halves.some((other) => other !== half && other.way === 'ends' && timeOf(other) === timeOf(half) && halves.indexOf(other) < halves.indexOf(half));
      if (!isRepeated) spells.push(spell(null, half));
    }
  }
  return open ? [...spells, spell(open, null)] : spells;
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
