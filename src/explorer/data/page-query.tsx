import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import { Provider, useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import { clientFor } from './client.ts';
import { lensKey, lensOf, type Lens } from './lens.ts';
import { FailedFace, LoadingFace } from '../parts/faces.tsx';
import { GoneFace, goneOf } from '../parts/gone.tsx';

/** What a page asks, for whoever wants to ask it elsewhere. */
export interface Asked {
  readonly document: unknown;
  readonly variables: object;
  /** The lens it is asked through, where that is not the one of the address. */
  readonly lens?: Lens;
}

const AskedContext = createContext<{ asked: Asked | null; tell: (asked: Asked | null) => void }>({ asked: null, tell: () => undefined });

/** The lens that the address names. */
export function useLens(): Lens {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const key = lensKey(lensOf(search));
  // The same lens is the same object, whatever else changes in the address.
  return useMemo(() => lensOf(search), [key]);
}

/** Lets what is below ask through the lens of the address, and tell what it asked. */
export function AskingProvider({ children }: { children: ReactNode }) {
  const lens = useLens();
  const [asked, tell] = useState<Asked | null>(null);
  const value = useMemo(() => ({ asked, tell }), [asked]);
  return (
    <AskedContext value={value}>
      <Provider value={clientFor(lens)}>{children}</Provider>
    </AskedContext>
  );
}

/** The main operation of the page that is shown. */
export function useAsked(): Asked | null {
  return useContext(AskedContext).asked;
}

/** Tells what a page asks, for as long as it is shown; null leaves what another part of it told. */
export function useTellAsked(asked: Asked | null): void {
  const { tell } = useContext(AskedContext);
  const key = asked && JSON.stringify([asked.variables, asked.lens]);
  useEffect(() => {
    if (asked === null) return undefined;
    tell(asked);
    return () => {
      tell(null);
    };
  }, [asked?.document, key, tell]);
}

/** Asks a page's main operation; until its answer is there, `face` is what to show instead. */
export function usePageQuery<D, V extends AnyVariables>(
  document: TypedDocumentNode<D, V> | string,
  variables: V,
  pause = false,
): { data: D | undefined; face: ReactNode; isStale: boolean } {
  const [{ data, error, fetching, stale }, again] = useQuery<D, V>({ query: document, variables, pause });
  useTellAsked(pause ? null : { document, variables: variables as object });
  // An answer that is null as a whole, or in a part that failed, is none: what could not be told is not gone.
  if (error && (!data || Object.values(data).includes(null))) {
    const unknown = error.graphQLErrors.find(({ extensions }) => extensions['code'] === 'UNKNOWN_ID');
    if (unknown) return { data: undefined, face: <GoneFace {...goneOf(unknown.message)} />, isStale: false };
    return { data: undefined, face: <FailedFace error={error} again={() => again({ requestPolicy: 'network-only' })} />, isStale: false };
  }
  return { data: data ?? undefined, face: pause ? null : <LoadingFace />, isStale: fetching || stale };
}
