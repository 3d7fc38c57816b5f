import { useNavigate, useRouter } from '@tanstack/react-router';
import { addressOf } from '../data/addresses.ts';
import { isReachable, Unreachable } from '../data/reach.ts';
import { useWords } from '../words/words.tsx';
import { SearchBox } from './search-box.tsx';

/** Nothing is at this address. */
export function GoneFace({ id }: { id?: string }) {
  const { state, ask } = useWords();
  const navigate = useNavigate();
  return (
    <div className="face">
      <h1>{state.gone}</h1>
      <p>
        {typeof id === 'string' ? `${state.unknown(id)} ` : ''}
        {state.goneHelp}
      </p>
      <SearchBox label={ask.label} placeholder={ask.placeholder} onPick={(entity) => void navigate({ to: addressOf(entity.id) })} />
    </div>
  );
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
