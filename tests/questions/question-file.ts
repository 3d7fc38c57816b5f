import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of `schema/questions`, read without the code that serves it. */
export interface QuestionFile {
  readonly name: string;
  readonly title: string;
  readonly asks: readonly string[];
  readonly category: string;
  readonly example: Readonly<Record<string, unknown>>;
  readonly answer: string;
  readonly items: string;
  readonly evidence: string;
  readonly roundTrips: number;
  readonly source: string;
}

export const CATEGORIES = ['single-fact', 'filter', 'time-qualified', 'aggregation', 'multi-hop', 'path', 'contradiction', 'negative', 'provenance'];

const FOLDER = 'schema/questions';

export function readQuestionFiles(): readonly QuestionFile[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const source = readFileSync(join(FOLDER, file), 'utf8');
      const all = (key: string) => [...source.matchAll(new RegExp(`^# ${key}: (.+)$`, 'gm'))].map(([, value = '']) => value);
      const one = (key: string) => {
        const [value, ...more] = all(key);
        if (value === undefined || more.length > 0) throw new Error(`${file}: wanted one line "# ${key}: …"`);
        return value;
      };
      return {
        name: file.replace(/\.graphql$/, ''),
        title: /^# (.+)\n# ask: /.exec(source)?.[1] ?? '',
        asks: all('ask'),
        category: one('category'),
        example: JSON.parse(one('example')) as Record<string, unknown>,
        answer: one('answer'),
        items: one('items'),
        evidence: one('evidence'),
        roundTrips: Number(one('round trips')),
        source,
      };
    });
}

/** The variables that the slots of a wording fill. */
export function filledBy(ask: string): readonly string[] {
  return [...ask.matchAll(/\{\s*(\w+)\s*:\s*(\w+)\s*\}/g)].flatMap(([, variable = '', type]) => (type === 'Period' ? ['from', 'to'] : [variable]));
}

/** The JMESPath expressions of a template. */
export function expressionsOf(template: string): readonly string[] {
  // Expressions may hold braces themselves, one within another.
  return [...template.matchAll(/\{((?:[^{}]|\{[^{}]*\})*)\}/g)].map(([, expression = '']) => expression);
}
