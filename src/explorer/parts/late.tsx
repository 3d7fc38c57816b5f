import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { part } from '../data/reach.ts';
import { LoadingFace } from './faces.tsx';
import { BrokenFace } from './gone.tsx';

/** A component that is fetched when it is shown, or before, where it is known to come. */
type Late<P> = ((props: P) => ReactNode) & { readonly begin: () => void };

/**
 * A component whose program is fetched when it is first shown; until then, `waiting` stands in its place. Where it cannot
 * be fetched, its place says so, and the rest of the page stays.
 */
export function late<K extends string, P extends object>(
  load: () => Promise<Record<K, ComponentType<P>>>,
  name: K,
  waiting: ReactNode = <LoadingFace />,
): Late<P> {
  let fetched: ComponentType<P> | null = null;
  const shown = (props: P) => {
    const [Part, setPart] = useState(() => fetched);
    const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null);
    useEffect(() => {
      part(load).then(
        (module) => {
          fetched = module[name];
          setPart(() => fetched);
        },
        (cause: unknown) => setFailure({ cause }),
      );
    }, []);
    if (Part) return <Part {...props} />;
    return failure ? <BrokenFace error={failure.cause} isPart /> : waiting;
  };
  // Where it cannot be fetched, that is told when it is shown.
  return Object.assign(shown, { begin: () => void load().catch(() => undefined) });
}
