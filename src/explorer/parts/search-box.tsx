import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { part } from '../data/reach.ts';
import { LONGEST } from '../operations/search.ts';
import type { Box, CompletingBox } from './completing-box.tsx';
import { SearchWait } from './search-wait.tsx';
import { useEntered } from './use-entered.ts';

/** What completes names, once it was fetched. */
let completing: typeof CompletingBox | null = null;

/** Fetches what completes names; it is large, and many pages are read without it. */
async function fetchCompleting(): Promise<typeof CompletingBox> {
  completing ??= (await part(() => import('./completing-box.tsx'))).CompletingBox;
  return completing;
}

/** One box that completes names in any script as one types; until one comes to it, a plain field that looks the same. */
export function SearchBox(box: Box) {
  const { label, isLabelShown = false, placeholder = '', onPick, onText } = box;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isComposing = useRef(false);
  const [text, setText] = useState('');
  // It outlasts the field, which goes away when there is one that completes.
  const entered = useEntered(onPick, onText);
  const [whole, setWhole] = useState(completing && { Completing: completing, isFocused: false });
  const complete = async () => {
    try {
      const Completing = await fetchCompleting();
      // A field that went away while a letter of several keys is written would take its beginning along.
      if (isComposing.current) return;
      // At once, lest a key comes between, and the focus is taken from where it has gone.
      flushSync(() => setWhole({ Completing, isFocused: document.activeElement === field.current }));
    } catch {
      // Without it one can still ask, and the next time that one comes here it is tried again.
    }
  };
  if (whole) return <whole.Completing {...box} entered={entered} begun={text} isFocused={whole.isFocused} />;
  return (
    <div className="search-box">
      {isLabelShown ? (
        <label htmlFor={id} className="search-label">
          {label}
        </label>
      ) : null}
      <div className="search-field">
        <input
          ref={field}
          id={id}
          role="combobox"
          aria-label={isLabelShown ? undefined : label}
          aria-autocomplete="list"
          aria-expanded="false"
          placeholder={placeholder}
          maxLength={LONGEST}
          autoComplete="off"
          value={text}
          onChange={({ target: { value } }) => {
            entered.forget();
            setText(value);
          }}
          onPointerEnter={() => void fetchCompleting().catch(() => undefined)}
          onFocus={() => void complete()}
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={() => {
            isComposing.current = false;
            void complete();
          }}
          onKeyDown={({ key }) => {
            if (key === 'Enter' && !isComposing.current) void entered.enter(text.trim()).then((isPicked) => isPicked && setText(''));
          }}
        />
      </div>
      {entered.isWaiting ? <SearchWait /> : null}
    </div>
  );
}
