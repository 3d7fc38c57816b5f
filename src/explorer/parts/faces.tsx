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
  return (
    <div className="face" role="alert">
      <h2>{state.failed}</h2>
      <p>{useFailure(error)}</p>
      <button type="button" className="button" onClick={again}>
        {state.again}
      </button>
    </div>
  );
}

function useFailure({ networkError, graphQLErrors, response }: CombinedError): string {
  const { state } = useWords();
  const [first] = graphQLErrors;
  const status = (response as Response | undefined)?.status;
  switch (first?.extensions['code']) {
    case 'DATABASE_UNAVAILABLE':
      return state.database;
    case 'OVERLOADED':
    case 'TIMEOUT':
      return state.busy;
    case 'QUERY_TOO_COMPLEX':
      return `${state.dear} ${first.message}`;
    case undefined:
      if (status === 401 || status === 403) return state.notAllowed;
      if (status === 503) return state.busy;
      return networkError ? state.offline : (first?.message ?? state.offline);
    default:
      return first?.message ?? state.offline;
  }
}

export function EmptyFace({ children }: { children: ReactNode }) {
  return (
    <div className="face">
      <p>{children}</p>
    </div>
  );
}
