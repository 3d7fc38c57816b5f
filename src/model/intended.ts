import { isActual, isIntended, type Claim } from './claim.js';
import { eachInSteps, type Steps } from './steps.js';
import type { Kind, Vocabulary } from './vocabulary.js';

/** The end that a claim is about: its subject, or the end that its relationship type describes. */
export function describedIn(vocabulary: Vocabulary, { predicate, subject, object }: Pick<Claim, 'predicate' | 'subject' | 'object'>): string {
  return object !== null && vocabulary.relationship(predicate)?.describes === 'to' ? object : subject;
}

/** The end that a relationship describes, see `describedIn`. */
export function describedByLink(vocabulary: Vocabulary, { type, from, to }: { readonly type: string; readonly from: string; readonly to: string }): string {
  return describedIn(vocabulary, { predicate: type, subject: from, object: to });
}

/**
 * The records that are only planned or hoped for. A record is when what is said of its parties and its time is only
 * intended; where nothing is said of these, when all else that is said of it is. Names say nothing of that.
 */
export function* intendedRecords(vocabulary: Vocabulary, kindOf: (id: string) => Kind | undefined, claims: readonly Claim[]): Steps<ReadonlySet<string>> {
  const existing = { actual: new Set<string>(), intended: new Set<string>() };
  const other = { actual: new Set<string>(), intended: new Set<string>() };
  yield* eachInSteps(claims, (claim) => {
    const id = describedIn(vocabulary, claim);
    const kind = kindOf(id);
    if (!kind?.record || claim.predicate === 'name') return;
    const exists = claim.object === null ? kind.orderedBy === claim.predicate : vocabulary.relationship(claim.predicate)?.involves === true;
    const { actual, intended } = exists ? existing : other;
    if (isActual(claim)) actual.add(id);
    else if (isIntended(claim)) intended.add(id);
  });
  const isMeant = (id: string) => (existing.intended.has(id) ? !existing.actual.has(id) : !existing.actual.has(id) && !other.actual.has(id));
  return new Set([...existing.intended, ...other.intended].filter(isMeant));
}
