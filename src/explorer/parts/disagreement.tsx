import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { disagreementQuery, type Disputes } from '../operations/home.ts';
import { useLang, useNameLang, useWords } from '../words/words.tsx';
import { FailedFace, LoadingFace } from './faces.tsx';

/** One thing that sources do not agree on, and a way to all others; nothing where they agree on all. */
export function Disagreement() {
  const words = useWords();
  const [{ data, error }, again] = useQuery({ query: disagreementQuery, variables: { lang: useNameLang() } });
  if (data?.disputes.totalCount === 0) return null;
  return (
    <section className="home-dispute">
      <h2>{words.home.disagreement}</h2>
      {data ? (
        <Shown disputes={data.disputes} />
      ) : error ? (
        <FailedFace error={error} again={() => again({ requestPolicy: 'network-only' })} />
      ) : (
        <LoadingFace />
      )}
    </section>
  );
}

function Shown({ disputes: { totalCount, edges } }: { disputes: Disputes }) {
  const words = useWords();
  const count = new Intl.NumberFormat(useLang());
  // What is between two or more is told best in one sentence.
  const dispute = edges.find(({ node }) => node.about.length > 1) ?? edges[0];
  return (
    <>
      <p className="lead" lang="en">
        {dispute?.node.explanation}
      </p>
      <p>
        {dispute?.node.about.map((entity) =>
          entity ? (
            <Link key={entity.id} to="/disputes" search={{ about: entity.id }} className="chip">
              {entity.name}
            </Link>
          ) : null,
        )}
        <Link to="/disputes">{words.home.all(count.format(totalCount))}</Link>
      </p>
    </>
  );
}
