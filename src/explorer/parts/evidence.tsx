import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { addressOf } from '../data/addresses.ts';
import { claimsQuery, recordQuery, type Evidence as Claim } from '../operations/claims.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import { EntityLink } from './entity-link.tsx';
import { FailedFace, LoadingFace } from './faces.tsx';
import { When } from './when.tsx';

/** How many characters before and after the words are asked for. */
const CONTEXT = 90;

/** A claim: its words within their context, who says so, in which document, how firmly. */
export function ClaimCard({ claim, number }: { claim: Claim; number?: number }) {
  const { evidence } = useWords();
  const { span, source, assertedBy, modality, polarity, rank, when } = claim;
  const text = span?.text ?? null;
  return (
    <figure className="claim" id={number === undefined ? undefined : `claim-${String(number)}`} data-polarity={polarity}>
      {number === undefined ? null : <span className="claim-number">{number}</span>}
      {span === null || text === null ? (
        <p className="claim-summary" lang="en">
          {claim.summary}
        </p>
      ) : (
        <>
          <blockquote className="words">
            <span className="context">{isWhole(span.before) ? span.before : `…${span.before?.replace(/^\S*\s/, '') ?? ''}`}</span>
            <mark>{text}</mark>
            <span className="context">{isWhole(span.after) ? span.after : `${span.after?.replace(/\s\S*$/, '') ?? ''}…`}</span>
          </blockquote>
          <p className="claim-summary" lang="en">
            {claim.summary}
          </p>
        </>
      )}
      <figcaption>
        {assertedBy ? (
          <span className="asserted">
            <EntityLink entity={assertedBy} />
          </span>
        ) : null}
        <Link to={addressOf(source.id)} search={span ? { at: String(span.start) } : {}} className="source" title={evidence.read}>
          {source.name}
        </Link>
        <When when={when} />
        {modality === 'ASSERTED' ? null : (
          <span className="badge" data-tone={modality === 'PLANNED' || modality === 'HOPED' ? 'planned' : 'hedged'}>
            {evidence.modality[modality]}
          </span>
        )}
        {claim.basis === 'INFERRED' ? (
          <span className="badge" data-tone="hedged" title={claim.basisRule ?? ''}>
            {evidence.basis.INFERRED}
          </span>
        ) : null}
        {polarity === 'DENIED' ? (
          <span className="badge" data-tone="denied">
            {evidence.denied}
          </span>
        ) : null}
        {rank === 'NORMAL' ? null : (
          <span className="badge" title={claim.rankReason ?? ''}>
            {evidence.rank[rank]}
          </span>
        )}
        {span && !span.verified && text !== null ? <span className="badge">{evidence.unverified}</span> : null}
        {when?.rule ? <span className="note">{evidence.rule(when.rule)}</span> : null}
      </figcaption>
      {claim.doubt === null ? null : (
        <p className="note" lang="en">
          {claim.doubt}
        </p>
      )}
      {claim.record ? <RecordShown claim={claim.id} record={claim.record} /> : text === null ? <p className="note">{evidence.noText}</p> : null}
    </figure>
  );
}

/** Whether what stands before or after reaches to the end of the text; else its last word may be cut. */
function isWhole(context: string | null): boolean {
  return context === null || Array.from(context).length < CONTEXT;
}

/** The claims with these ids, fetched when they are first looked at. */
export function ClaimsById({ ids }: { ids: readonly string[] }) {
  const [{ data, error }, again] = useQuery({ query: claimsQuery, variables: { ids: [...ids], lang: useNameLang() } });
  if (error && !data) return <FailedFace error={error} again={() => again({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingFace />;
  return data.nodes.map((node) => (node?.__typename === 'Claim' ? <ClaimCard key={node.id} claim={node} /> : null));
}

/** The row of a data set that a claim stands on; its cells are fetched when it is opened. */
function RecordShown({ claim, record: { file, row, verified } }: { claim: string; record: NonNullable<Claim['record']> }) {
  const { evidence } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [{ data }] = useQuery({ query: recordQuery, variables: { id: claim }, pause: !isOpen });
  const cells = data?.node?.__typename === 'Claim' ? (data.node.record?.values ?? []) : [];
  return (
    <details className="record" onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>
        {evidence.record(file, row)} {verified ? null : <span className="badge">{evidence.unverified}</span>}
      </summary>
      <dl>
        {cells.map(({ column, value }) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
