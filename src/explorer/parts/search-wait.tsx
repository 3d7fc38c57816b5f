import { useWords } from '../words/words.tsx';

/** Shows that what was entered in a box is being looked up. */
export function SearchWait() {
  const { state } = useWords();
  return (
    <span className="search-wait" role="status">
      <span className="waiting" aria-hidden="true" />
      <span className="hidden">{state.loading}</span>
    </span>
  );
}
