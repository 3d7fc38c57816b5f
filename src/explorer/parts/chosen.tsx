import { useQuery } from 'urql';
import { namesQuery } from '../operations/search.ts';
import { useNameLang } from '../words/words.tsx';

/** What was chosen by name, each to be let go again. */
export function Chosen({ ids, onRemove }: { ids: readonly string[]; onRemove: (id: string) => void }) {
  const [{ data }] = useQuery({ query: namesQuery, variables: { ids: [...ids], lang: useNameLang() }, pause: ids.length === 0 });
  const names = new Map(data?.nodes.flatMap((node) => (node && 'name' in node ? [[node.id, node.name] as const] : [])));
  return (
    <div className="chosen">
      {ids.map((id) => (
        <button key={id} type="button" className="chip" onClick={() => onRemove(id)}>
          {names.get(id) ?? id} <span aria-hidden="true">×</span>
        </button>
      ))}
    </div>
  );
}
