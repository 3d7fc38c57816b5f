import { useState } from 'react';
import { Link, useLocation, useSearch } from '@tanstack/react-router';
import { graphiqlAddress, listOf, type Search } from '../data/addresses.ts';
import { useAsked, useLens } from '../data/page-query.tsx';
import { useWords } from '../words/words.tsx';

/** What can be done with whatever is shown: share its address, see the GraphQL that brought it. */
export function PageBar() {
  const { page, nav } = useWords();
  const asked = useAsked();
  const lens = useLens();
  const [isShared, setShared] = useState(false);
  const search: Search = useSearch({ strict: false });
  const { pathname } = useLocation();
  const of = listOf(search['of'] ?? search['about']);
  const compared = of.length > 0 ? of : /^\/(?!list\/)[a-z]+\/.+/.test(pathname) ? [pathname.slice(1)] : [];
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
      <button type="button" className="quiet" aria-live="polite" onClick={share}>
        {isShared ? page.shared : page.share}
      </button>
      <Link to="/compare" className="quiet" search={{ of: compared, 'a.asOf': lens.asOf, 'a.knownBy': lens.knownBy, 'a.accordingTo': lens.accordingTo }}>
        {nav.compare}
      </Link>
      {asked ? (
        <a className="quiet" href={graphiqlAddress(asked.document, asked.variables, asked.lens ?? lens)}>
          {page.graphql}
        </a>
      ) : null}
    </div>
  );
}
