import { useState } from 'react';
import { useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import type { Search } from '../data/addresses.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { sortsFromSimple } from '../data/richness.ts';
import { questionsQuery } from '../operations/ask.ts';
import { WorkedQuestion } from '../parts/worked-question.tsx';
import { useWords } from '../words/words.tsx';

/** The catalogue of worked questions, each as it is asked in words, and in GraphQL with entities of one's own. */
export function QuestionsPage() {
  const words = useWords();
  const search: Search = useSearch({ strict: false });
  const [wanted, setWanted] = useState(typeof search['find'] === 'string' ? search['find'] : '');
  const { data, face } = usePageQuery(questionsQuery, { after: null });
  const after = data?.questions.pageInfo.hasNextPage === true ? data.questions.pageInfo.endCursor : null;
  const [more] = useQuery({ query: questionsQuery, variables: { after }, pause: after === null });
  const all = [...(data?.questions.edges ?? []), ...(more.data?.questions.edges ?? [])].map(({ node }) => node);
  const found = all.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(wanted.toLowerCase()));
  const categories = sortsFromSimple(found);
  return (
    <div className="questions">
      <title>{`${words.questions.title} · Entente`}</title>
      <h1>{words.questions.title}</h1>
      <div className="tools">
        <label>
          <span>{words.questions.find}</span>
          <input type="search" value={wanted} onChange={({ target: { value } }) => setWanted(value)} />
        </label>
      </div>
      {data
        ? categories.map((category) => (
            <section key={category}>
              <h2>{words.questions.categories[category] ?? words.plain(category)}</h2>
              <ul className="plain">
                {found
                  .filter((question) => question.category === category)
                  .map((question) => (
                    <li key={question.name}>
                      <WorkedQuestion question={question} />
                    </li>
                  ))}
              </ul>
            </section>
          ))
        : face}
    </div>
  );
}
