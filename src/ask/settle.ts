import type { EntityNode } from '../model/graph.js';
import { COST } from './names.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Plan, Set, Some, Test } from './plan.js';
import type { Mention } from './mentions.js';
import type { Draft } from './read.js';
import { markOfEvery } from './sense.js';
import { changedTests, marksIn } from './sets.js';

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
  const marks = marksIn(plan).filter((mark) => markOfEvery(mark) === null);
  let rows: { taken: Map<string, EntityNode>; cost: number; isCapital: boolean }[] = [{ taken: new Map(), cost, isCapital: false }];
  for (const mark of marks) {
    const candidates = mentions.get(mark)?.candidates ?? [];
    rows = rows.flatMap((row) =>
      candidates.map((candidate) => ({
        taken: new Map(row.taken).set(mark, candidate.entity),
        cost: row.cost + candidate.cost,
        isCapital: row.isCapital || candidate.cost === COST.capital,
      })),
    );
    rows = rows.sort((a, b) => a.cost - b.cost).slice(0, 4 * MOST_TRIED);
  }
  return (
    rows
      .filter(({ isCapital, taken }) => !isCapital || [...taken.values()].every((entity) => !isWithin(entity)))
      // Nobody is named twice in one question.
      .filter(({ taken }) =>
        plan.heads
          .map(marksIn)
          .every((own) => new globalThis.Set(own.flatMap((mark) => taken.get(mark)?.id ?? [])).size === own.filter((mark) => taken.has(mark)).length),
      ) // prettier-ignore
      .map((row) => ({ ...row, plan: named(plan, row.taken, mentions) }))
  );
}

/** Whether something lies in another: where a city is named, another city's name stands for no government. */
function isWithin({ columns, id }: EntityNode): boolean {
  const within = columns['within'];
  return Array.isArray(within) && within.some((own) => own !== id);
}

function named(plan: Plan, taken: ReadonlyMap<string, EntityNode>, mentions: ReadonlyMap<string, Mention>): Plan {
  const bearers = (id: unknown) => {
    const mark = typeof id === 'string' ? markOfEvery(id) : null;
    const candidates = mark === null ? [] : (mentions.get(mark)?.candidates ?? []).filter(({ cost }) => cost <= COST.surname);
    return mark === null ? [id] : candidates.map(({ entity }) => entity.id);
  };
  return JSON.parse(JSON.stringify(plan), (_key, value: unknown) =>
    typeof value === 'string' ? (taken.get(value)?.id ?? value) : Array.isArray(value) ? value.flatMap(bearers) : value,
  ) as Plan;
}

/** A plan that asks for no sort of thing within records, and the sorts that it asked for. */
export function withoutChoices(plan: Plan): readonly [Plan, readonly string[]] {
  const dropped: string[] = [];
  const isChoice = (test: unknown): boolean => typeof test === 'object' && test !== null && (test as { is?: string }).is === 'choice';
  const bare = JSON.parse(JSON.stringify(plan), (key, value: unknown) => {
    if (key === 'link' && typeof value === 'object' && value !== null) {
      dropped.push(...Object.values(value as Some['link']).flat());
      return {};
    }
    if (key !== 'tests' || !Array.isArray(value) || !value.some((test) => (test as { is?: string }).is === 'some')) return value;
    const choices = value.filter(isChoice) as { values: readonly string[] }[];
    dropped.push(...choices.flatMap(({ values }) => values));
    return value.filter((test: unknown) => !isChoice(test)) as unknown;
  }) as Plan;
  return [bare, dropped];
}

/** A plan that asks of those who took part in a record what it asked of the record itself; null where nobody can. */
export function throughPartakers(vocabulary: Vocabulary, plan: Plan): Plan | null {
  const [head, ...more] = plan.heads;
  if (!head || !('set' in head) || more.length > 0) return null;
  const at = head.set.tests.findIndex((test) => test.is === 'some' && test.set.tests.length === 1 && test.set.tests[0]?.is === 'id');
  const test = head.set.tests[at];
  const own = test?.is === 'some' ? test.set.tests[0] : undefined;
  const root = own?.is === 'id' ? vocabulary.rootOf(own.ids[0] ?? '') : undefined;
  const outer = test?.is === 'some' ? vocabulary.relationship(test.type) : undefined;
  const inner = vocabulary.relationships.find((item) => item.involves && item.describes === 'to' && root && vocabulary.fits(root, item.to));
  if (test?.is !== 'some' || !root || !outer || !inner) return null;
  const far = test.way === 'IN' ? outer.from : outer.to;
  const kinds = inner.from.filter((kind) => far.includes(kind)).map(({ name }) => name);
  if (kinds.length === 0) return null;
  const set: Set = { kinds, tests: [{ is: 'some', type: inner.type, way: 'OUT', link: {}, set: { kinds: [root.name], tests: test.set.tests } }] };
  const tests = head.set.tests.map((each, place): Test => (place === at ? { ...test, set } : each));
  return { ...plan, heads: [{ ...head, set: { ...head.set, tests } }] };
}

/** A plan that asks nothing of times and sorts; null where it already does not. */
export function barely(plan: Plan): Plan | null {
  const heavy: ReadonlySet<Test['is']> = new globalThis.Set(['time', 'choice', 'exists'] as const);
  const bare = changedTests({ heads: plan.heads }, (test) => (heavy.has(test.is) ? null : test));
  return JSON.stringify(bare) === JSON.stringify(plan) ? null : bare;
}
