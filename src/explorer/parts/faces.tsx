import { useEffect, useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import type { Words } from '../words/en.ts';
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
  const answered = response as Response | undefined;
  const only = (said: string) => ({ said, detail: null });
  switch (first?.extensions['code']) {
    case 'DATABASE_UNAVAILABLE':
      return only(state.database);
    case 'OVERLOADED':
    case 'TIMEOUT':
      return only(state.busy(secondsToWait(answered)));
    case 'QUERY_TOO_COMPLEX':
      return { said: state.dear, detail: first.message };
    case undefined:
      return networkError || !first ? only(sayStatus(state, answered)) : { said: state.broken, detail: first.message };
    case 'BAD_USER_INPUT':
    case 'BAD_CURSOR':
      return { said: state.unread, detail: first.message };
    default:
      return { said: state.broken, detail: first?.message ?? null };
  }
}

/** What an answer says that is none of the API's, such as that of a proxy before it; or that there was none. */
function sayStatus(state: Words['state'], answered: Response | undefined): string {
  switch (answered?.status) {
    case 401:
    case 403:
      return state.notAllowed;
    case 413:
    case 414:
    case 431:
      return state.dear;
    case 429:
    case 502:
    case 503:
    case 504:
      return state.busy(secondsToWait(answered));
    case undefined:
      return state.offline;
    default:
      return state.broken;
  }
}

/** How many seconds the server asks to be left alone for; null where it does not say. */
function secondsToWait(answered: Response | undefined): number | null {
  const seconds = Number(answered?.headers.get('retry-after') ?? '');
  return seconds > 0 ? seconds : null;
}

export function EmptyFace({ children }: { children: ReactNode }) {
  return (
    <div className="face">
      <p>{children}</p>
    </div>
  );
}
