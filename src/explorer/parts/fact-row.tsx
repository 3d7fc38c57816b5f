import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { ClaimCard, ClaimsById } from './evidence.tsx';
import type { Evidence as Claim } from '../operations/claims.ts';

/** Where a fact's claims come from, in short. */
export interface Grounds {
  readonly id: string;
  readonly source: { readonly id: string; readonly label: string } | null;
}

/**
 * Something that is said, and in the margin who says so: in short, and at a click with the words. The evidence stands
 * beside what it is for where there is room, and below it where there is none.
 */
export function FactRow({
  children,
  claims,
  isDisputed = false,
  isIntended = false,
}: {
  children: ReactNode;
  claims: readonly (Grounds | Claim)[];
  isDisputed?: boolean;
  isIntended?: boolean;
}) {
  const { evidence, entity } = useWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const sources = [...new Set(claims.flatMap(({ source }) => source?.label ?? []))];
  return (
    <div className="fact" data-intended={isIntended} data-disputed={isDisputed}>
      <div className="fact-said">
        {children}
        {isIntended ? (
          <span className="badge" data-tone="planned">
            {entity.planned}
          </span>
        ) : null}
        {isDisputed ? (
          <span className="badge" data-tone="denied">
            {evidence.disputed}
          </span>
        ) : null}
      </div>
      {claims.length === 0 ? null : (
        <div className="margin">
          <button type="button" className="grounds" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
            <span className="grounds-source">{sources[0]}</span>
            <span className="grounds-count">{evidence.sources(claims.length)}</span>
          </button>
          <div id={id} hidden={!isOpen}>
            {isOpen ? <Claims claims={claims} /> : null}
          </div>
        </div>
      )}
    </div>
  );
}

function Claims({ claims }: { claims: readonly (Grounds | Claim)[] }) {
  const whole = claims.filter((claim) => 'summary' in claim);
  return whole.length === claims.length ? whole.map((claim) => <ClaimCard key={claim.id} claim={claim} />) : <ClaimsById ids={claims.map(({ id }) => id)} />;
}
