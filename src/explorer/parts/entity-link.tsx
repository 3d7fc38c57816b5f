import { Link } from '@tanstack/react-router';
import { addressOf } from '../data/addresses.ts';
import type { Named } from '../data/named.ts';
import { kindName } from '../words/terms.ts';
import { useWords } from '../words/words.tsx';

/** An entity's name, leading to its page. */
export function EntityLink({ entity }: { entity: Named }) {
  return (
    <Link to={addressOf(entity.id)} className="entity" data-kind={entity.kind}>
      {entity.name}
    </Link>
  );
}

export function Kind({ kind }: { kind: string }) {
  const words = useWords();
  return (
    <span className="kind" data-kind={kind}>
      {kindName(words, kind)}
    </span>
  );
}
