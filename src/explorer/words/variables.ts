import type { Words } from './en.ts';
import { kindName, term } from './terms.ts';

/** Names of variables that say no more than that something is taken. */
const SAYS_NOTHING = /^(?:[a-z]|entity)$/;

/**
 * What the variables of a worked question are called, by their names: by the kind of what the example gives them, with the
 * part that it plays where its name tells one ("speaker (person)"), and numbered where several would be called the same.
 * @param example - The values of the example, by name: ids, and times or texts.
 */
export function variableNames(words: Words, example: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const called = Object.entries(example).map(([name, value]) => [name, variableName(words, name, kindOf(value))] as const);
  const seen = new Map<string, number>();
  return new Map(
    called.map(([name, text]) => {
      const number = (seen.get(text) ?? 0) + 1;
      seen.set(text, number);
      const isOnly = called.filter(([, other]) => other === text).length === 1;
      return [name, isOnly ? text : `${text} ${String(number)}`];
    }),
  );
}

function variableName(words: Words, name: string, kind: string | null): string {
  if (kind === null) return capital(term(words, name));
  const what = kindName(words, kind);
  return capital(SAYS_NOTHING.test(name) || name.toUpperCase() === kind ? what : `${term(words, name)} (${what})`);
}

/** The kind of entity whose id a value is: city/paris is a CITY; null where it is none. */
function kindOf(value: unknown): string | null {
  const prefix = typeof value === 'string' ? /^([a-z-]+)\//.exec(value)?.[1] : undefined;
  return prefix?.replaceAll('-', '_').toUpperCase() ?? null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
