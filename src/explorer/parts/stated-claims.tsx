import { useQuery } from 'urql';
import { statedQuery } from '../operations/source.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import { ClaimCard } from './evidence.tsx';
import { LoadingFace } from './faces.tsx';

/** The claims of a source that is no running text, such as a table of names. */
export function StatedClaims({ id }: { id: string }) {
  const words = useWords();
  const [{ data }] = useQuery({ query: statedQuery, variables: { id, after: null, lang: useNameLang() } });
  if (!data) return <LoadingFace />;
  if (data.entity?.__typename !== 'Source') return null;
  const { edges, totalCount } = data.entity.statedClaims;
  return (
    <section>
      <h2>
        {words.source.claims} <span className="count">{totalCount}</span>
      </h2>
      <div className="claims">
        {edges.map(({ node }) => (
          <ClaimCard key={node.id} claim={node} />
        ))}
      </div>
      {edges.length < totalCount ? <p className="note">{words.entity.shown(edges.length, totalCount)}</p> : null}
    </section>
  );
}
