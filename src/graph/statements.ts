import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../model/package-root.js';

/** A row of an answer, before it is parsed. */
export interface Row {
  get(name: string): unknown;
}

/** A file of `cypher/`, bound to what it takes and gives. */
export interface Statement<T> {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly string[];
  /** Backticked names that stand for a label, a type, a property or a variable. */
  readonly placeholders: readonly string[];
  readonly parse: (row: Row) => T;
  /**
   * The text with its placeholders replaced; the same values give the same text, so the database plans it once. A
   * line whose placeholder stands for several names is repeated for each, with commas between.
   */
  with(values: Names): string;
}

/** What placeholders stand for. */
export type Names = Readonly<Record<string, string | readonly string[]>>;

/** Folder of the statement files; found from the sources and from the compiled files alike. */
export const CYPHER_FOLDER = join(packageRoot(), 'cypher');

const bound = new Map<string, Statement<unknown>>();

/** All statements bound so far, by file name without its ending. */
export function boundStatements(): ReadonlyMap<string, Statement<unknown>> {
  return bound;
}

/**
 * Reads `cypher/<name>.cypher` and checks that it uses exactly the parameters and placeholders declared here.
 * `parse` is the only way from a row to a value.
 */
export function statement<T>(name: string, parameters: readonly string[], parse: (row: Row) => T, placeholders: readonly string[] = []): Statement<T> {
  const text = withoutComments(readFileSync(join(CYPHER_FOLDER, `${name}.cypher`), 'utf8'));
  agree(name, 'parameter', namesIn(text, /\$(\w+)/g), parameters);
  agree(name, 'placeholder', namesIn(text, /`(\w+)`/g), placeholders);
  const made: Statement<T> = { name, text, parameters, placeholders, parse, with: filled(name, text, placeholders) };
  bound.set(name, made);
  return made;
}

function filled(name: string, text: string, placeholders: readonly string[]): Statement<unknown>['with'] {
  const texts = new Map<string, string>();
  return (values) => {
    const key = placeholders.map((placeholder) => String(values[placeholder])).join('|');
    const known = texts.get(key);
    if (known !== undefined) return known;
    const made = text
      .split('\n')
      .map((line) => repeated(name, line, values))
      .join('\n');
    texts.set(key, made);
    return made;
  };
}

function repeated(name: string, line: string, values: Names): string {
  const several = [...namesIn(line, /`(\w+)`/g)].find((placeholder) => Array.isArray(values[placeholder]));
  if (several === undefined) return replaced(name, line, values);
  return [values[several] ?? []]
    .flat()
    .map((one) => replaced(name, line, { ...values, [several]: one }))
    .join(',\n');
}

function replaced(name: string, line: string, values: Names): string {
  return line.replace(/`(\w+)`/g, (_whole, placeholder: string) => {
    const value = values[placeholder];
    if (typeof value !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(value)) {
      throw new Error(`${name}.cypher: placeholder ${placeholder} needs a name, got ${String(value)}`);
    }
    return `\`${value}\``;
  });
}

/** The statement alone: its header comment would otherwise travel with every question. */
function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n')
    .trim()
    .replace(/;$/, '');
}

function namesIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].flatMap(([, found]) => (found === undefined ? [] : [found])));
}

function agree(name: string, what: string, used: ReadonlySet<string>, declared: readonly string[]): void {
  for (const item of used) if (!declared.includes(item)) throw new Error(`${name}.cypher uses the ${what} ${item}, which is not declared`);
  for (const item of declared) if (!used.has(item)) throw new Error(`${name}.cypher does not use the declared ${what} ${item}`);
}
