import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { listOf, type Search } from '../data/addresses.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { disputesQuery, type CountCheck, type Dispute } from '../operations/disputes.ts';
import { Chosen } from '../parts/chosen.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { ClaimCard } from '../parts/evidence.tsx';
import { EmptyFace } from '../parts/faces.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { term } from '../words/terms.ts';
import { useNameLang, useWords } from '../words/words.tsx';

/** What the sources do not agree on: for and against, side by side, with the words. */
export function DisputesPage() {
  const words = useWords();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const [about] = listOf(search['about']);
  const rules = listOf(search['rule']);
  const { data, face } = usePageQuery(disputesQuery, {
    about: about ?? null,
    rule: rules.length > 0 ? rules : null,
    after: listOf(search['after'])[0] ?? null,
    lang: useNameLang(),
  });
  const set = (part: Search) => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...part, after: undefined }) });
  return (
    <div className="disputes">
      <h1>{words.disputes.title}</h1>
      <div className="tools">
        <SearchBox label={words.disputes.about} isLabelShown placeholder={words.disputes.any} onPick={({ id }) => set({ about: id })} />
        <Chosen page={words.disputes.title} ids={about === undefined ? [] : [about]} onRemove={() => set({ about: undefined })} />
        <label>
          <span>{words.disputes.rule}</span>
          <select value={rules[0] ?? ''} onChange={({ target: { value } }) => set({ rule: value })}>
            <option value="">{words.disputes.any}</option>
            {data?.disputeRules.map(({ id, description }) => (
              <option key={id} value={id} title={description}>
                {words.plain(id.replaceAll('-', ' '))}
              </option>
            ))}
          </select>
        </label>
      </div>
      {data ? (
        <>
          {data.disputes.totalCount === 0 ? (
            <EmptyFace>{words.disputes.none}</EmptyFace>
          ) : (
            data.disputes.edges.map(({ node }) => <DisputeShown key={node.id} dispute={node} />)
          )}
          {data.disputes.pageInfo.hasNextPage ? (
            <Link to="." search={(before: Search) => ({ ...before, after: data.disputes.pageInfo.endCursor ?? undefined })}>
              {words.disputes.next}
            </Link>
          ) : null}
          {data.countChecks.edges.length > 0 ? (
            <section>
              <h2>{words.disputes.counts}</h2>
              {data.countChecks.edges.map(({ node }) => (
                <CountShown key={node.claim.id} check={node} />
              ))}
            </section>
          ) : null}
        </>
      ) : (
        face
      )}
    </div>
  );
}

function DisputeShown({ dispute }: { dispute: Dispute }) {
  const words = useWords();
  return (
    <section className="dispute" id={dispute.id.replace('/', '-')}>
      <p className="eyebrow">
        {dispute.about.map((entity) => (entity ? <EntityLink key={entity.id} entity={entity} /> : null))}
        <span className="badge" data-tone={dispute.resolution ? undefined : 'denied'} title={dispute.rule.description}>
          {dispute.verdict === 'SIDE_BY_SIDE' ? words.disputes.sideBySide : dispute.resolution ? words.disputes.resolved : words.disputes.open}
        </span>
      </p>
      <h2 lang="en">{dispute.explanation}</h2>
      {dispute.resolution ? (
        <p className="note" lang="en">
          {dispute.resolution.reason}
        </p>
      ) : null}
      <div className="sides">
        {dispute.sides.map(({ says, claims }) => (
          <div key={says} className="side">
            <h3 lang="en">{says}</h3>
            {claims.nodes.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function CountShown({ check }: { check: CountCheck }) {
  const words = useWords();
  return (
    <details className="count-check">
      <summary>
        {check.about?.name} · <span className="labelled">{term(words, check.measure)}</span> {words.disputes.stated} <strong>{check.stated}</strong>,{' '}
        {words.disputes.counted} <strong>{words.disputes.upTo(check.certain, check.possible)}</strong>{' '}
        <span className="badge" data-tone={check.verdict === 'CONTRADICTED' ? 'denied' : undefined}>
          {words.disputes.verdict[check.verdict]}
        </span>
      </summary>
      <p>
        {check.about ? <EntityLink entity={check.about} /> : null} <span lang="en">{check.explanation}</span>
      </p>
      <ClaimCard claim={check.claim} />
      <h3>
        {words.disputes.members} <span className="count">{check.members.totalCount}</span>
      </h3>
      <ol className="row">
        {check.members.edges.map(({ node }) => (
          <li key={node.id}>
            <EntityLink entity={node} />
          </li>
        ))}
      </ol>
    </details>
  );
}
