import { useState } from 'react';
import type { GraphState } from '../data/graph-state.ts';
import type { ShownGraph } from '../data/shown-graph.ts';
import { useWords } from '../words/words.tsx';
import { Kind } from './entity-link.tsx';
import { FactTable } from './fact-row.tsx';
import { Linked } from './linked.tsx';
import { Table } from './table.tsx';
import { useFacts } from './use-facts.ts';
import { When } from './when.tsx';

/** Rows that are written at first; a large graph has thousands. */
const FEW = 100;

interface Props {
  readonly shown: ShownGraph;
  readonly state: GraphState;
  readonly onSelect: (id: string) => void;
}

/** Everything that the graph draws: what is in it, to be picked by name, and its connections in sentences. */
export function GraphTable(props: Props) {
  const { graph: words } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="as-table" onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>{words.table}</summary>
      {isOpen ? <Rows {...props} /> : null}
    </details>
  );
}

function Rows({ shown: { nodes, links }, state, onSelect }: Props) {
  const { graph: words, entity, list } = useWords();
  const [isWhole, setWhole] = useState(false);
  const facts = useFacts(state);
  const degrees = degreesIn(links);
  const few = <T,>(all: readonly T[]) => (isWhole ? all : all.slice(0, FEW));
  return (
    <>
      <Table
        name={words.things}
        className="picks"
        columns={[
          { key: 'name', name: list.label },
          { key: 'kind', name: words.kind },
          { key: 'connections', name: words.connections },
        ]}
        rows={few(nodes).map(({ id, name, kind }) => ({
          key: id,
          cells: [
            {
              shown: (
                <button type="button" className="quiet" onClick={() => onSelect(id)}>
                  {name}
                </button>
              ),
            },
            { shown: <Kind kind={kind} /> },
            { shown: degrees.get(id) ?? 0 },
          ],
        }))}
      />
      <FactTable
        name={words.connections}
        facts={few(links).map(({ key, when, sentence, from, to, intended }) => ({
          key,
          when: <When when={when} />,
          children: <Linked text={sentence} entities={[from, to]} isWhole />,
          claims: facts.get(key)?.claims.nodes ?? [],
          total: facts.get(key)?.claims.totalCount ?? 0,
          isDisputed: facts.get(key)?.disputed ?? false,
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

/** How many connections each thing has. */
function degreesIn(links: ShownGraph['links']): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const id of new Set([from.id, to.id])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}
