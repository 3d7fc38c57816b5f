import { kindName } from '../words/terms.ts';
import { useWords } from '../words/words.tsx';
import type { TimelineEntry } from '../operations/timeline.ts';
import { EntityLink } from './entity-link.tsx';
import { Linked } from './linked.tsx';

/** What a line of a time line says, beside when it was: what it is and its name, or the sentence of a relationship. */
export function Entry({ entry: { sentence, entity, link } }: { entry: TimelineEntry }) {
  const words = useWords();
  if (link) return <Linked text={sentence} entities={[link.from, link.to]} isWhole />;
  if (!entity) return <span lang="en">{sentence}</span>;
  const kind = kindName(words, entity.kind);
  return (
    <>
      <span className="labelled">{kind.charAt(0).toUpperCase() + kind.slice(1)}</span> <EntityLink entity={entity} />
    </>
  );
}
