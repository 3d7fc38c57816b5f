import type { GraphState } from '../data/graph-state.ts';
import { shownOf, type ShownGraph } from '../data/shown-graph.ts';
import type { Centre } from '../operations/graph.ts';
import { useLang, useWords } from '../words/words.tsx';

/** How much is shown of what is there: of the graph, and of each of its centres. */
export function GraphShown({ shown, centres, state }: { shown: ShownGraph; centres: readonly Centre[]; state: GraphState }) {
  const { graph: words } = useWords();
  const number = new Intl.NumberFormat(useLang());
  return (
    <div className="note graph-shown">
      <p>{words.shown(shown.nodes.length, shown.links.length)}</p>
      {centres.length === 0 ? null : (
        <ul>
          {centres.map((centre) => {
            const { shown: few, total } = shownOf(centre, shown.links, state);
            return <li key={centre.id}>{words.shownOf(centre.name, number.format(few), number.format(total))}</li>;
          })}
        </ul>
      )}
    </div>
  );
}
