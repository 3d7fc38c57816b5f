import { useState } from 'react';
import { graphiqlAddress } from '../data/addresses.ts';
import { useAsked, useLens } from '../data/page-query.tsx';
import { useWords } from '../words/words.tsx';

/** What can be done with whatever is shown: share its address, see the GraphQL that brought it. */
export function PageBar() {
  const { page } = useWords();
  const asked = useAsked();
  const lens = useLens();
  const [isShared, setShared] = useState(false);
  const share = () => {
    void navigator.clipboard.writeText(location.href).then(() => {
      setShared(true);
      setTimeout(() => {
        setShared(false);
      }, 2_000);
    });
  };
  return (
    <div className="page-bar">
      <button type="button" className="quiet" onClick={share}>
        {isShared ? page.shared : page.share}
      </button>
      {asked ? (
        <a className="quiet" href={graphiqlAddress(asked.document, asked.variables, lens)}>
          {page.graphql}
        </a>
      ) : null}
    </div>
  );
}
