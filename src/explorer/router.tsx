import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { readSearch, writeSearch, type Search } from './data/addresses.ts';
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

const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) => createRoute({ getParentRoute: () => root, path, component });

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: HomePage }),
  page(
    '/ask',
    lazyRouteComponent(() => import('./pages/ask.tsx'), 'AskPage'),
  ),
  page(
    '/list/$name',
    lazyRouteComponent(() => import('./pages/list.tsx'), 'ListPage'),
  ),
  page(
    '/graph',
    lazyRouteComponent(() => import('./pages/graph.tsx'), 'GraphPage'),
  ),
  page(
    '/timeline',
    lazyRouteComponent(() => import('./pages/timeline.tsx'), 'TimelinePage'),
  ),
  page(
    '/map',
    lazyRouteComponent(() => import('./pages/map.tsx'), 'MapPage'),
  ),
  page(
    '/source/$slug',
    lazyRouteComponent(() => import('./pages/source.tsx'), 'SourcePage'),
  ),
  page(
    '/disputes',
    lazyRouteComponent(() => import('./pages/disputes.tsx'), 'DisputesPage'),
  ),
  page(
    '/questions',
    lazyRouteComponent(() => import('./pages/questions.tsx'), 'QuestionsPage'),
  ),
  page(
    '/compare',
    lazyRouteComponent(() => import('./pages/compare.tsx'), 'ComparePage'),
  ),
  page(
    '/$kind/$slug',
    lazyRouteComponent(() => import('./pages/entity.tsx'), 'EntityPage'),
  ),
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
