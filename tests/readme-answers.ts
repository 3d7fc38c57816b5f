import { readFileSync } from 'node:fs';
import { graphql } from 'graphql';
import { schema } from '../schema/schema.js';
import { vocabulary } from '../schema/vocabulary.js';
import { EmbeddedStore } from '../src/graph/embedded/embedded-store.js';
import { Scope } from '../src/graphql/scope.js';
import { contentOf, everything } from '../src/load/plan.js';
import { readGoodSeeds } from '../src/load/seeds.js';

const QUESTION_AND_ANSWER = /```graphql\n((?:(?!```)[\s\S])*)```\n\n```json\n(?:(?!```)[\s\S])*```/g;

/** README with the answer behind each of its queries as the seeds give it now. */
export function readmeWithAnswers(): Promise<string> {
  return pageWithAnswers('README.md');
}

/** A page with the answer behind each of its queries. */
export async function pageWithAnswers(file: string): Promise<string> {
  const store = new EmbeddedStore(vocabulary);
  await store.apply(everything(contentOf(vocabulary, readGoodSeeds(vocabulary, 'seed', new Map()))));
  const page = readFileSync(file, 'utf8');
  const answers = new Map<string, string>();
  for (const [block, source = ''] of page.matchAll(QUESTION_AND_ANSWER)) {
    const { data, errors } = await graphql({ schema, source, contextValue: new Scope(vocabulary, store, new Map()) });
    if (errors?.[0]) throw errors[0];
    answers.set(block, `\`\`\`graphql\n${source}\`\`\`\n\n\`\`\`json\n${JSON.stringify(data, null, 2)}\n\`\`\``);
  }
  return page.replace(QUESTION_AND_ANSWER, (block) => answers.get(block) ?? block);
}
