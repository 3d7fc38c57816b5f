import { coerceInputValue, getNamedType, isInputObjectType, isListType, isNonNullType, GraphQLID, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { readCountSpec, type CountSpec } from '../disputes/count-check.js';
import { quantityOf } from '../disputes/hedge.js';
import type { CheckCounts, CountsProblem, DeclaredCounts } from '../load/counts.js';
import { parseTime, refusedTime } from '../model/edtf.js';
import { hint } from '../model/text.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';

type Path = CountsProblem['path'];

/** A root list: the kind that it lists, and the label of those it lists. */
export interface Listed {
  readonly kind: Kind;
  readonly label: string;
}

/** The root list of a name, such as partnerships or leaders. */
export function listNamed(vocabulary: Vocabulary, name: string): Listed | null {
  for (const kind of vocabulary.kinds) {
    if (kind.plural === name) return { kind, label: kind.name };
    const derived = kind.labels.find(({ plural }) => plural === name);
    if (derived) return { kind, label: derived.label };
  }
  return null;
}

/** The filter that lists of a kind take. */
export function filterType(schema: GraphQLSchema, kind: Kind): GraphQLInputType | null {
  const list = schema.getQueryType()?.getFields()[kind.plural];
  const type = list?.args.find(({ name }) => name === 'where')?.type;
  return isInputObjectType(type) ? type : null;
}

/** Checks what seeds declare under `counts` against the API's own lists and filters, for the loader to tell with its other problems. */
export function countsCheck(schema: GraphQLSchema, vocabulary: Vocabulary): CheckCounts {
  return (declared) => {
    const spec = readCountSpec(declared.counts);
    if ('refused' in spec) return [{ path: ['counts'], message: spec.refused }];
    const listed = listNamed(vocabulary, spec.list);
    if (!listed) {
      const names = vocabulary.kinds.flatMap(({ plural, labels }) => [plural, ...labels.map((label) => label.plural)]);
      return [{ path: ['counts', 'list'], message: `unknown list "${spec.list}"${hint(spec.list, names)}` }];
    }
    return [
      ...(['filter', 'of', 'against'] as const).flatMap((key) => filterProblems(filterType(schema, listed.kind), spec[key], ['counts', key], declared)),
      ...timeProblems(spec),
      ...(spec.times && listed.kind.orderedBy === null ? [{ path: ['counts', 'times'], message: `${spec.list} have no time that they are listed by` }] : []),
      ...(quantityOf(declared.value) ? [] : [{ path: ['counts'], message: 'only a figure can be compared with a count' }]),
    ];
  };
}

function timeProblems({ asOf, times }: CountSpec): CountsProblem[] {
  const written: readonly (readonly [Path, string | null | undefined])[] = [
    [['counts', 'asOf'], asOf],
    [['counts', 'times', 'from'], times?.from],
    [['counts', 'times', 'to'], times?.to],
  ];
  return written.flatMap(([path, time]) => (typeof time === 'string' && !parseTime(time) ? [{ path, message: refusedTime(time) }] : []));
}

function filterProblems(type: GraphQLInputType | null, filter: unknown, place: Path, { identities, knowsAll }: DeclaredCounts): CountsProblem[] {
  if (filter === null) return [];
  if (!type) return [{ path: place, message: 'this list has no filter' }];
  const problems: CountsProblem[] = [];
  coerceInputValue(filter, type, (path, _value, error) => problems.push({ path: [...place, ...path], message: error.message }));
  if (!knowsAll) return problems;
  const unknown = idsIn(type, filter, place).filter(({ id }) => !identities.has(id));
  return [...problems, ...unknown.map(({ path, id }) => ({ path, message: `unknown id "${id}"${hint(id, identities.keys())}` }))];
}

/** The entity ids in a filter, at any depth, with their places. */
function idsIn(type: GraphQLInputType, value: unknown, path: Path): { readonly path: Path; readonly id: string }[] {
  if (isNonNullType(type)) return idsIn(type.ofType, value, path);
  if (Array.isArray(value)) return isListType(type) ? value.flatMap((item, index) => idsIn(type.ofType, item, [...path, index])) : [];
  const named = getNamedType(type);
  if (named === GraphQLID) return typeof value === 'string' ? [{ path, id: value }] : [];
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return [];
  const fields = named.getFields();
  return Object.entries(value).flatMap(([name, item]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field ? idsIn(field.type, item, [...path, name]) : [];
  });
}
