import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { addressOf } from '../data/addresses.ts';
import { askedIds } from '../data/asked-ids.ts';
import { calledSo, type Found } from '../data/called.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { askQuery, type Answer } from '../operations/ask.ts';
import { LONGEST, searchQuery } from '../operations/search.ts';
import { EntityLink, Kind } from '../parts/entity-link.tsx';
import { ClaimCard } from '../parts/evidence.tsx';
import { Linked } from '../parts/linked.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { WaysOn } from '../parts/ways-on.tsx';
import { useNameLang, useWords } from '../words/words.tsx';

/** A question in words: its answer in a sentence, and what the answer rests on. */
export function AskPage() {
  const words = useWords();
  const lang = useNameLang();
  const navigate = useNavigate();
  const { q = '' }: { q?: string } = useSearch({ strict: false });
  const { data, face, isStale } = usePageQuery(askQuery, { text: q, lang }, q === '');
  const { named, near } = useCalled(q);
  return (
    <article className="ask">
      <title>{`${q === '' ? words.ask.label : q} · Entente`}</title>
      <h1>{q === '' ? words.ask.label : q}</h1>
      {q === '' ? (
        <SearchBox
          label={words.ask.label}
          placeholder={words.ask.placeholder}
          onPick={(entity) => void navigate({ to: addressOf(entity.id) })}
          onText={(text) => void navigate({ to: '/ask', search: { q: text } })}
        />
      ) : null}
      {named === null ? null : <NamedPage entity={named} />}
      {data && !isStale ? <AnswerShown key={q} answer={data.ask} isName={named !== null} near={near} /> : face}
    </article>
  );
}

interface Shown {
  readonly answer: Answer;
  /** Whether what was asked is but a name. */
  readonly isName: boolean;
  readonly near: readonly Found[];
}

function AnswerShown({ answer, isName, near }: Shown) {
  const words = useWords();
  const isUnderstood = answer.outcome === 'ANSWERED';
  const asked = askedIds(answer.variables);
  const names = answer.citations.flatMap(({ claim }) => [claim.subject, claim.object, claim.assertedBy, claim.source].flatMap((entity) => entity ?? []));
  return (
    <>
      {isName && !isUnderstood ? null : (
        <p className="answer" data-outcome={answer.outcome}>
          {answer.sentence === '' ? (
            words.ask.notUnderstood
          ) : (
            <Linked text={answer.sentence} entities={[...answer.entities, ...names]} lang={answer.language} />
          )}
        </p>
      )}
      {isUnderstood || answer.reading === '' ? null : <p className="note">{words.ask.notUnderstood}</p>}
      {answer.reading === '' ? null : (
        <p className="reading">
          <span className="note labelled">{words.ask.reading}</span> <span lang={answer.language}>{answer.reading}</span>
        </p>
      )}
      {asked.length > 0 ? <WaysOn of={asked} /> : null}
      {answer.candidates.length > 0 ? <Candidates answer={answer} /> : isUnderstood ? null : <Near found={near} />}
      {answer.entities.length > 0 ? (
        <section>
          <h2>{words.ask.names}</h2>
          <ul className="row">
            {answer.entities.map((entity) => (
              <li key={entity.id}>
                <EntityLink entity={entity} /> <Kind kind={entity.kind} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {answer.citations.length > 0 ? (
        <section>
          <h2>{words.ask.restsOn}</h2>
          <div className="claims">
            {answer.citations.map(({ number, claim }) => (
              <ClaimCard key={claim.id} claim={claim} number={number} />
            ))}
          </div>
        </section>
      ) : isUnderstood ? (
        <p className="note">{words.ask.noWords}</p>
      ) : null}
      {answer.nearest.length > 0 ? (
        <section>
          <h2>{isUnderstood ? words.ask.otherReadings : words.ask.nearest}</h2>
          <ul className="plain">
            {answer.nearest.map((text) => (
              <li key={text}>
                <Link to="/ask" search={{ q: text }}>
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** What is called by a text, or nearly so; often no question is asked, but a name is written. */
function useCalled(text: string): { readonly named: Found | null; readonly near: readonly Found[] } {
  const variables = { text: text.slice(0, LONGEST), lang: useNameLang() };
  const [{ data, fetching, stale }] = useQuery({ query: searchQuery, variables, pause: text.trim() === '' });
  const found = fetching || stale ? [] : (data?.search.edges.map(({ node }) => node) ?? []);
  const [one, ...others] = calledSo(found, text.trim());
  const named = one !== undefined && others.length === 0 ? one : null;
  return { named, near: found.filter((entity) => entity !== named) };
}

/** The page of what a text names. */
function NamedPage({ entity }: { entity: Found }) {
  return (
    <section>
      <p className="answer">
        <EntityLink entity={entity} /> <Kind kind={entity.kind} />
      </p>
    </section>
  );
}

function Near({ found }: { found: readonly Found[] }) {
  const { ask } = useWords();
  return found.length === 0 ? null : (
    <section>
      <h2>{ask.called}</h2>
      <ul className="plain">
        {found.map((entity) => (
          <li key={entity.id}>
            <EntityLink entity={entity} /> <Kind kind={entity.kind} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Candidates({ answer }: { answer: Answer }) {
  const { ask } = useWords();
  const { q = '' }: { q?: string } = useSearch({ strict: false });
  const texts = [...new Set(answer.candidates.map(({ text }) => text))];
  return texts.map((text) => (
    <section key={text}>
      <h2>{ask.candidates(text)}</h2>
      <ul className="plain">
        {answer.candidates
          .filter((candidate) => candidate.text === text)
          .map(({ entity }) => (
            <li key={entity.id}>
              <Link to="/ask" search={{ q: q.replace(text, entity.id) }}>
                {entity.name}
              </Link>{' '}
              <Kind kind={entity.kind} /> <EntityLink entity={{ ...entity, name: entity.id }} />
            </li>
          ))}
      </ul>
    </section>
  ));
}
