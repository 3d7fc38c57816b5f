import { Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { addressOf, isAddressOf } from '../data/addresses.ts';
import { isReachable, Unreachable } from '../data/reach.ts';
import { useWords } from '../words/words.tsx';
import { SearchBox } from './search-box.tsx';

interface Gone {
  /** What was asked for. */
  readonly id?: string | undefined;
  /** What is called nearly so. */
  readonly near?: string | undefined;
}

/** Nothing is at this address, or nothing has the id that a parameter of it names. */
export function GoneFace({ id, near }: Gone) {
  const { state, ask } = useWords();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const isPart = id !== undefined && !isAddressOf(pathname, id);
  return (
    <div className="face">
      {isPart ? (
        <h2>{state.unknown(id)}</h2>
      ) : (
        <>
          <title>{`${state.gone} · Entente`}</title>
          <h1>{state.gone}</h1>
        </>
      )}
      <p>
        {id === undefined || isPart ? '' : `${state.unknown(id)} `}
        {state.goneHelp}
      </p>
      <SearchBox
        label={ask.label}
        placeholder={ask.placeholder}
        onPick={(entity) => void navigate({ to: addressOf(entity.id) })}
        onText={(q) => void navigate({ to: '/ask', search: { q } })}
      />
      {near === undefined ? null : (
        <p>
          <span className="labelled">{state.near}</span> <Link to={addressOf(near)}>{near}</Link>
        </p>
      )}
    </div>
  );
}

/** What an error says of an id that nothing has. */
export function goneOf(message: string): Gone {
  const [, id, near] = /^[^"]*"(.*?)"(?:.*"([a-z]+\/[^"\s]+)")?/su.exec(message) ?? [];
  return { id, near };
}

/** The page itself failed, or a part of it that has to be fetched. */
export function BrokenFace({ error, isPart = false }: { error: unknown; isPart?: boolean }) {
  const { state } = useWords();
  const router = useRouter();
  const Heading = isPart ? 'h2' : 'h1';
  const isUnreachable = error instanceof Unreachable;
  const again = async () => {
    if (!isUnreachable && !isPart) await router.invalidate();
    // A part that could not be fetched is not fetched again by every browser; the page is.
    else if (await isReachable()) location.reload();
  };
  return (
    <div className="face" role="alert">
      <Heading>{isUnreachable ? state.failed : state.broken}</Heading>
      <p>{isUnreachable ? state.offline : error instanceof Error ? error.message : ''}</p>
      <button type="button" className="button" onClick={() => void again()}>
        {state.again}
      </button>
    </div>
  );
}
