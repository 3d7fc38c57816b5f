import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A question that GraphiQL opens in a tab of its own. */
export interface Example {
  /** The document, under its title as a comment. */
  readonly query: string;
  /** JSON, where it has variables. */
  readonly variables: string | null;
}

/** As many tabs as can be read. */
const MOST = 12;

/** Lines of a question's head that are not for readers; `docs/questions.md` tells them all. */
const FOR_MACHINES = /^#\s*(category|example|answer|items|evidence|round trips):/;

/** Questions of `schema/questions`, ready to run: the first of each category in the order of file names, then the second, and so on. */
export function readExamples(): readonly Example[] {
  const folder = questionsFolder();
  if (folder === null) return [];
  const asked = new Map<string, number>();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const category = /^#\s*category:\s*(.+)$/m.exec(text)?.[1] ?? '';
      const round = asked.get(category) ?? 0;
      asked.set(category, round + 1);
      return { text, round };
    })
    .sort((a, b) => a.round - b.round)
    .slice(0, MOST)
    .map(({ text }) => exampleIn(text));
}

function exampleIn(text: string): Example {
  const variables = /^#\s*example:\s*(.+)$/m.exec(text)?.[1];
  const query = text
    .split('\n')
    .filter((line) => !FOR_MACHINES.test(line))
    .join('\n');
  return { query, variables: variables === undefined ? null : JSON.stringify(JSON.parse(variables), null, 2) };
}

/** Beside the sources, or beside the build that was made of them. */
function questionsFolder(): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, '../../schema/questions'), join(here, '../../../schema/questions')].find((folder) => existsSync(folder)) ?? null;
}
