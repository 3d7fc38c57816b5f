import type { GraphState, Point } from '../data/graph-state.ts';
import type { GraphLink, ShownGraph } from '../data/shown-graph.ts';
import { useWords } from '../words/words.tsx';
import { EntityLink, Kind } from './entity-link.tsx';
import { ClaimsById } from './evidence.tsx';
import { LoadingFace } from './faces.tsx';
import { Linked } from './linked.tsx';
import { useFacts } from './use-facts.ts';
import { When } from './when.tsx';

/** Connections of a thing that are listed beside the graph; the table below it has all. */
const FEW = 12;

interface Props {
  readonly at: string | null;
  readonly shown: ShownGraph;
  readonly state: GraphState;
  /** Told that one is about to expand something. */
  readonly onForesee: (id: string) => void;
  readonly onExpand: (id: string) => void;
  readonly onRemove: (id: string) => void;
  readonly onPin: (id: string, point: Point | null) => void;
}

/** What was clicked in the graph: a thing, to go on from; a connection, with its sentence and words. */
export function GraphSelection({ at, shown: { nodes, links }, state, onForesee, onExpand, onRemove, onPin }: Props) {
  const { graph: words } = useWords();
  const { of, pins } = state;
  const node = nodes.find(({ id }) => id === at);
  const link = links.find(({ key }) => key === at);
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
            {of.includes(node.id) ? (
              <button type="button" className="quiet" onClick={() => onRemove(node.id)}>
                {words.remove}
              </button>
            ) : (
              <button
                type="button"
                className="button"
                onPointerEnter={() => onForesee(node.id)}
                onFocus={() => onForesee(node.id)}
                onClick={() => onExpand(node.id)}
              >
                {words.expand}
              </button>
            )}
            {pins.has(node.id) ? (
              <button type="button" className="quiet" onClick={() => onPin(node.id, null)}>
                {words.unpin}
              </button>
            ) : (
              <span className="note">{words.pinHelp}</span>
            )}
          </p>
          <ul className="plain">
            {links
              .filter(({ from, to }) => from.id === node.id || to.id === node.id)
              .slice(0, FEW)
              .map(({ key, sentence, from, to }) => (
                <li key={key}>
                  <Linked text={sentence} entities={[from, to]} here={node.id} isWhole />
                </li>
              ))}
          </ul>
        </>
      ) : link ? (
        <LinkShown link={link} state={state} />
      ) : (
        <p className="note">{words.select}</p>
      )}
    </section>
  );
}

/** A connection in a sentence, with the words that it stands on. */
function LinkShown({ link: { key, sentence, from, to, when }, state }: { link: GraphLink; state: GraphState }) {
  const fact = useFacts(state).get(key);
  return (
    <>
      <p className="lead">
        <Linked text={sentence} entities={[from, to]} isWhole /> <When when={when} />
      </p>
      {fact ? <ClaimsById ids={fact.claims.nodes.map(({ id }) => id)} /> : <LoadingFace />}
    </>
  );
}
