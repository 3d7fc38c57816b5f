import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../model/package-root.js';
import { hint, sha256 } from '../model/text.js';
import { parseWording, type Wording } from './wording.js';

/** A kind of question, as a file of `schema/questions` holds it; `docs/questions.md` is the contract. */
export interface Question {
  /** The name of its file. */
  readonly name: string;
  readonly title: string;
  readonly category: string;
  /** The first one is shown to people. */
  readonly wordings: readonly Wording[];
  /** Variables of the example. */
  readonly example: Readonly<Record<string, unknown>>;
  /** Sentences with JMESPath expressions in braces. */
  readonly answer: string;
  /** JMESPath for the list of the answer. */
  readonly items: string | null;
  /** JMESPath for the claims that the answer stands on. */
  readonly evidence: string | null;
  /** The GraphQL operation, without the lines above it. */
  readonly operation: string;
  /** Hex SHA-256 of the operation: its id as a persisted operation. */
  readonly sha256: string;
  /** The whole file. */
  readonly text: string;
}

/** The sorts of question. */
export const CATEGORIES: Readonly<Record<string, string>> = {
  'single-fact': 'One fact about one thing.',
  filter: 'Which things meet some condition.',
  'time-qualified': 'What was so on a day.',
  aggregation: 'How many, or which most.',
  'multi-hop': 'Over several relationships.',
  path: 'How things are connected.',
  contradiction: 'On what sources differ.',
  negative: 'What is not so, or not recorded.',
  provenance: 'Who says so, and where.',
};

/** All questions, by name and by the hash of their operation. */
export class Catalogue {
  readonly questions: readonly Question[];
  private readonly byKey: ReadonlyMap<string, Question>;

  constructor(questions: readonly Question[]) {
    this.questions = questions;
    this.byKey = new Map(questions.flatMap((item) => [[item.name, item] as const, [item.sha256, item] as const]));
  }

  /** The question with this name or hash. */
  get(key: string): Question | undefined {
    return this.byKey.get(key);
  }
}

/** Reads every question file of a folder, in the order of their names; throws with every problem. */
export function readCatalogue(folder: string): Catalogue {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.replace(/\.graphql$/, ''));
  const problems: string[] = [];
  const questions = names.sort().map((name) => parseQuestion(name, readFileSync(join(folder, `${name}.graphql`), 'utf8'), problems));
  if (problems.length > 0) throw new Error(`schema/questions:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  return new Catalogue(questions);
}

let read: Catalogue | undefined;

/** The catalogue of this package, read once. */
export function catalogue(): Catalogue {
  return (read ??= readCatalogue(join(packageRoot(), 'schema', 'questions')));
}

/** Reads one question file; what is wrong with it goes to `problems`, each with file and line. */
export function parseQuestion(name: string, text: string, problems: string[]): Question {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const head = lines.slice(0, end < 0 ? lines.length : end).map((line) => line.replace(/^#\s?/, '').trim());
  const [title = '', ...rest] = head;
  const fields = rest.map((line) => ({ key: /^[a-z ]+(?=:)/.exec(line)?.[0] ?? '', value: line.replace(/^[a-z ]+:\s*/, '') }));
  const all = (key: string) => fields.filter((field) => field.key === key).map(({ value }) => value);
  const one = (key: string) => all(key)[0] ?? null;
  const refuse = (what: string) => problems.push(`${name}.graphql: ${what}`);
  const required = (key: string) => {
    if (one(key) === null) refuse(`has no line "# ${key}: …"`);
    return one(key) ?? '';
  };
  const operation = end < 0 ? '' : lines.slice(end).join('\n').trim();
  if (operation === '') refuse('has no operation');
  required('ask');
  if (one('category') !== null && !Object.hasOwn(CATEGORIES, one('category') ?? ''))
    refuse(`unknown category "${one('category') ?? ''}"${hint(one('category') ?? '', Object.keys(CATEGORIES))}`);
  return {
    name,
    title,
    category: required('category'),
    wordings: all('ask').map((wording) => parseWording(wording)),
    example: readJson(required('example'), refuse),
    answer: required('answer'),
    items: one('items'),
    evidence: one('evidence'),
    operation,
    sha256: sha256(operation),
    text,
  };
}

function readJson(text: string, refuse: (what: string) => void): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    refuse(`"# example: ${text}" is no JSON`);
    return {};
  }
}
