import { useState } from 'react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { listOf, type Search } from '../data/addresses.ts';
import { usePageQuery } from '../data/page-query.tsx';
import type { Question } from '../operations/ask.ts';
import { namesQuery } from '../operations/search.ts';
import { variableNames } from '../words/variables.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import { AnswerFields } from './answer-tree.tsx';
import { SearchBox } from './search-box.tsx';

/** Variables of an operation, or what it answers, by name. */
type Values = Readonly<Record<string, unknown>>;

/** What stands before the name of a variable in an address. */
const PREFIX = 'v.';

/** A worked question: opened, it is asked of whom one likes; which is, and of whom, is in the address. */
export function WorkedQuestion({ question }: { question: Question }) {
  const search: Search = useSearch({ strict: false });
  const isRun = search['run'] === question.name;
  const [isOpen, setOpen] = useState(isRun);
  return (
    <details open={isOpen} onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>
        <span lang="en">
          {question.title} <span className="note">{question.text}</span>
        </span>
      </summary>
      {isOpen ? <Opened question={question} isRun={isRun} search={search} /> : null}
    </details>
  );
}

function Opened({ question, isRun, search }: { question: Question; isRun: boolean; search: Search }) {
  const words = useWords();
  const navigate = useNavigate();
  const example = question.variables as Values;
  const own = Object.fromEntries(Object.keys(example).flatMap((name) => (isRun ? listOf(search[PREFIX + name]).map((value) => [name, value]) : [])));
  const values: Values = { ...example, ...own };
  const run = (part: Values) => {
    const next = Object.entries({ ...own, ...part }).filter(([name, value]) => value !== example[name]);
    const named = Object.fromEntries(next.map(([name, value]) => [PREFIX + name, String(value)]));
    void navigate({ to: '.', search: (before: Search) => ({ ...withoutRun(before), run: question.name, ...named }), resetScroll: false });
  };
  return (
    <>
      <Variables example={example} values={values} onChange={run} />
      <p className="row">
        <button type="button" className="button" onClick={() => run({})}>
          {words.questions.show}
        </button>
        {Object.keys(own).length > 0 ? null : (
          <Link to="/ask" search={{ q: question.text }}>
            {words.questions.run}
          </Link>
        )}
        <a href={`/graphql?${new URLSearchParams({ query: question.operation, variables: JSON.stringify(values) }).toString()}`}>{words.questions.edit}</a>
      </p>
      {isRun ? <Answered question={question} values={values} /> : null}
    </>
  );
}

function Answered({ question, values }: { question: Question; values: Values }) {
  const { data, face } = usePageQuery<Values, Record<string, unknown>>(question.operation, values);
  return (
    <section className="worked-answer" aria-live="polite">
      {data ? <AnswerFields fields={Object.entries(data).filter(([name]) => name !== '__typename')} /> : face}
    </section>
  );
}

interface VariablesProps {
  /** What the question's own example is asked of. */
  readonly example: Values;
  readonly values: Values;
  readonly onChange: (part: Readonly<Record<string, string>>) => void;
}

/** What a question is asked of, each to be replaced: what has an id by name, times as they are written. */
function Variables({ example, values, onChange }: VariablesProps) {
  const words = useWords();
  const called = variableNames(words, example);
  const ids = Object.values(values).filter((value) => isId(value));
  const [{ data }] = useQuery({ query: namesQuery, variables: { ids, lang: useNameLang() }, pause: ids.length === 0 });
  const names = new Map(data?.nodes.map((node, at) => [ids[at], node && 'name' in node ? node.name : undefined]));
  return (
    <div className="tools">
      {Object.entries(values).map(([name, value]) =>
        isId(value) ? (
          <SearchBox
            key={`${name} ${value}`}
            label={called.get(name) ?? name}
            isLabelShown
            placeholder={names.get(value) ?? value}
            onPick={({ id }) => onChange({ [name]: id })}
          />
        ) : typeof value === 'string' ? (
          <label key={name}>
            <span>{called.get(name) ?? name}</span>
            <input
              key={value}
              defaultValue={value}
              onBlur={({ target }) => target.value !== value && onChange({ [name]: target.value })}
              onKeyDown={({ key, currentTarget }) => key === 'Enter' && onChange({ [name]: currentTarget.value })}
            />
          </label>
        ) : null,
      )}
    </div>
  );
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.includes('/');
}

/** An address without the question that was run before. */
function withoutRun(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([name]) => name !== 'run' && !name.startsWith(PREFIX)));
}
