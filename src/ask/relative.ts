import { parseTime } from '../model/edtf.js';
import type { Plan, Set } from './plan.js';
import { changedTests, testsIn } from './sets.js';
import { made } from './times.js';
import type { Data, List, Row } from './rows.js';

/** A day that nothing lies on: what stands after what is not known is not known. */
const NEVER = { from: '9999-12-31', to: '0001-01-01' };

/** What is asked first for plans that place something by another: the others, each once, as plans of their own. */
export function placing(plans: readonly Plan[]): readonly { readonly key: string; readonly plan: Plan }[] {
  const found = new Map<string, Plan>();
  for (const { heads, lens } of plans) {
    if (lens?.when) found.set(JSON.stringify(lens.when), { heads: [{ head: 'list', set: lens.when, order: 'first' }] });
    for (const { set, by } of testsIn(heads, 'relative'))
      found.set(JSON.stringify(set), {
        heads: [by === '' ? { head: 'list', set, order: 'first' } : { head: 'when', set, property: by }],
        ...(lens && !lens.when ? { lens } : {}),
      });
  }
  return [...found].map(([key, plan]) => ({ key, plan }));
}

/** A plan with days in place of what it is placed by. */
export function placedBy(plan: Plan, times: ReadonlyMap<string, Data>): Plan {
  const timeOf = (set: Set) => {
    const [row] = Object.values(times.get(JSON.stringify(set)) ?? {}).flatMap((list) => (list as Partial<List> | null)?.nodes ?? []);
    return ((row?.['time'] as Row['date']) ?? row?.date)?.edtf;
  };
  const { when, ...lens } = plan.lens ?? {};
  if (when) return placedBy({ ...plan, lens: { ...lens, asOf: timeOf(when) ?? NEVER.from } }, times);
  return changedTests(plan, (value) => {
    if (value.is !== 'relative') return value;
    const edtf = timeOf(value.set);
    const time = edtf === undefined ? null : parseTime(edtf);
    return {
      is: 'time',
      property: value.property,
      days: time && value.how !== 'either' ? made(value.how, { from: time.earliest, to: time.latest }) : NEVER,
    };
  });
}
