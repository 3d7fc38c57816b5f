import { Suspense, useState } from 'react';
import { Link, Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { addressOf, type Search } from '../data/addresses.ts';
import { AskingProvider } from '../data/page-query.tsx';
import { applyTheme, chosenTheme, THEMES, type Theme } from '../data/theme.ts';
import { firstLanguage, LANGUAGES, useLang, useWords, WordsProvider } from '../words/words.tsx';
import { LensBar } from './lens-bar.tsx';
import { SearchBox } from './search-box.tsx';

const PLACES = ['graph', 'timeline', 'map', 'disputes', 'questions'] as const;

/** What stands around every page. */
export function Shell() {
  const { lang }: { lang?: string } = useSearch({ strict: false });
  const [first] = useState(firstLanguage);
  return (
    <WordsProvider lang={lang ?? first}>
      <AskingProvider>
        <Frame />
      </AskingProvider>
    </WordsProvider>
  );
}

function Frame() {
  const words = useWords();
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip" href="#content">
        {words.nav.skip}
      </a>
      <header className="top">
        <Link to="/" className="wordmark">
          Entente
        </Link>
        {pathname === '/' ? <span className="grow" /> : <TopSearch />}
        <details className="menu">
          <summary>{words.nav.menu}</summary>
          <nav aria-label={words.nav.menu}>
            <Link to="/list/$name" params={{ name: 'events' }}>
              {words.nav.lists}
            </Link>
            {PLACES.map((place) => (
              <Link key={place} to={`/${place}`}>
                {words.nav[place]}
              </Link>
            ))}
            <a href="/graphql">{words.nav.graphiql}</a>
          </nav>
          <Settings />
        </details>
      </header>
      <LensBar />
      <main id="content" tabIndex={-1}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}

function TopSearch() {
  const { ask } = useWords();
  const navigate = useNavigate();
  return (
    <div className="top-search" role="search">
      <SearchBox
        label={ask.label}
        placeholder={ask.placeholder}
        onPick={(entity) => void navigate({ to: addressOf(entity.id) })}
        onText={(q) => void navigate({ to: '/ask', search: { q } })}
      />
    </div>
  );
}

function Settings() {
  const { settings } = useWords();
  const lang = useLang();
  const navigate = useNavigate();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  return (
    <div className="settings">
      <select
        aria-label={settings.language}
        value={lang}
        onChange={({ target: { value } }) => {
          localStorage.setItem('lang', value);
          void navigate({ to: '.', search: (before: Search) => ({ ...before, lang: value }) });
        }}
      >
        {LANGUAGES.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={settings.theme}
        value={theme}
        onChange={({ target: { value } }) => {
          const chosen = THEMES.find((item) => item === value) ?? 'auto';
          applyTheme(chosen);
          setTheme(chosen);
        }}
      >
        {THEMES.map((item) => (
          <option key={item} value={item}>
            {settings[item]}
          </option>
        ))}
      </select>
    </div>
  );
}
