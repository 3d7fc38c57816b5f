import { parseTime } from '../model/edtf.js';
import type { Plan, Relative, Test } from './plan.js';
import { made } from './times.js';
import type { Data, List, Row } from './rows.js';

/** A day that nothing lies on: what stands after what is not known is not known. */
const NEVER = { from: '9999-12-31', to: '0001-01-01' };

/** What is asked first for plans that place something by another: the others, each once, as plans of their own. */
export function placing(plans: readonly Plan[]): readonly { readonly key: string; readonly plan: Plan }[] {
  const found = new Map<string, Plan>();
  for (const { heads, lens } of plans)
    for (const { set, by } of relativesIn(heads))
      found.set(JSON.stringify(set), {
        heads: [by === '' ? { head: 'list', set, order: 'first' } : { head: 'when', set, property: by }],
        ...(lens ? { lens } : {}),
      });
  return [...found].map(([key, plan]) => ({ key, plan }));
}

/** A plan with days in place of what it is placed by. */
export function placedBy(plan: Plan, times: ReadonlyMap<string, Data>): Plan {
  return JSON.parse(JSON.stringify(plan), (_key, value: Test | null): unknown => {
    if (value?.is !== 'relative') return value;
    const data = times.get(JSON.stringify(value.set)) ?? {};
    const [row] = Object.values(data).flatMap((list) => (list as Partial<List> | null)?.nodes ?? []);
    const edtf = (row?.['time'] as Row['date']) ?? row?.date;
    const time = edtf ? parseTime(edtf.edtf) : null;
    return {
      is: 'time',
      property: value.property,
      days: time && value.how !== 'either' ? made(value.how, { from: time.earliest, to: time.latest }) : NEVER,
    } satisfies Test;
  }) as Plan;
}

function relativesIn(value: unknown): readonly Relative[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Partial<Test>;
  return [...(own.is === 'relative' ? [value as Relative] : []), ...Object.values(value).flatMap(relativesIn)];
}
