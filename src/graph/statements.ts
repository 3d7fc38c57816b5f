import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { cached } from '../model/cached.js';
import { packageRoot } from '../model/package-root.js';

/** A row of an answer, before it is parsed. */
export interface Row {
  get(name: string): unknown;
}

/** A file of `cypher/`, bound to what it takes and gives. */
export interface Statement<T> {
  readonly name: string;
  readonly text: string;
  /** The text with the marks at which parts may be joined, see `joining`. */
  readonly template: string;
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

/** What the parameters of a statement stand for. */
export type Parameters = Readonly<Record<string, unknown>>;

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
  const template = withoutComments(readFileSync(join(CYPHER_FOLDER, `${name}.cypher`), 'utf8'));
  const text = joinedText(template, {});
  agree(name, 'parameter', namesIn(text, /\$(\w+)/g), parameters);
  agree(name, 'placeholder', namesIn(text, /`(\w+)`/g), placeholders);
  const made: Statement<T> = { name, text, template, parameters, placeholders, parse, with: filled({ name, template, placeholders }, {}) };
  bound.set(name, made);
  return made;
}

/** Texts by the marks that they are joined at. */
export type Parts = Readonly<Record<string, string>>;

/** Joined statements that were asked last, so that each text is put together once. */
const joinings = new LRUCache<string, Statement<unknown>>({ max: 500 });

/**
 * The statement with parts joined at its marks, lines such as `//+ n`, and with the parameters of these parts. Parts are
 * made of files of `cypher/parts` alone; what they say of values stands in parameters.
 */
export function joining<T>(statement: Statement<T>, parts: Parts): Statement<T> {
  const key = [statement.name, ...Object.entries(parts).flat()].join('\n');
  // A name stands for one statement, and so for one type of rows.
  return cached(joinings, key, () => ({ ...statement, with: filled(statement, parts) })) as Statement<T>;
}

function joinedText(template: string, parts: Parts): string {
  return template
    .split('\n')
    .flatMap((line) => {
      const [, mark] = /^\/\/\+ (\w+)$/.exec(line) ?? [];
      return mark === undefined ? [line] : (parts[mark] ?? '').split('\n').filter((part) => part !== '');
    })
    .join('\n');
}

/** A part of statements: a file of `cypher/parts`, which is a statement itself and marks the part that others join. */
export interface Part {
  readonly name: string;
  /** The whole file, to be checked as it stands. */
  readonly text: string;
  /** The part, with names for its placeholders and texts joined at its marks; several names as in a statement. */
  with(names: Names, parts?: Parts): string;
}

const parts = new Map<string, Part>();

export function boundParts(): ReadonlyMap<string, Part> {
  return parts;
}

/** Reads `cypher/parts/<name>.cypher`; the part stands between the lines `//[` and `//]`. */
export function part(name: string, placeholders: readonly string[]): Part {
  const file = readFileSync(join(CYPHER_FOLDER, 'parts', `${name}.cypher`), 'utf8');
  const template = withoutComments(/\n\/\/\[\n([^]*)\n\/\/\]\n/.exec(file)?.[1] ?? '');
  agree(name, 'placeholder', namesIn(template, /`(\w+)`/g), placeholders);
  const made: Part = {
    name,
    text: joinedText(withoutComments(file), {}),
    with: (names, within = {}) =>
      joinedText(
        template
          .split('\n')
          .map((line) => repeated(name, line, names))
          .join('\n'),
        within,
      ),
  };
  parts.set(name, made);
  return made;
}

function filled({ name, template, placeholders }: Pick<Statement<unknown>, 'name' | 'template' | 'placeholders'>, parts: Parts): Statement<unknown>['with'] {
  const texts = new Map<string, string>();
  return (values) => {
    const key = placeholders.map((placeholder) => String(values[placeholder])).join('|');
    const known = texts.get(key);
    if (known !== undefined) return known;
    const lines = template.split('\n').map((line) => repeated(name, line, values));
    const made = joinedText(lines.join('\n'), parts);
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

/** The statement alone, with its marks: its header comment and its indentation would otherwise travel with every question. */
function withoutComments(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^\/\/(?!\+ )/.test(line))
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
