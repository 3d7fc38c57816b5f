import {
  execute,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  isEnumType,
  isInterfaceType,
  isObjectType,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import jmespath from 'jmespath';
import type { Scope } from '../graphql/scope.js';
import { isEntityId } from '../model/values.js';
import type { Question } from './catalogue.js';
import { agreeing, spoken, unshouted } from './spoken.js';

/** What a question's operation answers, in words and in parts. */
export interface Ran {
  readonly question: Question;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  readonly sentence: string;
  readonly items: readonly string[];
  /** Ids of the claims that the answer stands on, best first. */
  readonly claims: readonly string[];
  /** Ids of the entities that the answer names, in its order. */
  readonly entities: readonly string[];
  readonly isEmpty: boolean;
  /** Whether a part of the answer says that it was cut at a limit. */
  readonly isCut: boolean;
  /** Why the operation could not be asked with these variables. */
  readonly refusal: string | null;
}

/** Codes of errors that say what is wrong with the variables. */
const REFUSALS: ReadonlySet<string> = new Set(['BAD_USER_INPUT', 'UNKNOWN_ID']);

const MOST_CLAIMS = 50;
const MOST_ENTITIES = 100;

/** Runs a question's operation against the schema, as any client could, and words what comes out. */
export async function run(schema: GraphQLSchema, scope: Scope, question: Question, variables: Readonly<Record<string, unknown>>): Promise<Ran> {
  const result = await execute({ schema, document: withIds(schema, question), variableValues: { ...variables }, contextValue: scope });
  const [error] = result.errors ?? [];
  const isRefused = error !== undefined && REFUSALS.has(String(error.extensions['code']));
  if (error && !isRefused) throw error;
  if (error)
    return {
      question,
      variables,
      data: null,
      sentence: error.message,
      items: [],
      claims: [],
      entities: [],
      isEmpty: true,
      isCut: false,
      refusal: error.message,
    };
  const data: unknown = JSON.parse(JSON.stringify(result.data ?? {}));
  const told = spoken(data);
  const found = question.items === null ? null : flat(searched(told, question.items));
  const constants = constantsOf(schema);
  const items = [...new Set((found ?? []).map((item) => unshouted(shown(item), constants)).filter((item) => item !== ''))];
  const claims =
    question.evidence === null
      ? []
      : flat(searched(data, question.evidence))
          .map(idOf)
          .filter((id) => id?.startsWith('claim/') === true);
  return {
    question,
    variables,
    data,
    sentence: unshouted(worded(question.answer, told), constants),
    items,
    claims: [...new Set(claims)].slice(0, MOST_CLAIMS).map(String),
    entities: [...new Set(entitiesIn(data))].slice(0, MOST_ENTITIES),
    isCut: isCut(data),
    refusal: null,
    isEmpty: found === null ? claims.length === 0 : items.length === 0,
  };
}

/** Fills the JMESPath expressions in braces; they may hold braces themselves. */
function worded(template: string, data: unknown): string {
  let sentence = '';
  for (let at = 0; at < template.length; at += 1) {
    if (template.charAt(at) !== '{') {
      sentence += template.charAt(at);
      continue;
    }
    const end = closing(template, at);
    sentence += [...new Set(flat(searched(data, template.slice(at + 1, end))).map(shown))].join(', ');
    at = end;
  }
  return agreeing(sentence.replace(/\s+/g, ' ').trim())
    .replace(/:(?= ?[.;,]| ?$)( ?)/g, ': none')
    .replace(/\b(0 [^:;.]*): none/g, '$1')
    .replace(/ \(\)/g, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function closing(template: string, open: number): number {
  let depth = 0;
  for (let at = open; at < template.length; at += 1) {
    if (template.charAt(at) === '{') depth += 1;
    if (template.charAt(at) === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return template.length;
}

/** What an expression finds; nothing where it meets nothing that it could work on. */
function searched(data: unknown, expression: string): unknown {
  try {
    return jmespath.search(data, expression) as unknown;
  } catch (error) {
    if (error instanceof Error && /ParserError|LexerError|Unknown function/.test(`${error.name}: ${error.message}`)) throw error;
    return null;
  }
}

function flat(value: unknown): readonly unknown[] {
  return (Array.isArray(value) ? value.flat(5) : [value]).filter((item) => item !== null && item !== undefined && item !== false);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return String(value);
  const { label } = value as { label?: unknown };
  if (typeof label === 'string') return label;
  return Object.values(value)
    .flatMap((item) => flat(item))
    .map(shown)
    .join(', ');
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}

function entitiesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap(entitiesIn);
  const id = idOf(data);
  if (id?.startsWith('claim/') === true) return [];
  return [...(id !== null && isEntityId(id) ? [id] : []), ...Object.values(data).flatMap(entitiesIn)];
}

function isCut(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return ('truncated' in data && data.truncated === true) || Object.values(data).some(isCut);
}

const constantsBySchema = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** The values of all enums of a schema. */
function constantsOf(schema: GraphQLSchema): ReadonlySet<string> {
  const known = constantsBySchema.get(schema);
  const types = Object.values(schema.getTypeMap());
  const constants = known ?? new Set(types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : [])));
  constantsBySchema.set(schema, constants);
  return constants;
}

const documents = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();

/** The operation, asking for the id of everything that has one, so that what it brings can be found again. */
function withIds(schema: GraphQLSchema, { sha256, operation }: Question): DocumentNode {
  const known = documents.get(schema) ?? new Map<string, DocumentNode>();
  documents.set(schema, known);
  const document = known.get(sha256) ?? idsAdded(schema, parse(operation));
  known.set(sha256, document);
  return document;
}

function idsAdded(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node): SelectionSetNode | undefined {
          const type = types.getParentType();
          const hasId = (isObjectType(type) || isInterfaceType(type)) && 'id' in type.getFields();
          const isAsked = node.selections.some((item) => item.kind === Kind.FIELD && (item.alias ?? item.name).value === 'id');
          return hasId && !isAsked ? { ...node, selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } }] } : undefined;
        },
      },
    }),
  );
}
