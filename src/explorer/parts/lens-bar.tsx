import { useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Search } from '../data/addresses.ts';
import { isOpen } from '../data/lens.ts';
import { useLens } from '../data/page-query.tsx';
import { useWords } from '../words/words.tsx';
import { late } from './late.tsx';
import { useLensInWords } from './use-lens-in-words.ts';
import { PageBar } from './page-bar.tsx';

const LensPanel = late(() => import('./lens-panel.tsx'), 'LensPanel');

/** From which point of view everything is seen, and what can be done with it; the same on every page. */
export function LensBar() {
  const { lens: words } = useWords();
  const lens = useLens();
  const [isChanging, setChanging] = useState(false);
  const said = useLensInWords(lens);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <section
      className="lens"
      aria-label={words.title}
      data-open={!isOpen(lens)}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isChanging) return;
        setChanging(false);
        button.current?.focus();
      }}
    >
      <div className="lens-line">
        <button ref={button} type="button" className="lens-button" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
          <span className="lens-title labelled">{words.title}</span> <span className="lens-said">{said}</span>{' '}
          <span className="lens-change">{words.change}</span>
        </button>
        {isOpen(lens) ? null : (
          <Link to="." search={(before: Search) => ({ ...before, asOf: undefined, knownBy: undefined, accordingTo: undefined, sources: undefined })}>
            {words.clear}
          </Link>
        )}
        <PageBar />
      </div>
      {isChanging ? <LensPanel lens={lens} onDone={() => setChanging(false)} /> : null}
    </section>
  );
}
