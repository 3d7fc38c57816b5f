import { useEffect, useState } from 'react';
import { print } from '@0no-co/graphql.web';
import type { ResultOf } from 'gql.tada';
import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { sortsFromSimple } from '../data/richness.ts';
import { questionsQuery, type Question } from '../operations/ask.ts';
import { plain } from '../words/plain.ts';

interface Answer {
  readonly data?: ResultOf<typeof questionsQuery>;
}

/** The catalogue of worked questions, grouped from simple to rich; a click puts one into the editor. */
export const examplesPlugin: GraphiQLPlugin = { title: 'Examples', icon: Icon, content: Examples };

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M5 4h10l4 4v12H5z M9 11h6 M9 15h6" />
    </svg>
  );
}

function Examples() {
  const [examples, setExamples] = useState<readonly Question[] | null>(null);
  const [wanted, setWanted] = useState('');
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  useEffect(() => {
    void readExamples().then(setExamples);
  }, []);
  const open = ({ title, operation, variables: example }: Question) => {
    const query = `# ${title}\n${operation}\n`;
    const variables = Object.keys(example as object).length === 0 ? '' : JSON.stringify(example, null, 2);
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    actions.updateActiveTabValues({ query, variables, response: null });
    // The editor learns the operation's name a moment later; Run is to know it at once.
    actions.setOperationName(/(?:query|mutation|subscription)\s+(\w+)/.exec(operation)?.[1] ?? '');
  };
  const found = (examples ?? []).filter(({ title, name }) => `${title} ${name}`.toLowerCase().includes(wanted.toLowerCase()));
  return (
    <div className="examples-panel">
      <h2>Examples</h2>
      <input type="search" aria-label="Find an example" placeholder="Find an example" value={wanted} onChange={({ target: { value } }) => setWanted(value)} />
      {examples === null ? <p>One moment</p> : null}
      {sortsFromSimple(found).map((category, at) => {
        const group = found.filter((example) => example.category === category);
        return (
          <details key={category} open={wanted !== '' || at === 0}>
            <summary>
              {plain(category)} <small>{group.length}</small>
            </summary>
            <ul>
              {group.map((example) => (
                <li key={example.name}>
                  <button type="button" onClick={() => open(example)}>
                    {example.title}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

async function readExamples(): Promise<Question[]> {
  const all: Question[] = [];
  let after: string | null = null;
  do {
    const response: Response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: print(questionsQuery), variables: { after } }),
    });
    const { data } = (await response.json()) as Answer;
    all.push(...(data?.questions.edges.map(({ node }) => node) ?? []));
    after = data?.questions.pageInfo.hasNextPage === true ? data.questions.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}
