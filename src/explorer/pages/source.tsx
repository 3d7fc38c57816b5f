import { Fragment, useEffect, useRef, useState } from 'react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { listOf, type Search } from '../data/addresses.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { sourceQuery, type Passage, type SourcePage as Source } from '../operations/source.ts';
import type { Named } from '../data/named.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { ClaimsById } from '../parts/evidence.tsx';
import { CameByFormer, ToPresent } from '../parts/former.tsx';
import { Further } from '../parts/further.tsx';
import { GoneFace } from '../parts/gone.tsx';
import { StatedClaims } from '../parts/stated-claims.tsx';
import { When } from '../parts/when.tsx';
import { useLang, useNameLang, useWords } from '../words/words.tsx';

/** Sentences on one page; through a lens, more would bring more than one request may. */
const PAGE = 22;

/** Summaries that stand for a sentence whose words are not at hand; the margin has the rest. */
const FEW = 4;

/** A document: its sentences, and in the margin the claims that stand on them. */
export function SourcePage() {
  const { slug = '' }: { slug?: string } = useParams({ strict: false });
  const search: Search = useSearch({ strict: false });
  const id = `source/${slug}`;
  const [after] = listOf(search['after']);
  const { data, face, isStale } = usePageQuery(sourceQuery, { id, first: PAGE, after: after ?? null, lang: useNameLang() });
  if (!data || (isStale && data.entity?.id !== id)) return face;
  if (data.entity?.__typename !== 'Source') return <GoneFace id={id} />;
  if (data.entity.id !== id) return <ToPresent id={data.entity.id} was={id} />;
  return <SourceShown source={data.entity} at={Number(listOf(search['at'])[0] ?? Number.NaN)} isFirst={after === undefined} />;
}

function SourceShown({ source, at, isFirst }: { source: Source; at: number; isFirst: boolean }) {
  const words = useWords();
  const passages = source.passages.edges.map(({ node }) => node);
  const first = passages[0]?.index ?? 0;
  const hasText = passages.some(({ span }) => span.text !== null);
  return (
    <article className="source-page">
      <title>{`${source.name} · Entente`}</title>
      <header className="entity-head">
        <p className="eyebrow">
          <span className="kind">{words.source.title}</span>
        </p>
        <h1>{source.title ?? source.name}</h1>
        <CameByFormer id={source.id} />
        <Particulars source={source} />
      </header>
      {source.passages.totalCount === 0 ? (
        <StatedClaims id={source.id} />
      ) : (
        <>
          <p className="note">
            {words.source.coverage(source.coverage.claimed, source.coverage.sentences)}
            {hasText ? '' : ` ${words.source.noText}`}
          </p>
          {isFirst ? null : (
            <Link to="." search={(before: Search) => ({ ...before, after: undefined, at: undefined })}>
              {words.source.top}
            </Link>
          )}
          <div className="reader" lang={source.language ?? undefined}>
            {passages.map((passage) => (
              <Sentence key={passage.index} passage={passage} isSought={at >= passage.span.start && at < passage.span.end} />
            ))}
          </div>
          <p className="note">{words.source.shown(first + 1, first + passages.length, source.passages.totalCount)}</p>
          {source.passages.pageInfo.hasNextPage ? (
            <Link to="." className="button" search={(before: Search) => ({ ...before, after: source.passages.pageInfo.endCursor ?? undefined, at: undefined })}>
              {words.source.more}
            </Link>
          ) : null}
        </>
      )}
      <Further id={source.id} label={source.label} />
    </article>
  );
}

