import type { Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import { isEntityId } from '../model/values.js';
import { says } from './languages/say.js';
import type { Plan, Test } from './plan.js';
import { inLanguage, type Data, type List } from './rows.js';
import { objectsIn } from './sets.js';
import { tell } from './tell.js';

/** What came of a plan: the answer in words, its list, and what it stands on. */
export interface Answer {
  readonly sentence: string;
  readonly items: readonly string[];
  /** Ids of claims, best first, and of entities. */
  readonly claims: readonly string[];
  readonly entities: readonly string[];
  readonly isEmpty: boolean;
  /** Each question in it has an answer. */
  readonly isWhole: boolean;
  /** Nothing of it is so for sure. */
  readonly isPerhaps: boolean;
  /** Ids of those that the list of the answer tells of. */
  readonly told: readonly string[];
}

const MOST_CLAIMS = 50;
const MOST_ENTITIES = 100;

/** Says what the operation of a plan brought. */
export function answerOf(vocabulary: Vocabulary, plan: Plan, language: Language, data: Data): Answer {
  const body = (language === 'en' ? (data['view'] ?? data) : inLanguage(vocabulary, data['view'] ?? data)) as Data;
  const say = says[language];
  const told = plan.heads.map((head, at) => tell(head, { vocabulary, language, say, data: body, alias: `h${String(at)}` }));
  const ids = objectsIn<{ id: unknown }>(data, 'id').flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const claims = [...new Set(ids.filter((id) => id.startsWith('claim/')))].slice(0, MOST_CLAIMS);
  const isEmpty = told.every((own) => own.isEmpty);
  // What no source tells of somebody may still be so.
  const isOpen = !isEmpty && asksUnrecorded(plan);
  return {
    sentence: [...new Set(told.map(({ sentence }) => sentence)), ...(isOpen ? [say.unrecorded] : [])].join(' '),
    items: [...new Set(told.flatMap(({ items }) => items))],
    claims,
    entities: [...new Set(ids.filter(isEntityId).filter((id) => !id.startsWith('claim/')))].slice(0, MOST_ENTITIES),
    isEmpty,
    isWhole: told.every((own) => !own.isEmpty),
    isPerhaps: told.some((own) => own.isPerhaps === true),
    told: Object.entries(body)
      .flatMap(([name, value]) => (/^h0_\d+$/.test(name) ? ((value as Partial<List> | null)?.nodes ?? []).map(({ id }) => id) : []))
      .slice(0, MOST_CLAIMS),
  };
}

/** Whether a plan asks for those of whom something is not recorded: nobody is an answer to that like any other. */
export function asksUnrecorded({ heads }: Plan): boolean {
  const text = JSON.stringify(heads);
  // Who is left out because he is spoken of is described elsewhere too.
  const isOnce = (test: Test) => text.split(JSON.stringify(test.is === 'all' ? test.tests : test)).length === 2;
  return heads.some((head) => 'set' in head && head.set.tests.some((test) => test.is === 'not' && isOnce(test.test) && isUnrecorded(test)));
}

/** Whether a test asks for those of whom something is not recorded. */
function isUnrecorded(test: Test): boolean {
  return test.is === 'not' && JSON.stringify(test).includes('"is":"some"');
}
