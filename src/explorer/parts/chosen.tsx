import { useQuery } from 'urql';
import { namesQuery } from '../operations/search.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import type { Named } from '../data/named.ts';

interface Props {
  /** The page that is about them, for its title. */
  readonly page?: string;
  readonly ids: readonly string[];
  /** Those whose names come with something else that is asked for; null until it is there. */
  readonly known?: readonly Named[] | null;
  readonly onRemove: (id: string) => void;
}

/** What was chosen by name, each to be let go again. */
export function Chosen({ page, ids, known = [], onRemove }: Props) {
  const { graph: words, state } = useWords();
  const names = new Map(known?.map(({ id, name }) => [id, name]));
  const unnamed = known === null ? [] : ids.filter((id) => !names.has(id));
  const [{ data, fetching }] = useQuery({ query: namesQuery, variables: { ids: unnamed, lang: useNameLang() }, pause: unnamed.length === 0 });
  // They come in the order that they were asked for in; what had an id before has another now.
  const nodes = fetching ? [] : (data?.nodes ?? []);
  for (const [at, node] of nodes.entries()) if (node && 'name' in node) names.set(unnamed[at] ?? node.id, node.name);
  const unknown = nodes.flatMap((node, at) => (node === null ? (unnamed[at] ?? []) : []));
  return (
    <div className="chosen">
      {page === undefined ? null : (
        <title>{`${[page, ids.map((id) => names.get(id) ?? id).join(', ')].filter((part) => part !== '').join(': ')} · Entente`}</title>
      )}
      {ids.map((id) => (
        <button key={id} type="button" className="chip" title={words.remove} onClick={() => onRemove(id)}>
          {names.get(id) ?? id} <span aria-hidden="true">×</span>
        </button>
      ))}
      {unknown.map((id) => (
        <p key={id} className="note" role="status">
          {state.unknown(id)}
        </p>
      ))}
    </div>
  );
}
