import type { LinkRef } from '../operations/entity.ts';
import type { Selection } from '../pages/graph.tsx';
import { useWords } from '../words/words.tsx';
import { EntityLink, Kind, type Named } from './entity-link.tsx';
import { ClaimsById } from './evidence.tsx';
import { Linked } from './linked.tsx';
import { When } from './when.tsx';

interface Props {
  readonly selection: Selection;
  readonly nodes: readonly Named[];
  readonly links: readonly LinkRef[];
  readonly centers: readonly string[];
  readonly onExpand: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** What was clicked in the graph: a thing, to go on from; a connection, with its sentence and words. */
export function GraphSelection({ selection, nodes, links, centers, onExpand, onRemove }: Props) {
  const { graph: words } = useWords();
  const node = selection && 'node' in selection ? nodes.find(({ id }) => id === selection.node) : undefined;
  const link = selection && 'link' in selection ? links.find(({ key }) => key === selection.link) : undefined;
  return (
    <section className="selection" aria-live="polite">
      {node ? (
        <>
          <h2>
            <EntityLink entity={node} />
          </h2>
          <p>
            <Kind kind={node.kind} />
          </p>
          <p className="row">
            {centers.includes(node.id) ? (
              <button type="button" className="quiet" onClick={() => onRemove(node.id)}>
                {words.remove}
              </button>
            ) : (
              <button type="button" className="button" onClick={() => onExpand(node.id)}>
                {words.expand}
              </button>
            )}
          </p>
          <ul className="plain">
            {links
              .filter(({ from, to }) => from.id === node.id || to.id === node.id)
              .slice(0, 12)
              .map(({ key, sentence, from, to }) => (
                <li key={key}>
                  <Linked text={sentence} entities={[from, to]} here={node.id} />
                </li>
              ))}
          </ul>
        </>
      ) : link ? (
        <>
          <p className="lead">
            <Linked text={link.sentence} entities={[link.from, link.to]} /> <When when={link.when} />
          </p>
          <ClaimsById ids={link.fact.claims.nodes.map(({ id }) => id)} />
        </>
      ) : (
        <p className="note">{words.select}</p>
      )}
    </section>
  );
}
