import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { calledSo } from '../data/called.ts';
import type { Named } from '../data/named.ts';
import { LONGEST, searchQuery } from '../operations/search.ts';
import { useNameLang } from '../words/words.tsx';

/** How long it is waited for what a text names, in milliseconds; after that it is taken as a text. */
const PATIENCE = 1_000;

export interface Entered {
  /** Takes a text as what it names, where that is one thing, else as a text; tells whether something was picked. */
  readonly enter: (text: string) => Promise<boolean>;
  /** Gives up what was entered before, for somebody writes on. */
  readonly forget: () => void;
  readonly isWaiting: boolean;
}

/** What becomes of a text that is entered before, or after, its completion has come. */
export function useEntered(onPick: (entity: Named) => void, onText?: (text: string) => void): Entered {
  const client = useClient();
  const lang = useNameLang();
  const [isWaiting, setWaiting] = useState(false);
  const last = useRef(0);
  const forget = () => {
    last.current += 1;
    setWaiting(false);
  };
  useEffect(() => () => void (last.current += 1), []);
  const enter = async (text: string) => {
    if (text === '') return false;
    const own = (last.current += 1);
    setWaiting(true);
    const asked = client.query(searchQuery, { text: text.slice(0, LONGEST), lang }).toPromise();
    const found = await Promise.race([asked, new Promise<null>((late) => setTimeout(() => late(null), PATIENCE))]);
    if (own !== last.current) return false;
    setWaiting(false);
    const [entity, ...others] = calledSo(found?.data?.search.edges.map(({ node }) => node) ?? [], text);
    if (entity === undefined || others.length > 0) onText?.(text);
    else onPick(entity);
    return entity !== undefined && others.length === 0;
  };
  return { enter, forget, isWaiting };
}
