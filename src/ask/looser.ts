import { inWords } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import type { Answering } from './answering.js';
import type { Ran } from './choose.js';
import { says } from './languages/say.js';
import { listed } from './languages/pack.js';
import type { Plan, Test } from './plan.js';
import { entitiesIn, otherThan } from './sets.js';
import { throughPartakers, withoutChoices } from './settle.js';

/** Most parts of a question that are asked each alone. */
const MOST_PARTS = 3;

/** Less than what was asked, and how that is said; of several plans, each is told with what it asks. */
export interface Looser {
  readonly plans: readonly Plan[];
  readonly how: string;
}

/** What to ask where nothing is found: what is only planned, not of the sort that was said, each part alone, of those who took part. */
export function looserThan(vocabulary: Vocabulary, language: Language, plan: Plan): readonly Looser[] {
  const say = says[language];
  if (!plan.heads.some((head) => 'set' in head)) return [];
  const [bare, dropped] = withoutChoices(plan);
  const parts = apart(plan);
  const others = throughPartakers(vocabulary, plan);
  return [
    { plans: [{ ...plan, intended: true }], how: say.planned },
    ...(dropped.length > 0
      ? [{ plans: [bare], how: say.looser([...new Set(dropped.flatMap((value) => inWordsOf(vocabulary, language, value) ?? []))].join(', ')) }]
      : []),
    ...(parts.length > 0 ? [{ plans: parts, how: say.apart }] : []),
    ...(others ? [{ plans: [others], how: say.partakers }] : []),
  ];
}

/** What came of the first that there is of these, with the claims that it stands on; nothing where there is none. */
export async function loosely(answering: Answering, looser: readonly Looser[], runs: readonly (Ran | null)[]): Promise<Partial<Ran>> {
  let at = 0;
  for (const { plans, how } of looser) {
    const own = plans.flatMap((plan, place) => {
      const ran = runs[at + place];
      return ran ? [{ plan, ran }] : [];
    });
    at += plans.length;
    if (own.every(({ ran }) => ran.isEmpty)) continue;
    const told = await Promise.all(
      own.map(async ({ plan, ran }, part) =>
        own.length === 1 ? ran.sentence : `(${String(part + 1)}) ${await answering.reading(plan, new Map())}: ${ran.sentence}`,
      ),
    );
    const all = (ids: (ran: Ran) => readonly string[]) => [...new Set(own.flatMap(({ ran }) => ids(ran)))];
    return { sentence: `${how}: ${told.join(' ')}`, claims: all(({ claims }) => claims), entities: all(({ entities }) => entities) };
  }
  return {};
}

/** Plans that ask each alone what a list has to be at once; none where it is one thing. */
function apart(plan: Plan): readonly Plan[] {
  const [head, ...more] = plan.heads;
  if (head?.head !== 'list' || more.length > 0) return [];
  const { tests } = head.set;
  const parts = tests.filter((test) => test.is === 'some');
  if (parts.length < 2 || parts.length > MOST_PARTS) return [];
  const others = tests.filter((test) => test.is !== 'some');
  return parts.map((part) => ({ ...plan, heads: [{ ...head, set: { ...head.set, tests: [part, ...others.flatMap((test) => beside(test, part))] } }] }));
}

/** What of a test goes with one part alone: nobody who is named in a part is the one who is asked for; who is named in another may be. */
function beside(test: Test, part: Test): readonly Test[] {
  if (test.is !== 'not' || test.test.is !== 'id') return [test];
  const named = entitiesIn(part);
  return otherThan(test.test.ids.filter((id) => named.includes(id)));
}

/** A value of any choice as a language calls it; null for one that it only has verbs for. */
function inWordsOf(vocabulary: Vocabulary, language: Language, value: string): string | null {
  const choices = [...vocabulary.kinds, ...vocabulary.relationships].flatMap(({ properties }) =>
    Object.values(properties).flatMap(({ choice }) => choice ?? []),
  );
  const words = choices.flatMap(({ called }) => called[value]?.[language] ?? [])[0];
  return listed(words?.noun ?? words?.adjective)[0] ?? (words?.verb === undefined ? inWords(value) : null);
}
