import { asksUnrecorded, type Answer } from './answer.js';
import type { Operation } from './operation.js';
import type { Plan, Test } from './plan.js';
import { entitiesIn, marksIn } from './sets.js';
import type { Reading } from './read.js';
import type { Meaning } from './settle.js';

/** A plan that was run: its operation and what came of it. */
export interface Ran extends Answer, Operation {
  readonly data: Readonly<Record<string, unknown>>;
}

/** A meaning with what came of it. */
export interface Tried {
  readonly meaning: Meaning;
  readonly ran: Ran;
}

/** Whether something came of a meaning; of what asks who did not, nobody is something. */
export function isAnswer({ meaning, ran }: Tried): boolean {
  return !ran.isEmpty || asksUnrecorded(meaning.plan);
}

/** How much likelier a word's own kind is, at least. */
const PROPER = 0.05;
/** Of several answers of different kinds, that of the kind which has the word for its own: agreements, before partnerships that are called so. */
export function proper(full: readonly Tried[]): Tried | undefined {
  const kindOf = ({ plan: { heads, lens } }: Meaning) => (heads[0] && 'set' in heads[0] && !lens ? heads[0].set.kinds.join(' ') : null);
  const [first, ...others] = full;
  const isProper = others.every(({ meaning }) => kindOf(meaning) !== kindOf(first?.meaning ?? meaning) && meaning.cost > (first?.meaning.cost ?? 0) + PROPER);
  return first && kindOf(first.meaning) !== null && isProper ? first : undefined;
}

/** Of several answers to a list of the same names, one that holds all the others. */
export function widest(full: readonly Tried[]): Tried | undefined {
  const isList = ({ meaning: { plan } }: Tried) => plan.heads.length === 1 && plan.heads[0]?.head === 'list' && !plan.heads[0].order && !plan.lens;
  const named = ({ meaning: { taken } }: Tried) => [...taken.values()].map(({ id }) => id).sort().join(' '); // prettier-ignore
  const isAlike = full.every((own) => isList(own) && named(own) === named(full[0] ?? own));
  return isAlike ? full.find(({ ran }) => full.every((other) => other.ran.items.every((item) => ran.items.includes(item)))) : undefined;
}

/** Two lists of one sort by two meanings of one word, told one after the other: who cooperates, and who is in a partnership. */
export function together(full: readonly Tried[]): Plan | null {
  const heads = full.flatMap(({ meaning: { plan } }) => (plan.lens || plan.heads.length > 1 ? [] : plan.heads));
  const [one, two] = heads.map((head) => (head.head === 'list' && !head.order ? head.set : null));
  if (full.length !== 2 || !one || !two) return null;
  if (one.kinds.join(' ') !== two.kinds.join(' ') && one.tests.length + two.tests.length > 2) return null;
  const apart = (tests: readonly Test[], others: readonly Test[]) =>
    tests.filter((test) => !others.some((other) => JSON.stringify(other) === JSON.stringify(test)));
  const [own, other] = [apart(one.tests, two.tests), apart(two.tests, one.tests)];
  const ids = [own, other].map((tests) => [...new Set(entitiesIn(tests))].sort().join(' '));
  const isAlike = own.length === 1 && other.length === 1 && own[0]?.is === 'some' && other[0]?.is === 'some' && own[0].type !== other[0].type;
  return isAlike && ids[0] === ids[1] ? { heads } : null;
}

/** Of several answers, that of the meaning which is usually meant where others are named beside it. */
export function usual(full: readonly Tried[], reading: Reading): Tried | undefined {
  const [first, second] = full;
  const isAlone = marksIn([...reading.mentions.keys()]).length < 2 || (first?.meaning.taken.size ?? 0) < 2;
  // Of whom nothing is recorded there are more, the less likely the meaning is.
  return first && second && (!isAlone || asksUnrecorded(first.meaning.plan)) && first.meaning.cost < second.meaning.cost ? first : undefined;
}
