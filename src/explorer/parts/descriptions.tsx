import { useState } from 'react';
import type { EntityPage } from '../operations/entity.ts';
import { useWords } from '../words/words.tsx';
import { FactRow } from './fact-row.tsx';

/** How many are shown before one asks for more. */
const FEW = 4;

/** What is said of an entity in sentences, each with who says so; of some, much is said. */
export function Descriptions({ descriptions }: { descriptions: NonNullable<EntityPage['entity']>['descriptions']['nodes'] }) {
  const { entity: words } = useWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? descriptions : descriptions.slice(0, FEW);
  if (descriptions.length === 0) return null;
  return (
    <section>
      <h2>{words.description}</h2>
      {shown.map(({ text, fact }) => (
        <FactRow key={text} claims={fact.claims.nodes} total={fact.claims.totalCount} isDisputed={fact.disputed}>
          <p lang="en">{text}</p>
        </FactRow>
      ))}
      {shown.length < descriptions.length ? (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {words.showAll(descriptions.length)}
        </button>
      ) : null}
    </section>
  );
}
