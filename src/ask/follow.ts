import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Vocabulary } from '../model/vocabulary.js';
import { LANGUAGES, type Language } from '../model/words.js';
import { Kinds } from './kinds.js';
import type { Fragments } from './read.js';
import { planShape, type Plan } from './plan.js';
import { changedTests, entitiesIn, narrowed, otherThan } from './sets.js';
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
    const then = changedTests(plan, (test) =>
      test.is === 'time' ? { ...test, days: time.days } : test.is === 'some' && test.during ? { ...test, during: time.days } : test,
    );
    return JSON.stringify(then) === JSON.stringify(plan) ? null : then;
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
    const wider = changedTests(plan, (test) => (test.is === 'time' ? null : test));
    return { ...wider, heads: wider.heads.map((own) => ('set' in own ? { ...own, set: narrowed(own.set, ...otherThan(told)) } : own)) };
  }
  const set = head.set;
  if (words.has('howMany') || words.has('howOften')) return { ...plan, heads: [{ head: 'count', set }] };
  const kinds = new Kinds(vocabulary);
  const record = kinds.toldBy(set);
  if (words.has('where')) return { ...plan, heads: [{ head: 'where', set: record }] };
  if (!words.has('when')) return null;
  const property = kinds.dated(record);
  return { ...plan, heads: [property === null ? { head: 'when', set } : { head: 'when', set: record, property }] };
}
