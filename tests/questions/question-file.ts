import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of `schema/questions`, read without the code that serves it. */
export interface QuestionFile {
  readonly name: string;
  readonly title: string;
  readonly ask: string;
  readonly category: string;
  readonly example: Readonly<Record<string, unknown>>;
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
        ask: one('ask'),
        category: one('category'),
        example: JSON.parse(one('example')) as Record<string, unknown>,
        roundTrips: Number(one('round trips')),
        source,
      };
    });
}
