import { z } from 'zod';
import { nearMiss } from '../model/text.js';

/** What the environment says is wrong; one message for all mistakes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** One line of the table that README and `entente doctor` print. */
export interface Setting {
  readonly name: string;
  readonly default: string;
  readonly about: string;
}

const ENVIRONMENTS = ['production', 'development', 'test'] as const;
const OWN = 'ENTENTE_';

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `expected a whole number from ${String(least)} to ${String(most)}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `expected a whole number from ${String(least)} to ${String(most)}`);
const onOff = z.stringbool({ error: 'expected true or false' });
const text = z.string();
const address = z
  .string()
  .regex(/^(\[[\da-f:]+\]|[\w.-]+):\d{1,5}$/i)
  .transform((place) => ({ host: place.slice(0, place.lastIndexOf(':')).replace(/[[\]]/g, ''), port: Number(place.slice(place.lastIndexOf(':') + 1)) }))
  .refine(({ port }) => port <= 65_535);
const origins = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .refine(
    (list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
    'expected origins such as https://example.org, separated by commas',
  );

const shape = {
  HOST: text
    .regex(/^[\w.:-]+$/, 'expected an address or a host name')
    .default('127.0.0.1')
    .describe('Address that the server listens at.'),
  PORT: whole(0, 65_535).default(4_000).describe('Port that the server listens at; 0 takes a free one.'),
  NODE_ENV: z
    .enum(ENVIRONMENTS, { error: 'expected production, development or test' })
    .default('development')
    .describe('In `production`, GraphiQL, introspection, suggestions and metrics are off unless set.'),
  NEO4J_URI: text
    .regex(/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s]+$/, 'expected an address such as neo4j://localhost:7687')
    .optional()
    .describe('Neo4j to answer from; without it, the embedded engine answers from the seeds.'),
  NEO4J_USER: text.default('neo4j').describe('User of the database.'),
  NEO4J_PASSWORD: text.default('').describe('Password of the database.'),
  NEO4J_DATABASE: text
    .regex(/^[A-Za-z][A-Za-z0-9.-]{2,62}$/, 'expected the name of a database')
    .default('neo4j')
    .describe('Name of the database.'),
  ENTENTE_SEED: text.default('seed').describe('Folder of seeds that the embedded engine is filled from.'),
  ENTENTE_DATA: text.default('data').describe('Folder of imported data sets that the embedded engine is filled from too; need not be there.'),
  ENTENTE_DOCUMENTS: text.default('documents').describe('Folder of source texts, found by their hash; need not be there.'),
  ENTENTE_FILL: onOff.default(false).describe('Whether a Neo4j that holds fewer claims than the seeds is filled from them at the start.'),
  ENTENTE_MODEL_URL: text
    .regex(/^https?:\/\/[^\s]+$/, 'expected an address such as http://127.0.0.1:8080/v1')
    .optional()
    .describe('OpenAI-compatible address of a language model that rewrites questions which `ask` does not understand; off unless set.'),
  ENTENTE_MODEL: text.default('default').describe('Name of that model.'),
  ENTENTE_GRAPHIQL: onOff.optional().describe('Whether a browser gets GraphiQL at /graphql.'),
  ENTENTE_INTROSPECTION: onOff.optional().describe('Whether the schema can be asked for.'),
  ENTENTE_SUGGESTIONS: onOff.optional().describe('Whether messages about unknown fields suggest a known one.'),
  ENTENTE_METRICS: z
    .union([onOff, address], { error: 'expected true, false, or an address of its own such as 127.0.0.1:9464' })
    .optional()
    .describe('Whether /metrics answers: true, false, or where it alone does, as in 127.0.0.1:9464.'),
  ENTENTE_CORS: origins.default([]).describe('Origins whose pages may read answers, separated by commas.'),
  ENTENTE_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('Least level that is logged: fatal, error, warn, info, debug or silent.'),
  ENTENTE_MAX_BODY: whole(1_000, 10_000_000).default(100_000).describe('Bytes of a request body.'),
  ENTENTE_MAX_DEPTH: whole(5, 500).default(50).describe('Depth of brackets in a document and in variables.'),
  ENTENTE_MAX_TOKENS: whole(100, 100_000).default(2_000).describe('Tokens of a document.'),
  ENTENTE_MAX_ALIASES: whole(0, 1_000).default(30).describe('Aliases of an operation, fragments unfolded.'),
  ENTENTE_MAX_DIRECTIVES: whole(0, 1_000).default(20).describe('Directives of an operation, fragments unfolded.'),
  ENTENTE_MAX_ROOT_FIELDS: whole(1, 1_000).default(20).describe('Root fields of an operation, fragments unfolded.'),
  ENTENTE_MAX_FIELDS: whole(100, 1_000_000).default(5_000).describe('Fields of an operation, fragments unfolded.'),
  ENTENTE_MAX_HOPS: whole(1, 50).default(6).describe('Lists inside lists: relationships in a row.'),
  ENTENTE_MAX_NODES: whole(100, 10_000_000)
    .default(20_000)
    .describe('Nodes that a request may bring, with the price of its work, computed before it is executed.'),
  ENTENTE_MAX_VALUES: whole(1_000, 100_000_000).default(500_000).describe('Values that an answer may have, computed before it is executed.'),
  ENTENTE_MAX_ANSWER: whole(10_000, 1_000_000_000).default(10_000_000).describe('Bytes of an answer.'),
  ENTENTE_MAX_LIST: whole(1, 10_000).default(100).describe('Entries of a list in an argument, such as ids.'),
  ENTENTE_MAX_EXECUTIONS: whole(1, 10_000).default(64).describe('Requests executed at once; more are answered 503 with Retry-After.'),
  ENTENTE_DEADLINE: whole(1, 600_000).default(10_000).describe('Milliseconds until a request ends with TIMEOUT.'),
  ENTENTE_STATEMENT_TIMEOUT: whole(1, 600_000).default(5_000).describe('Milliseconds until the database ends a statement.'),
  ENTENTE_STOP_TIMEOUT: whole(0, 600_000).default(9_000).describe('Milliseconds that requests in flight have to end after SIGTERM.'),
} as const;

/** Values that a message never shows. */
const SECRET: ReadonlySet<string> = new Set(['NEO4J_PASSWORD', 'NEO4J_URI']);

const FREE_IN_DEVELOPMENT: ReadonlySet<string> = new Set(['ENTENTE_GRAPHIQL', 'ENTENTE_INTROSPECTION', 'ENTENTE_SUGGESTIONS', 'ENTENTE_METRICS']);

/** Every setting with its default and what it does, in the order in which they are read. */
export const SETTINGS: readonly Setting[] = Object.entries(shape).map(([name, type]) => ({
  name,
  default: defaultOf(name, type),
  about: type.description ?? '',
}));

export interface Neo4jConfig {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface Limits {
  readonly body: number;
  readonly depth: number;
  readonly tokens: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  readonly fields: number;
  readonly hops: number;
  readonly nodes: number;
  readonly values: number;
  /** Bytes. */
  readonly answer: number;
  readonly list: number;
  readonly executions: number;
  /** Milliseconds. */
  readonly deadline: number;
  readonly statementTimeout: number;
  readonly stopTimeout: number;
}

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Config {
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: number;
  /** Absent for the embedded engine. */
  readonly neo4j: Neo4jConfig | null;
  readonly seed: string;
  /** Folder of imported data sets. */
  readonly data: string;
  readonly documents: string;
  readonly fill: boolean;
  /** The model that rewrites questions; absent for none. */
  readonly model: { readonly url: string; readonly model: string } | null;
  readonly graphiql: boolean;
  readonly introspection: boolean;
  readonly suggestions: boolean;
  /** Whether /metrics answers beside the rest, or the address where it alone does. */
  readonly metrics: boolean | Address;
  readonly cors: readonly string[];
  readonly logLevel: string;
  readonly limits: Limits;
}

/** Reads the configuration from an environment; throws one ConfigError that names every mistake. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const result = z.object(shape).safeParse(given);
  const mistakes = [...(result.success ? [] : result.error.issues.map((issue) => mistake(issue, given))), ...misspelled(given)];
  if (!result.success || mistakes.length > 0) throw new ConfigError(`the configuration is wrong:\n${mistakes.map((line) => `  ${line}`).join('\n')}`);
  return configOf(result.data);
}

function configOf(data: z.infer<z.ZodObject<typeof shape>>): Config {
  const isProduction = data.NODE_ENV === 'production';
  return {
    isProduction,
    host: data.HOST,
    port: data.PORT,
    neo4j: data.NEO4J_URI === undefined ? null : { uri: data.NEO4J_URI, user: data.NEO4J_USER, password: data.NEO4J_PASSWORD, database: data.NEO4J_DATABASE },
    seed: data.ENTENTE_SEED,
    data: data.ENTENTE_DATA,
    documents: data.ENTENTE_DOCUMENTS,
    fill: data.ENTENTE_FILL,
    model: data.ENTENTE_MODEL_URL === undefined ? null : { url: data.ENTENTE_MODEL_URL, model: data.ENTENTE_MODEL },
    graphiql: data.ENTENTE_GRAPHIQL ?? !isProduction,
    introspection: data.ENTENTE_INTROSPECTION ?? !isProduction,
    suggestions: data.ENTENTE_SUGGESTIONS ?? !isProduction,
    metrics: data.ENTENTE_METRICS ?? !isProduction,
    cors: data.ENTENTE_CORS,
    logLevel: data.ENTENTE_LOG_LEVEL,
    limits: {
      body: data.ENTENTE_MAX_BODY,
      depth: data.ENTENTE_MAX_DEPTH,
      tokens: data.ENTENTE_MAX_TOKENS,
      aliases: data.ENTENTE_MAX_ALIASES,
      directives: data.ENTENTE_MAX_DIRECTIVES,
      rootFields: data.ENTENTE_MAX_ROOT_FIELDS,
      fields: data.ENTENTE_MAX_FIELDS,
      hops: data.ENTENTE_MAX_HOPS,
      nodes: data.ENTENTE_MAX_NODES,
      values: data.ENTENTE_MAX_VALUES,
      answer: data.ENTENTE_MAX_ANSWER,
      list: data.ENTENTE_MAX_LIST,
      executions: data.ENTENTE_MAX_EXECUTIONS,
      deadline: data.ENTENTE_DEADLINE,
      statementTimeout: data.ENTENTE_STATEMENT_TIMEOUT,
      stopTimeout: data.ENTENTE_STOP_TIMEOUT,
    },
  };
}

function mistake(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const got = SECRET.has(name) ? '' : `, got ${JSON.stringify(given[name])}`;
  return `${name}: ${issue.message}${got}`;
}

/** Names that are nearly those of settings; a setting that is misspelled would be lost in silence. */
function misspelled(given: Readonly<Record<string, string | undefined>>): string[] {
  const ownPart = (name: string) => name.slice(OWN.length);
  const known = SETTINGS.map(({ name }) => name).filter((name) => name.startsWith(OWN));
  return Object.keys(given)
    .filter((name) => name.startsWith(OWN) && !known.includes(name))
    .map((name) => ({ name, near: nearMiss(ownPart(name), known.map(ownPart)) }))
    .filter(({ near }) => near !== null)
    .map(({ name, near }) => `${name}: unknown setting; did you mean "${OWN}${String(near)}"?`);
}

function defaultOf(name: string, type: z.ZodType): string {
  if (FREE_IN_DEVELOPMENT.has(name)) return 'true; false in production';
  if (!(type instanceof z.ZodDefault)) return '';
  const value: unknown = type.def.defaultValue;
  return Array.isArray(value) ? value.join(',') : String(value);
}
