import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../model/package-root.js';
import { sha256 } from '../model/text.js';

/** A worked example of a question: in words, and as the operation that answers it. A file of `schema/questions`. */
export interface Question {
  /** The name of its file, by which it can be run. */
  readonly name: string;
  readonly title: string;
  /** The question in words, as `ask` takes it. */
  readonly text: string;
  readonly category: string;
  /** Variables of the example. */
  readonly example: Readonly<Record<string, unknown>>;
  readonly operation: string;
  /** Hex SHA-256 of the operation: its id as a persisted operation. */
  readonly sha256: string;
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

/** All examples, by name and by the hash of their operation. */
export class Catalogue {
  readonly questions: readonly Question[];
  private readonly byKey: ReadonlyMap<string, Question>;

  constructor(questions: readonly Question[]) {
    this.questions = questions;
    this.byKey = new Map(questions.flatMap((item) => [[item.name, item] as const, [item.sha256, item] as const]));
  }

  /** The example with this name or hash. */
  get(key: string): Question | undefined {
    return this.byKey.get(key);
  }
}

let read: Catalogue | undefined;

/** The catalogue of this package, read once. */
export function catalogue(): Catalogue {
  return (read ??= readCatalogue());
}

function readCatalogue(): Catalogue {
  const folder = join(packageRoot(), 'schema', 'questions');
  const names = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return new Catalogue(names.sort().map((file) => parseQuestion(file.replace(/\.graphql$/, ''), readFileSync(join(folder, file), 'utf8'))));
}

/** Reads one example: its title, then lines `# ask: …`, `# category: …`, `# example: {…}`, then the operation. Throws for what is missing. */
export function parseQuestion(name: string, text: string): Question {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const [title = '', ...head] = lines.slice(0, Math.max(0, end)).map((line) => line.replace(/^#\s?/, '').trim());
  const operation = end < 0 ? '' : lines.slice(end).join('\n').trim();
  const field = (key: string) => {
    const line = head.find((own) => own.startsWith(`${key}:`));
    if (line === undefined) throw new Error(`schema/questions/${name}.graphql has no line "# ${key}: …"`);
    return line.slice(key.length + 1).trim();
  };
  if (operation === '') throw new Error(`schema/questions/${name}.graphql has no operation`);
  const category = field('category');
  if (!Object.hasOwn(CATEGORIES, category)) throw new Error(`schema/questions/${name}.graphql: unknown category "${category}"`);
  const example = JSON.parse(field('example')) as Record<string, unknown>;
  return { name, title, text: field('ask'), category, example, operation, sha256: sha256(operation) };
}
