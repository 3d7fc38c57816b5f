import { colourOf } from '../data/kinds.ts';
import { kindName } from '../words/terms.ts';
import { useWords } from '../words/words.tsx';
import type { Named } from './entity-link.tsx';

/** What the colours mean; a click hides a kind or shows it again. */
export function GraphLegend({ nodes, hidden, onChange }: { nodes: readonly Named[]; hidden: readonly string[]; onChange: (hidden: string[]) => void }) {
  const words = useWords();
  const counts = new Map<string, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return (
    <ul className="legend" aria-label={words.graph.legend}>
      {[...counts].map(([kind, count]) => (
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
