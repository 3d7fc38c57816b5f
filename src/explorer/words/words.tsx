import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { en, type Words } from './en.ts';

/** The catalogues; each is fetched when it is first wanted. */
const CATALOGUES: Readonly<Record<string, () => Promise<Words>>> = {
  en: () => Promise.resolve(en),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  ko: () => import('./ko.ts').then(({ ko }) => ko),
};

export const LANGUAGES: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'fr', name: 'Français' },
  { code: 'ko', name: '한국어' },
];

interface Spoken {
  readonly words: Words;
  readonly lang: string;
}

const ENGLISH: Spoken = { words: en, lang: 'en' };

const Context = createContext(ENGLISH);

/** The language to begin with: the one chosen before, else the browser's, else English. */
export function firstLanguage(): string {
  const wanted = [localStorage.getItem('lang') ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2));
  return wanted.find((code) => Object.hasOwn(CATALOGUES, code)) ?? 'en';
}

/** Gives the page the words of a language; until they are there, those it had before, and at first nothing, which would be asked for in two languages. */
export function WordsProvider({ lang, children }: { lang: string; children: ReactNode }) {
  const known = Object.hasOwn(CATALOGUES, lang) ? lang : 'en';
  const [spoken, setSpoken] = useState(known === 'en' ? ENGLISH : null);
  useEffect(() => {
    let isWanted = true;
    document.documentElement.lang = known;
    const speak = (next: Spoken) => isWanted && setSpoken(next);
    CATALOGUES[known]?.().then(
      (words) => speak({ words, lang: known }),
      () => speak(ENGLISH),
    );
    return () => {
      isWanted = false;
    };
  }, [known]);
  return spoken === null ? null : <Context value={spoken}>{children}</Context>;
}

export function useWords(): Words {
  return useContext(Context).words;
}

export function useLang(): string {
  return useContext(Context).lang;
}

/** The language that names are asked for in; in English, everything is called by its label. */
export function useNameLang(): string | null {
  const lang = useLang();
  return lang === 'en' ? null : lang;
}