function Particulars({ source }: { source: Source }) {
  const { source: words } = useWords();
  const named = (entities: readonly { readonly node: Named }[]) =>
    entities.map(({ node }, at) => (
      <Fragment key={node.id}>
        {at === 0 ? '' : ', '}
        <EntityLink entity={node} />
      </Fragment>
    ));
  return (
    <>
      <p className="row particulars">
        {source.authors.edges.length > 0 ? (
          <span>
            {words.authors} {named(source.authors.edges)}
          </span>
        ) : null}
        {source.publishers.edges.length > 0 ? (
          <span>
            {words.publishers} {named(source.publishers.edges)}
          </span>
        ) : null}
        {source.published ? (
          <span>
            {words.published} <When when={source.published} />
          </span>
        ) : null}
        {source.url === null || !/^https?:/.test(source.url) ? null : (
          <a href={source.url} rel="noreferrer">
            {new URL(source.url).host}
          </a>
        )}
      </p>
      {source.defect.length > 0 ? (
        <details>
          <summary>
            {words.defects} <span className="count">{source.defect.length}</span>
          </summary>
          <ul className="bullets" lang="en">
            {source.defect.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {source.cites.totalCount > 0 ? (
        <details>
          <summary>
            {words.cites} <span className="count">{source.cites.totalCount}</span>
          </summary>
          <ul className="row">
            {source.cites.edges.map(({ node }) => (
              <li key={node.id}>
                <EntityLink entity={node} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** A sentence beside its claims: a word lights the claims on it, a claim its words. */
function Sentence({ passage, isSought }: { passage: Passage; isSought: boolean }) {
  const words = useWords();
  const lang = useLang();
  const [lit, setLit] = useState<readonly string[]>([]);
  const [isOpen, setOpen] = useState(isSought);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSought) place.current?.scrollIntoView({ block: 'center' });
  }, [isSought]);
  const { span } = passage;
  const claims = passage.claims.nodes;
  const excuse = words.source.excuses[passage.excuse?.split(' ')[0] ?? ''] ?? words.source.excused;
  return (
    <div className="fact sentence" data-sought={isSought} ref={place} id={`sentence-${String(passage.index)}`}>
      <div className="fact-said">
        {span.text === null ? (
          claims.length === 0 ? null : (
            <ul className="summaries" lang="en">
              {claims.slice(0, FEW).map(({ id, summary }) => (
                <li key={id}>{summary}</li>
              ))}
              {claims.length > FEW ? (
                <li className="note" lang={lang}>
                  {words.entity.shown(FEW, passage.claims.totalCount)}
                </li>
              ) : null}
            </ul>
          )
        ) : (
          <p className="words">
            {pieces(span.text, span.start, claims).map(({ start, text, ids }) => (
              <span key={start} data-lit={ids.some((id) => lit.includes(id))} onMouseEnter={() => setLit(ids)} onMouseLeave={() => setLit([])}>
                {text}
              </span>
            ))}
          </p>
        )}
      </div>
      <div className="margin" lang={lang}>
        {claims.length === 0 ? (
          <p className="note">{excuse}</p>
        ) : (
          <>
            <button type="button" className="grounds" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <span className="grounds-count">{words.evidence.sources(passage.claims.totalCount)}</span>
            </button>
            <ul hidden={!isOpen && lit.length === 0} className="margin-claims">
              {(isOpen ? claims : claims.filter(({ id }) => lit.includes(id))).map((claim) => (
                <MarginClaim key={claim.id} claim={claim} isLit={lit.includes(claim.id)} onLight={(isLit) => setLit(isLit ? [claim.id] : [])} />
              ))}
            </ul>
            {isOpen && claims.length < passage.claims.totalCount ? (
              <p className="note">{words.entity.shown(claims.length, passage.claims.totalCount)}</p>
            ) : null}
          </>
        )}
      </div>
    </div>
  );
}

function MarginClaim({ claim, isLit, onLight }: { claim: Passage['claims']['nodes'][number]; isLit: boolean; onLight: (isLit: boolean) => void }) {
  const { evidence } = useWords();
  const [isWhole, setWhole] = useState(false);
  return (
    <li data-lit={isLit} onMouseEnter={() => onLight(true)} onMouseLeave={() => onLight(false)}>
      {claim.subject ? <EntityLink entity={claim.subject} /> : null}{' '}
      <button
        type="button"
        className="summary"
        lang="en"
        aria-expanded={isWhole}
        onFocus={() => onLight(true)}
        onBlur={() => onLight(false)}
        onClick={() => setWhole(!isWhole)}
      >
        {claim.summary}
      </button>
      {claim.polarity === 'DENIED' ? (
        <span className="badge" data-tone="denied">
          {evidence.denied}
        </span>
      ) : null}
      {isWhole ? <ClaimsById ids={[claim.id]} /> : null}
    </li>
  );
}

/** A text cut wherever a claim's words begin or end; spans count in code points. */
function pieces(text: string, from: number, claims: Passage['claims']['nodes']): { start: number; text: string; ids: string[] }[] {
  const points = Array.from(text);
  const spans = claims.flatMap(({ id, spans: all }) => all.map(({ start, end }) => ({ id, start: start - from, end: end - from })));
  const cuts = [...new Set([0, points.length, ...spans.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= points.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? points.length;
    return { start, text: points.slice(start, end).join(''), ids: spans.filter((span) => span.start < end && span.end > start).map(({ id }) => id) };
  });
}
