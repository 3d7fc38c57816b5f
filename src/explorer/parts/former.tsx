import { Navigate, useLocation, type HistoryState } from '@tanstack/react-router';
import { addressOf, type Search } from '../data/addresses.ts';
import { useWords } from '../words/words.tsx';

/** Leads from a former id of an entity to its present one. */
export function ToPresent({ id, was }: { id: string; was: string }) {
  return <Navigate to={addressOf(id)} search={(before: Search) => before} state={{ was } as HistoryState} replace />;
}

/** Says so to whoever came by a former id. */
export function CameByFormer({ id }: { id: string }) {
  const { entity } = useWords();
  const { was } = useLocation().state as { readonly was?: string };
  return was === undefined ? null : (
    <p className="note" role="status">
      {entity.movedTo(was, id)}
    </p>
  );
}
