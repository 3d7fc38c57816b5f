import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { ClaimCard, ClaimsById } from './evidence.tsx';
import { Table } from './table.tsx';
import type { Evidence as Claim } from '../operations/claims.ts';

/** Where a fact's claims come from, in short. */
export interface Grounds {
  readonly id: string;
  readonly source: { readonly id: string; readonly label: string } | null;
}

interface Fact {
  readonly children: ReactNode;
  readonly claims: readonly (Grounds | Claim)[];
  /** How many there are in all, where not all came. */
  readonly total?: number;
  readonly isDisputed?: boolean;
  readonly isIntended?: boolean;
}

/**
 * Something that is said, and in the margin who says so: in short, and at a click with the words. The evidence stands
 * beside what it is for where there is room, and below it where there is none.
 */
export function FactRow({ children, claims, total, isDisputed = false, isIntended = false }: Fact) {
  return (
    <div className="fact" data-intended={isIntended} data-disputed={isDisputed}>
      <div className="fact-said">
        {children}
        <Badges isDisputed={isDisputed} isIntended={isIntended} />
      </div>
      {claims.length === 0 ? null : (
        <div className="margin">
          <WhoSaysSo claims={claims} total={total ?? claims.length} />
        </div>
      )}
    </div>
  );
}

/** The same as a row of a table, with when it was. */
export interface TabledFact extends Fact {
  readonly key: string;
  readonly when: ReactNode;
}

/** Things that are said as a table: when, what, and who says so, at a click with the words. */
export function FactTable({ name, facts, chosen = null }: { name: string; facts: readonly TabledFact[]; chosen?: string | null }) {
  const { map, timeline, evidence } = useWords();
  return (
    <Table
      name={name}
      className="fact-table"
      headedBy={1}
      columns={[
        { key: 'when', name: map.when },
        { key: 'what', name: timeline.kind },
        { key: 'who', name: evidence.who },
      ]}
      rows={facts.map(({ key, when, children, claims, total, isDisputed = false, isIntended = false }) => ({
        key,
        id: `entry ${key}`,
        isChosen: key === chosen,
        cells: [
          { shown: when },
          {
            shown: (
              <>
                {children}
                <Badges isDisputed={isDisputed} isIntended={isIntended} />
              </>
            ),
          },
          { shown: claims.length === 0 ? null : <WhoSaysSo claims={claims} total={total ?? claims.length} /> },
        ],
      }))}
    />
  );
}

function Badges({ isDisputed, isIntended }: { isDisputed: boolean; isIntended: boolean }) {
  const { evidence, entity } = useWords();
  return (
    <>
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
    </>
  );
}

/** Where something is said, in short, and at a click with the words. */
function WhoSaysSo({ claims, total }: Pick<Fact, 'claims'> & { readonly total: number }) {
  const { evidence, entity } = useWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const sources = [...new Set(claims.flatMap(({ source }) => source?.label ?? []))];
  return (
    <>
      <button type="button" className="grounds" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <span className="grounds-source">{sources[0]}</span>
        <span className="grounds-count">{evidence.sources(total)}</span>
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <Claims claims={claims} /> : null}
        {isOpen && total > claims.length ? <p className="note">{entity.shown(claims.length, total)}</p> : null}
      </div>
    </>
  );
}

function Claims({ claims }: { claims: readonly (Grounds | Claim)[] }) {
  const whole = claims.filter((claim) => 'summary' in claim);
  return whole.length === claims.length ? whole.map((claim) => <ClaimCard key={claim.id} claim={claim} />) : <ClaimsById ids={claims.map(({ id }) => id)} />;
}
