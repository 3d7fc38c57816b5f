import type { Page } from 'playwright-core';
import { browse, type Visit } from '../explorer/browser.js';

/**
 * `npm run bench:page`: how long until each page can be used, with its script and its requests, in a browser that has
 * never been here; and how many pictures a second the graph draws while it is arranged, from the size that it is meant for down to the
 * one at which it draws ten, here by software. Times inform, nothing is asserted.
 */
const PAGES: Readonly<Record<string, string>> = {
  '/': '.counts',
  '/ask?q=Are Versailles and Gyeongju twinned?': '.claim',
  '/person/emmanuel-macron': '.relationship-group',
  '/list/partnerships': 'tbody tr',
  '/graph?of=country/kr': '.graph-canvas canvas',
  '/timeline?of=country/fr&of=country/kr&together=yes': '.time-chart .entry',
  '/map?of=country/kr': '.world-map .arc',
  '/source/key-sister-cities': '.sentence',
  '/disputes': '.dispute',
  '/questions': '.questions details',
};

/** Nodes and connections of the graphs that are drawn. */
const GRAPHS: readonly (readonly [number, number])[] = [
  [5_000, 20_000],
  [2_500, 10_000],
  [1_000, 4_000],
  [500, 2_000],
];

/** For how long pictures are counted, in milliseconds. */
const WATCHED = 4_000;

const browsing = await browse();
for (const [path, shows] of Object.entries(PAGES)) {
  const visit = await browsing.open(path);
  await visit.page.waitForSelector(shows);
  console.log(`${path}: ${await loading(visit)}`);
  await visit.page.context().close();
}
for (const [nodes, links] of GRAPHS) {
  const visit = await browsing.open('/graph');
  await visit.page.route('**/graphql', (route) => route.fulfill({ json: answered(route.request().postDataJSON() as Asked, nodes, links) }));
  // Within the page, which keeps the route.
  await visit.page.getByRole('combobox', { name: 'Add by name' }).pressSequentially('a');
  await visit.page.locator('.option').first().click();
  await visit.page.waitForSelector('.graph-canvas canvas');
  console.log(`${String(nodes)} nodes, ${String(links)} connections: ${(await pictures(visit.page)).toFixed(1)} pictures a second`);
  await visit.page.context().close();
}
await browsing.close();

/** When a page showed what it is for, and when nothing kept it from answering any longer. */
async function loading({ page, asked }: Visit): Promise<string> {
  const { shown, script } = await page.evaluate(() => {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const bytes = resources.filter(({ name }) => name.endsWith('.js')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    return { shown: performance.now(), script: bytes };
  });
  return `${shown.toFixed(0)} ms until it can be used, ${(script / 1_000).toFixed(0)} KB of script, ${String(asked.length)} requests`;
}

/** Pictures a second while the graph is arranged. */
function pictures(page: Page): Promise<number> {
  return page.evaluate(async (watched) => {
    const began = performance.now();
    let count = 0;
    for (; performance.now() - began < watched; count += 1) await new Promise((done) => requestAnimationFrame(done));
    return (count / (performance.now() - began)) * 1_000;
  }, WATCHED);
}

interface Asked {
  readonly operationName: string;
}

/** What the API would answer if it brought so much at once: a hub, and connections drawn by a fixed series of numbers. */
function answered({ operationName }: Asked, nodes: number, links: number): object {
  const entity = (at: number) => ({ __typename: 'City', id: `city/n${String(at)}`, kind: 'CITY', label: `Town ${String(at)}`, name: `Town ${String(at)}` });
  if (operationName === 'Search') return { data: { search: { __typename: 'SearchConnection', edges: [{ __typename: 'SearchEdge', node: entity(0) }] } } };
  if (operationName === 'Names') return { data: { nodes: [entity(0)] } };
  let seed = 1;
  const drawn = () => (seed = (seed * 48_271) % 2_147_483_647) % nodes;
  const link = (at: number) => ({
    __typename: 'Link',
    key: String(at),
    type: 'COOPERATES_WITH',
    sentence: '',
    intended: false,
    certainty: 'ASSERTED',
    when: null,
    from: entity(at < nodes ? at : drawn()),
    to: entity(drawn()),
    fact: { __typename: 'Fact', status: 'ASSERTED', disputed: false, claims: { __typename: 'ClaimConnection', nodes: [] } },
  });
  return {
    data: {
      subgraph: {
        __typename: 'Subgraph',
        truncated: false,
        nodes: Array.from({ length: nodes }, (_none, at) => ({ ...entity(at), intended: false })),
        links: Array.from({ length: links }, (_none, at) => link(at)),
      },
      centres: [{ __typename: 'City', id: 'city/n0', name: 'Town 0', neighbours: { __typename: 'NeighbourConnection', nodes: [] } }],
    },
  };
}
