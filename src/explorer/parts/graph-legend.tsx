import type { GraphState } from '../data/graph-state.ts';
import { colourOf } from '../data/kinds.ts';
import { typesOf } from '../data/shown-graph.ts';
import type { Centre } from '../operations/graph.ts';
import { fieldName, kindName } from '../words/terms.ts';
import { useWords } from '../words/words.tsx';
import type { Named } from '../data/named.ts';
import { Toggle } from './toggle.tsx';

/** What the colours mean; a click hides a kind or shows it again. */
export function GraphLegend({ nodes, hidden, onChange }: { nodes: readonly Named[]; hidden: readonly string[]; onChange: (hidden: string[]) => void }) {
  const words = useWords();
  const counts = new Map<string, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  // What has one colour stands together.
  const kinds = [...counts].sort(([one, few], [other, many]) => colourOf(one).localeCompare(colourOf(other)) || many - few);
  return (
    <ul className="legend" aria-label={words.graph.legend}>
      {kinds.map(([kind, count]) => (
        <li key={kind}>
          <button
            type="button"
            aria-pressed={!hidden.includes(kind)}
            onClick={() => onChange(hidden.includes(kind) ? hidden.filter((item) => item !== kind) : [...hidden, kind])}
          >
            <svg width="12" height="12" aria-hidden="true">
              <circle cx="6" cy="6" r="5" fill={colourOf(kind)} />
            </svg>{' '}
            {kindName(words, kind)} <span className="count">{count}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface TypeProps {
  readonly centres: readonly Centre[];
  readonly state: GraphState;
  readonly onChange: (types: string[]) => void;
}

/** The sorts of relationships that the centres have; those that are chosen are asked for alone, so that more of them come. */
export function TypeLegend({ centres, state: { types, isPlanned }, onChange }: TypeProps) {
  const words = useWords();
  const all = typesOf(centres, isPlanned);
  if (all.length === 0) return null;
  return (
    <details className="types" open={types.length > 0}>
      <summary>{words.graph.types}</summary>
      <ul className="legend">
        {all.map(({ type, fields, count }) => (
          <li key={type}>
            <Toggle isOn={types.includes(type)} onChange={(isOn) => onChange(isOn ? [...types, type] : types.filter((item) => item !== type))}>
              {fields.map((field) => fieldName(words, field)).join(' / ')} <span className="count">{count}</span>
            </Toggle>
          </li>
        ))}
      </ul>
    </details>
  );
}
