import { useEffect, useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { useWords } from '../words/words.tsx';

/** After this many milliseconds, waiting is put in words. */
const LONG = 4_000;

export function LoadingFace() {
  const { state } = useWords();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, LONG);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className="face" role="status">
      <span className="waiting" aria-hidden="true" />
      <p>{isSlow ? state.slow : state.loading}</p>
    </div>
  );
}

/** An error of the API in words, with what to do. */
export function FailedFace({ error, again }: { error: CombinedError; again: () => void }) {
  const { state } = useWords();
  const { said, detail } = useFailure(error);
  return (
    <div className="face" role="alert">
      <h2>{state.failed}</h2>
      <p>{said}</p>
      {detail === null ? null : (
        <p className="note" lang="en">
          {detail}
        </p>
      )}
      <button type="button" className="button" onClick={again}>
        {state.again}
      </button>
    </div>
  );
}

/** What is to be done, and what the API says of it, which is English. */
function useFailure({ networkError, graphQLErrors, response }: CombinedError): { readonly said: string; readonly detail: string | null } {
  const { state } = useWords();
  const [first] = graphQLErrors;
  const status = (response as Response | undefined)?.status;
  const only = (said: string) => ({ said, detail: null });
  switch (first?.extensions['code']) {
    case 'DATABASE_UNAVAILABLE':
      return only(state.database);
    case 'OVERLOADED':
    case 'TIMEOUT':
      return only(state.busy);
    case 'QUERY_TOO_COMPLEX':
      return { said: state.dear, detail: first.message };
    case undefined:
      if (status === 401 || status === 403) return only(state.notAllowed);
      if (status === 503) return only(state.busy);
      return networkError || !first ? only(state.offline) : { said: state.broken, detail: first.message };
    case 'BAD_USER_INPUT':
    case 'BAD_CURSOR':
      return { said: state.unread, detail: first.message };
    default:
      return { said: state.broken, detail: first?.message ?? null };
  }
}

export function EmptyFace({ children }: { children: ReactNode }) {
  return (
    <div className="face">
      <p>{children}</p>
    </div>
  );
}
