import { useState } from 'react';
import type { ShownGraph } from '../data/shown-graph.ts';
import { useWords } from '../words/words.tsx';
import { Kind } from './entity-link.tsx';
import { FactRow } from './fact-row.tsx';
import { Linked } from './linked.tsx';
import { When } from './when.tsx';

/** Rows that are written at first; a large graph has thousands. */
const FEW = 100;

/** Everything that the graph draws: what is in it, to be picked by name, and its connections in sentences. */
export function GraphTable({ shown, onSelect }: { shown: ShownGraph; onSelect: (id: string) => void }) {
  const { graph: words } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="as-table" onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>{words.table}</summary>
      {isOpen ? <Rows shown={shown} onSelect={onSelect} /> : null}
    </details>
  );
}

function Rows({ shown: { nodes, links }, onSelect }: { shown: ShownGraph; onSelect: (id: string) => void }) {
  const { graph: words, entity } = useWords();
  const [isWhole, setWhole] = useState(false);
  const few = <T,>(all: readonly T[]) => (isWhole ? all : all.slice(0, FEW));
  return (
    <>
      <ul className="row picks" aria-label={words.things}>
        {few(nodes).map(({ id, name, kind }) => (
          <li key={id}>
            <button type="button" className="quiet" onClick={() => onSelect(id)}>
              {name}
            </button>{' '}
            <Kind kind={kind} />
          </li>
        ))}
      </ul>
      {few(links).map((link) => (
        <FactRow key={link.key} claims={link.fact.claims.nodes} isDisputed={link.fact.disputed} isIntended={link.intended}>
          <Linked text={link.sentence} entities={[link.from, link.to]} />{' '}
          <span className="note">
            <When when={link.when} />
          </span>
        </FactRow>
      ))}
      {isWhole || Math.max(nodes.length, links.length) <= FEW ? null : (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {entity.showAll(links.length)}
        </button>
      )}
    </>
  );
}
