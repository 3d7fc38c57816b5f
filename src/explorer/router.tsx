import type { ReactNode } from 'react';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { readSearch, writeSearch, type Search } from './data/addresses.ts';
import { part } from './data/reach.ts';
import { HomePage } from './pages/home.tsx';
import { BrokenFace, GoneFace } from './parts/gone.tsx';
import { LoadingFace } from './parts/faces.tsx';
import { Shell } from './parts/shell.tsx';

/** What stays in the address wherever one goes: the lens, and the language when it was chosen. */
const KEPT = ['asOf', 'knownBy', 'accordingTo', 'sources', 'lang'];

const root = createRootRoute({
  validateSearch: (search): Search => search as Search,
  search: { middlewares: [retainSearchParams<Search>(KEPT as never)] },
  component: Shell,
  notFoundComponent: () => <GoneFace />,
  errorComponent: BrokenFace,
});

/** A page whose program is fetched when one goes there. */
const page = <K extends string>(path: string, load: () => Promise<Record<K, () => ReactNode>>, name: K) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(() => part(load), name) });

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: HomePage }),
  page('/ask', () => import('./pages/ask.tsx'), 'AskPage'),
  page('/list/$name', () => import('./pages/list.tsx'), 'ListPage'),
  page('/graph', () => import('./pages/graph.tsx'), 'GraphPage'),
  page('/timeline', () => import('./pages/timeline.tsx'), 'TimelinePage'),
  page('/map', () => import('./pages/map.tsx'), 'MapPage'),
  page('/source/$slug', () => import('./pages/source.tsx'), 'SourcePage'),
  page('/disputes', () => import('./pages/disputes.tsx'), 'DisputesPage'),
  page('/questions', () => import('./pages/questions.tsx'), 'QuestionsPage'),
  page('/compare', () => import('./pages/compare.tsx'), 'ComparePage'),
  page('/$kind/$slug', () => import('./pages/entity.tsx'), 'EntityPage'),
];

/**
 * Every address of the page; all state that is worth sharing is in it. It is not registered as a type: ids are
 * addresses, and which there are is known by the graph alone.
 */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: readSearch,
  stringifySearch: (search) => writeSearch(search as Search),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingFace,
  defaultPendingMs: 150,
  scrollRestoration: true,
});
