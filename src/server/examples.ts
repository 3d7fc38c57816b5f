import { catalogue } from '../ask/catalogue.js';

/** A question that GraphiQL opens in a tab of its own. */
export interface Example {
  /** The document, under its title and a wording as comments. */
  readonly query: string;
  /** JSON, where it has variables. */
  readonly variables: string | null;
}

/** As many tabs as can be read. */
const MOST = 12;

/** Questions of the catalogue, ready to run: the first of each category, then the second, and so on. */
export function readExamples(): readonly Example[] {
  const asked = new Map<string, number>();
  return catalogue()
    .questions.map((question) => {
      const round = asked.get(question.category) ?? 0;
      asked.set(question.category, round + 1);
      return { question, round };
    })
    .sort((a, b) => a.round - b.round)
    .slice(0, MOST)
    .map(({ question: { title, operation, example } }) => ({
      query: `# ${title}\n${operation}\n`,
      variables: Object.keys(example).length === 0 ? null : JSON.stringify(example, null, 2),
    }));
}
