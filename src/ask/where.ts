import { kindConstant, kindField } from '../graphql/names.js';
import { FIRST_DAY, LAST_DAY } from '../model/edtf.js';
import type { Kind, Reading, Vocabulary } from '../model/vocabulary.js';
import type { Days, Set, Some, Test } from './plan.js';
import { dayBefore } from './times.js';

type Input = Readonly<Record<string, unknown>>;

/** A plan asks of a kind what no thing of that kind can have. */
export class Unaskable extends Error {}

/** The family that all kinds of a set belong to, one for each. */
export function familiesOf(vocabulary: Vocabulary, set: Set): readonly { readonly root: Kind; readonly set: Set }[] {
  const kinds = set.kinds.map((name) => kindOf(vocabulary, name));
  const roots = [...new Set(kinds.map((kind) => vocabulary.lineage(kind).at(-1) ?? kind))];
  return roots.map((root) => ({ root, set: { ...set, kinds: kinds.filter((kind) => vocabulary.lineage(kind).includes(root)).map(({ name }) => name) } }));
}

export function kindOf(vocabulary: Vocabulary, name: string): Kind {
  const kind = vocabulary.kind(name);
  if (!kind) throw new Error(`no kind ${name}`);
  return kind;
}

/** How a kind sees a relationship that a test asks for. */
export function readingOf(vocabulary: Vocabulary, kind: Kind, test: Some): Reading | undefined {
  return vocabulary.readings(kind).find(({ relationship, direction }) => relationship.type === test.type && direction === test.way);
}

/** What a test stands for where it is a short form: a derived label is a relationship. */
export function unfolded(vocabulary: Vocabulary, test: Test): Test {
  if (test.is !== 'label') return test;
  const label = vocabulary.kinds.flatMap(({ labels }) => labels).find((own) => own.label === test.label);
  const relationship = label ? vocabulary.relationship(label.via) : undefined;
  if (!label || !relationship) throw new Error(`no label ${test.label}`);
  const set = { kinds: relationship.to.map(({ name }) => name), tests: [{ is: 'choice' as const, property: label.property, values: label.values }] };
  return { is: 'some', type: label.via, way: 'OUT', link: {}, set };
}

/** The API's filter for the entities of a set, as seen from the root of their family; null as a root is any kind. */
export function whereOf(vocabulary: Vocabulary, root: Kind | null, { kinds, tests }: Set): Input {
  const all = root ? vocabulary.concrete(root).length : 0;
  const concrete = new globalThis.Set(kinds.flatMap((name) => vocabulary.concrete(kindOf(vocabulary, name)).map(kindConstant)));
  const own = root !== null && concrete.size >= all ? [] : [{ kind: [...concrete] }];
  const others = tests.filter(({ is }) => is !== 'whole');
  const whole = others.length < tests.length ? [wholeOf(vocabulary, root, { kinds, tests: others })] : [];
  return joined('and', [...own, ...others.filter((test) => !isAhead(test)).map((test) => whereTest(vocabulary, root, kinds, test)), ...whole]);
}

/** Leaves out what is a part of another in a set. */
function wholeOf(vocabulary: Vocabulary, root: Kind | null, set: Set): Input {
  const type = vocabulary.relationships.find(({ composes }) => composes)?.type ?? '';
  return { not: whereSome(vocabulary, root, set.kinds, { is: 'some', type, way: 'OUT', link: {}, set }) };
}

/** Whether a test asks of plans alone, which a list tells apart by its argument. */
function isAhead(test: Test): boolean {
  if (test.is === 'not') return isAhead(test.test);
  return test.is === 'intended' || (test.is === 'all' && test.tests.length > 0 && test.tests.every(isAhead));
}

/** Whether a set asks for what is only planned or hoped for. */
export function isIntended({ tests }: Set): boolean {
  return tests.some(({ is }) => is === 'intended');
}

function whereTest(vocabulary: Vocabulary, root: Kind | null, kinds: readonly string[], folded: Test): Input {
  const test = unfolded(vocabulary, folded);
  switch (test.is) {
    case 'id':
      return { id: test.ids };
    case 'involves':
      return { involves: { all: test.ids } };
    case 'within':
      return { within: { any: test.ids, self: true } };
    case 'choice':
      return { [test.property]: test.values };
    case 'text':
      return { [test.property]: { contains: test.text } };
    case 'time':
      return { [test.property === '' ? (root?.orderedBy ?? '') : test.property]: rangeOf(test.days) };
    case 'exists':
      return { [test.property]: { exists: test.exists } };
    case 'not':
      return { not: whereTest(vocabulary, root, kinds, test.test) };
    case 'any':
      return joined('or', test.tests.map((own) => whereTest(vocabulary, root, kinds, own))); // prettier-ignore
    case 'all':
      return joined('and', test.tests.map((own) => whereTest(vocabulary, root, kinds, own))); // prettier-ignore
    case 'some':
      return whereSome(vocabulary, root, kinds, test);
    default:
      throw new Error(`${test.is} is no filter`);
  }
}

function whereSome(vocabulary: Vocabulary, root: Kind | null, kinds: readonly string[], test: Some): Input {
  const near = root ?? kindOf(vocabulary, kinds[0] ?? '');
  const reading = readingOf(vocabulary, near, test);
  if (!reading) throw new Unaskable(`${near.name} has no ${test.type}`);
  const far = linkWhere(vocabulary, reading, test);
  const { count, began } = test;
  // What began in some days held in them, and not before.
  const none = began && began.from !== FIRST_DAY ? { ...far, during: { to: dayBefore(began.from) } } : undefined;
  return { [reading.field]: { some: far, ...(none ? { none } : {}), ...(count ? { count } : {}) } };
}

/** The filter on the relationships of a test: their qualifiers, their time, and what stands at the far end. */
export function linkWhere(vocabulary: Vocabulary, { far }: Reading, test: Some): Input {
  const ends = far.flatMap((kind) => {
    const families = familiesOf(vocabulary, test.set).filter(({ root }) => vocabulary.lineage(kind).includes(root) || vocabulary.lineage(root).includes(kind));
    return families.map(({ set }) => ({ kind, set }));
  });
  // What is asked of any kind alike is asked once.
  const isAlike = ends.length > 1 && test.set.tests.every(isOfAny);
  const keyed = isAlike
    ? [['entity', whereOf(vocabulary, null, test.set)] as const]
    : ends.map(({ kind, set }) => [kindField(kind), whereOf(vocabulary, kind, set)] as const);
  const days = test.began ?? test.during;
  const either = keyed.length > 1 ? { or: keyed.map(([key, where]) => ({ [key]: where })) } : Object.fromEntries(keyed);
  return { ...test.link, ...(days ? { during: rangeOf(days) } : {}), ...either };
}

/** Whether a test can be asked of an entity of any kind. */
function isOfAny(test: Test): boolean {
  if (test.is === 'not') return isOfAny(test.test);
  return test.is === 'any' || test.is === 'all' ? test.tests.every(isOfAny) : ['id', 'within', 'involves'].includes(test.is);
}

function joined(how: 'and' | 'or', inputs: readonly Input[]): Input {
  const [first, ...others] = inputs;
  if (!first) return {};
  return others.length === 0 ? first : { [how]: inputs };
}

function rangeOf({ from, to }: Days): Input {
  return { ...(from === FIRST_DAY ? {} : { from }), ...(to === LAST_DAY ? {} : { to }) };
}
