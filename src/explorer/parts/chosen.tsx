import { useQuery } from 'urql';
import { namesQuery } from '../operations/search.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import type { Named } from '../data/named.ts';

interface Props {
  readonly ids: readonly string[];
  /** Those whose names come with something else that is asked for; null until it is there. */
  readonly known?: readonly Named[] | null;
  readonly onRemove: (id: string) => void;
}

/** What was chosen by name, each to be let go again. */
export function Chosen({ ids, known = [], onRemove }: Props) {
  const { graph: words } = useWords();
  const names = new Map(known?.map(({ id, name }) => [id, name]));
  const unnamed = known === null ? [] : ids.filter((id) => !names.has(id));
  const [{ data }] = useQuery({ query: namesQuery, variables: { ids: unnamed, lang: useNameLang() }, pause: unnamed.length === 0 });
  for (const node of data?.nodes ?? []) if (node && 'name' in node) names.set(node.id, node.name);
  return (
    <div className="chosen">
      {ids.map((id) => (
        <button key={id} type="button" className="chip" title={words.remove} onClick={() => onRemove(id)}>
          {names.get(id) ?? id} <span aria-hidden="true">×</span>
        </button>
      ))}
    </div>
  );
}
