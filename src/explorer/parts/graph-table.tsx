import type { LinkRef } from '../operations/entity.ts';
import { useWords } from '../words/words.tsx';
import { FactRow } from './fact-row.tsx';
import { Linked } from './linked.tsx';
import { When } from './when.tsx';

/** Everything that the graph draws, in sentences. */
export function GraphTable({ links }: { links: readonly LinkRef[] }) {
  const { graph: words } = useWords();
  return (
    <details className="as-table">
      <summary>{words.table}</summary>
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
