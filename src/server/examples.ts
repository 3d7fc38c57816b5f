import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A question that GraphiQL opens in a tab of its own. */
export interface Example {
  readonly title: string;
  readonly query: string;
}

/** The questions of `schema/questions`, in the order of their file names; each file opens with its title as a comment. */
export function readExamples(): readonly Example[] {
  const folder = questionsFolder();
  if (folder === null) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const query = readFileSync(join(folder, name), 'utf8');
      return { title: /^#\s*(.+)$/m.exec(query)?.[1] ?? name, query };
    });
}

/** Beside the sources, or beside the build that was made of them. */
function questionsFolder(): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, '../../schema/questions'), join(here, '../../../schema/questions')].find((folder) => existsSync(folder)) ?? null;
}
