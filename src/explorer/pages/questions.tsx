import { useState } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import type { Search } from '../data/addresses.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { questionsQuery, type Question } from '../operations/ask.ts';
import { SearchBox } from '../parts/search-box.tsx';
import { useWords } from '../words/words.tsx';

const SLOT = /\{(\w+): ([^}]+)\}/g;

/** The catalogue of worked questions, each to be asked with entities of one's own. */
export function QuestionsPage() {
  const words = useWords();
  const search: Search = useSearch({ strict: false });
  const [wanted, setWanted] = useState(typeof search['find'] === 'string' ? search['find'] : '');
  const { data, face } = usePageQuery(questionsQuery, { after: null });
  const after = data?.questions.pageInfo.hasNextPage === true ? data.questions.pageInfo.endCursor : null;
  const [more] = useQuery({ query: questionsQuery, variables: { after }, pause: after === null });
  const all = [...(data?.questions.edges ?? []), ...(more.data?.questions.edges ?? [])].map(({ node }) => node);
  const found = all.filter(({ title, wordings }) => [title, ...wordings].join(' ').toLowerCase().includes(wanted.toLowerCase()));
  const categories = [...new Set(found.map(({ category }) => category))];
  return (
    <div className="questions">
      <title>{`${words.questions.title} · Entente`}</title>
      <h1>{words.questions.title}</h1>
      <label className="tools">
        <span>{words.questions.find}</span>
        <input type="search" value={wanted} onChange={({ target: { value } }) => setWanted(value)} />
      </label>
      {data
        ? categories.map((category) => (
            <section key={category}>
              <h2>{words.terms[category] ?? words.plain(category)}</h2>
              <ul className="plain">
                {found
                  .filter((question) => question.category === category)
                  .map((question) => (
                    <li key={question.name}>
                      <QuestionShown question={question} />
                    </li>
                  ))}
              </ul>
            </section>
          ))
        : face}
    </div>
  );
}

function QuestionShown({ question }: { question: Question }) {
  const words = useWords();
  const example = JSON.parse(question.example) as Readonly<Record<string, unknown>>;
  const [values, setValues] = useState(example);
  const [wording = ''] = question.wordings;
  const slots = [...wording.matchAll(SLOT)].map(([, name = '', kind = '']) => ({ name, kind }));
  const text = wording.replace(SLOT, (_, name: string) => shown(values[name]));
  const graphiql = `/graphql?${new URLSearchParams({ query: question.operation, variables: JSON.stringify(values) }).toString()}`;
  return (
    <details>
      <summary>
        {question.title} <span className="note">{text}</span>
      </summary>
      <div className="tools">
        {slots.map(({ name, kind }) =>
          typeof example[name] === 'string' && example[name].includes('/') ? (
            <SearchBox
              key={name}
              label={`${name} (${words.plain(kind)})`}
              isLabelShown
              placeholder={shown(values[name])}
              onPick={({ id }) => setValues({ ...values, [name]: id })}
            />
          ) : (
            <label key={name}>
              <span>{name}</span>
              <input value={shown(values[name])} onChange={({ target: { value } }) => setValues({ ...values, [name]: value })} />
            </label>
          ),
        )}
      </div>
      <p className="row">
        <Link to="/ask" search={{ q: text }} className="button">
          {words.questions.run}
        </Link>
        <a href={graphiql}>{words.questions.edit}</a>
      </p>
      {question.wordings.length > 1 ? (
        <p className="note">
          {words.questions.wordings}: {question.wordings.slice(1, 6).join(' · ')}
        </p>
      ) : null}
    </details>
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '…' : JSON.stringify(value);
}
