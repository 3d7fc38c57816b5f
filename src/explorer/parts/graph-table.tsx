import type { ShownGraph } from '../data/shown-graph.ts';
import { useWords } from '../words/words.tsx';
import { Kind } from './entity-link.tsx';
import { FactRow } from './fact-row.tsx';
import { Linked } from './linked.tsx';
import { When } from './when.tsx';

/** Everything that the graph draws: what is in it, to be picked by name, and its connections in sentences. */
export function GraphTable({ shown: { nodes, links }, onSelect }: { shown: ShownGraph; onSelect: (id: string) => void }) {
  const { graph: words } = useWords();
  return (
    <details className="as-table">
      <summary>{words.table}</summary>
      <ul className="row picks" aria-label={words.things}>
        {nodes.map(({ id, name, kind }) => (
          <li key={id}>
            <button type="button" className="quiet" onClick={() => onSelect(id)}>
              {name}
            </button>{' '}
            <Kind kind={kind} />
          </li>
        ))}
      </ul>
      {links.map((link) => (
        <FactRow key={link.key} claims={link.fact.claims.nodes} isDisputed={link.fact.disputed} isIntended={link.intended}>
          <Linked text={link.sentence} entities={[link.from, link.to]} />{' '}
          <span className="note">
            <When when={link.when} />
          </span>
        </FactRow>
      ))}
    </details>
  );
}
