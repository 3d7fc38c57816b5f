import type { EntityNode } from '../model/projection.js';
import { inWords } from '../model/text.js';
import type { Plan } from './plan.js';
import type { Draft, Mention } from './read.js';

/** A plan with what each mark was taken for. */
export interface Meaning {
  readonly plan: Plan;
  readonly taken: ReadonlyMap<string, EntityNode>;
  readonly cost: number;
}

/** More meanings of the names of one plan than this are not tried out. */
export const MOST_TRIED = 6;
/** Meanings of a name that differ less than this are equally likely. */
export const NEAR = 0.1;

/** Every way to take the names of a plan, the likeliest first; more than are tried out where there are more. */
export function meaningsOf({ plan, cost }: Draft, mentions: ReadonlyMap<string, Mention>): readonly Meaning[] {
  const marks = marksIn(plan);
  let rows: { taken: Map<string, EntityNode>; cost: number }[] = [{ taken: new Map(), cost }];
  for (const mark of marks) {
    const candidates = mentions.get(mark)?.candidates ?? [];
    rows = rows.flatMap((row) => candidates.map((candidate) => ({ taken: new Map(row.taken).set(mark, candidate.entity), cost: row.cost + candidate.cost })));
    rows = rows.sort((a, b) => a.cost - b.cost).slice(0, 4 * MOST_TRIED);
  }
  return rows
    .filter(({ taken }) => new Set([...taken.values()].map(({ id }) => id)).size === taken.size)
    .map((row) => ({ ...row, plan: named(plan, row.taken) }));
}

/** The marks of a plan, each once. */
export function marksIn(value: unknown): string[] {
  const marks: string[] = [];
  const walk = (inner: unknown): void => {
    if (typeof inner === 'string' && inner.startsWith('?')) marks.push(inner);
    else if (typeof inner === 'object' && inner !== null) Object.values(inner).forEach(walk);
  };
  walk(value);
  return [...new Set(marks)];
}

function named(plan: Plan, taken: ReadonlyMap<string, EntityNode>): Plan {
  return JSON.parse(JSON.stringify(plan), (_key, value: unknown) => (typeof value === 'string' ? (taken.get(value)?.id ?? value) : value)) as Plan;
}

/** A plan that asks for no sort of thing within records, and the sorts that it asked for, in words. */
export function withoutChoices(plan: Plan): readonly [Plan, readonly string[]] {
  const dropped: string[] = [];
  const isChoice = (test: unknown): boolean => typeof test === 'object' && test !== null && (test as { is?: string }).is === 'choice';
  const bare = JSON.parse(JSON.stringify(plan), (key, value: unknown) => {
    if (key !== 'tests' || !Array.isArray(value) || !value.some((test) => (test as { is?: string }).is === 'some')) return value;
    const choices = value.filter(isChoice) as { values: readonly string[] }[];
    dropped.push(...choices.flatMap(({ values }) => values.map(inWords)));
    return value.filter((test: unknown) => !isChoice(test)) as unknown;
  }) as Plan;
  return [bare, dropped];
}

/** A plan that asks nothing of times and sorts; null where it already does not. */
export function barely(plan: Plan): Plan | null {
  const heavy = new Set(['time', 'choice', 'exists']);
  const text = JSON.stringify(plan);
  const bare = JSON.stringify({ heads: plan.heads }, (key, value: unknown) =>
    key === 'tests' && Array.isArray(value) ? value.filter((test) => !heavy.has(String((test as { is?: string }).is))) : value,
  );
  return bare === text ? null : (JSON.parse(bare) as Plan);
}
