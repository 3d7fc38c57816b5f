import { useState } from 'react';
import type { ShownGraph } from '../data/shown-graph.ts';
import { useWords } from '../words/words.tsx';
import { Kind } from './entity-link.tsx';
import { FactTable } from './fact-row.tsx';
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
  const { graph: words, entity, list } = useWords();
  const [isWhole, setWhole] = useState(false);
  const few = <T,>(all: readonly T[]) => (isWhole ? all : all.slice(0, FEW));
  return (
    <>
      <table className="picks" aria-label={words.things}>
        <thead>
          <tr>
            <th scope="col">{list.label}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.connections}</th>
          </tr>
        </thead>
        <tbody>
          {few(nodes).map(({ id, name, kind }) => (
            <tr key={id}>
              <th scope="row">
                <button type="button" className="quiet" onClick={() => onSelect(id)}>
                  {name}
                </button>
              </th>
              <td>
                <Kind kind={kind} />
              </td>
              <td>{links.filter(({ from, to }) => from.id === id || to.id === id).length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FactTable
        name={words.connections}
        facts={few(links).map(({ key, when, sentence, from, to, fact, intended }) => ({
          key,
          when: <When when={when} />,
          children: <Linked text={sentence} entities={[from, to]} />,
          claims: fact.claims.nodes,
          isDisputed: fact.disputed,
          isIntended: intended,
        }))}
      />
      {isWhole || Math.max(nodes.length, links.length) <= FEW ? null : (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {entity.showAll(links.length)}
        </button>
      )}
    </>
  );
}
