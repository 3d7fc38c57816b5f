import { useEffect, useState } from 'react';
import { useGraphiQL } from '@graphiql/react';

const ID = /"([a-z]+\/[\p{L}\p{N}][\p{L}\p{N}._-]*)"/gu;
const MOST = 40;

/** The ids in the answer that is shown, each leading to its page. */
export function IdLinks() {
  const editor = useGraphiQL((state) => state.responseEditor);
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    const model = editor?.getModel();
    if (!model) return;
    const read = () => {
      setIds([...new Set([...model.getValue().matchAll(ID)].map(([, id = '']) => id))].filter((id) => !id.startsWith('claim/') && !id.startsWith('dispute/')));
    };
    read();
    const watching = model.onDidChangeContent(read);
    return () => {
      watching.dispose();
    };
  }, [editor]);
  if (ids.length === 0) return null;
  return (
    <nav className="id-links" aria-label="Pages of what is in the answer">
      {ids.slice(0, MOST).map((id) => (
        <a key={id} href={`/${id}`}>
          {id}
        </a>
      ))}
      {ids.length > MOST ? <span>+{ids.length - MOST}</span> : null}
    </nav>
  );
}
