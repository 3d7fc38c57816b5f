import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Vocabulary } from '../model/vocabulary.js';
import { LANGUAGES, type Language } from '../model/words.js';
import type { Fragments } from './read.js';
import { planShape, type Plan, type Set, type Test } from './plan.js';
import { entitiesIn } from './sets.js';
import { edtfOf } from './times.js';

const LONGEST_ID = 4_000;

const turnShape = z.object({ plan: planShape, language: z.enum(LANGUAGES), told: z.array(z.string()).max(50) });

/** An answer that another question may follow up on: its plan, and whom it told of. */
export interface Turn {
  readonly plan: Plan;
  readonly language: Language;
  readonly told: readonly string[];
}

/** The id of an answer: all that a follow-up needs, so that no server has to remember it. */
export function idOf(turn: Turn): string {
  return deflateRawSync(JSON.stringify(turn)).toString('base64url');
}

/** What an id stands for; null for one that is none. */
export function turnOf(id: string): Turn | null {
  if (id.length > LONGEST_ID) return null;
  try {
    return turnShape.parse(JSON.parse(inflateRawSync(Buffer.from(id, 'base64url'), { maxOutputLength: 50_000 }).toString('utf8')));
  } catch {
    return null;
  }
}

/**
 * What a short question asks after another: "and in 2019?" is the same of another time, "and Vietnam?" the same of
 * another name, "and when?" another thing of the same, "and who else?" whoever was not told yet, whenever it was.
 * Null where it is a question of its own.
 */
export function followed({ plan, told }: Turn, { times, ids, words, isShort }: Fragments, vocabulary: Vocabulary): Plan | null {
  if (!isShort) return null;
  const [time] = times;
  if (time && times.length === 1 && ids.length === 0) {
    if (plan.lens?.asOf !== undefined) return { ...plan, lens: { ...plan.lens, asOf: edtfOf(time.point) } };
    return changed(plan, (test) =>
      test.is === 'time' ? { ...test, days: time.days } : test.is === 'some' && test.during ? { ...test, during: time.days } : test,
    );
  }
  const [id] = ids;
  if (id !== undefined && ids.length === 1 && times.length === 0) {
    const family = vocabulary.rootOf(id);
    const own = [...new Set(entitiesIn(plan.heads))].filter((known) => vocabulary.rootOf(known) === family);
    const last = own.at(-1);
    return last === undefined || last === id ? null : (JSON.parse(JSON.stringify(plan).replaceAll(JSON.stringify(last), JSON.stringify(id))) as Plan);
  }
  if (times.length + ids.length > 0) return null;
  const [head] = plan.heads;
  if (!head || !('set' in head)) return null;
  if (words.has('other') && told.length > 0) {
    const wider = changed(plan, (test) => (test.is === 'time' ? null : test), true) ?? plan;
    return {
      ...wider,
      heads: wider.heads.map((own) =>
        'set' in own ? { ...own, set: { ...own.set, tests: [...own.set.tests, { is: 'not', test: { is: 'id', ids: [...told] } }] } } : own,
      ),
    };
  }
  const set = head.set;
  if (words.has('howMany') || words.has('howOften')) return { ...plan, heads: [{ head: 'count', set }] };
  if (words.has('where')) return { ...plan, heads: [{ head: 'where', set: recordOf(set) }] };
  if (!words.has('when')) return null;
  const record = recordOf(set);
  const [property] = record.kinds.map((name) => vocabulary.kind(name)?.orderedBy);
  return { ...plan, heads: [{ head: 'when', set: property ? record : set, ...(property ? { property } : {}) }] };
}

/** The record that a set is told by, where there is one: the meeting of those who met. */
function recordOf(set: Set): Set {
  const some = set.tests.find((test) => test.is === 'some');
  return some?.is === 'some' && some.set.tests.length > 0 ? some.set : set;
}

/** A plan with every test changed; null where nothing was. */
function changed(plan: Plan, change: (test: Test) => Test | null, mayBeSame = false): Plan | null {
  const text = JSON.stringify(plan);
  const next = JSON.stringify(plan, (key, value: unknown) =>
    key === 'tests' && Array.isArray(value) ? value.flatMap((test) => change(test as Test) ?? []) : value,
  );
  return next === text && !mayBeSame ? null : (JSON.parse(next) as Plan);
}
