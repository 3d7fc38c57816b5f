import { readFileSync } from 'node:fs';
import { buildSchema, executeSync, parse } from 'graphql';
import type { Page } from 'playwright-core';
import { browse, type Visit } from '../explorer/browser.js';
import { serve } from '../server/serving.js';

/**
 * `npm run bench:page`: how long until each page can be used, with its script and its requests, in a browser that has
 * never been here; how long until a hub is expanded; and how many pictures a second the graph draws while it is
 * arranged, from the size that it is meant for down to the one at which it draws ten, here by software. Times inform,
 * nothing is asserted.
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

/** What every connection of a drawn graph is. */
const LINK = {
  type: 'COOPERATES_WITH',
  sentence: '',
  intended: false,
  certainty: 'CERTAIN',
  fact: { status: 'ASSERTED', disputed: false, claims: { nodes: [] } },
};

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const browsing = await browse({}, await serve({}, undefined, true));
const pages = Object.entries(PAGES);
// The first page comes from a server that has just started, and once more from one that has not.
for (const [path, shows] of [...pages.slice(0, 1), ...pages]) {
  const visit = await browsing.open(path, { isApart: true });
  await visit.page.waitForSelector(shows);
  console.log(`${path}: ${await loading(visit)}`);
  await visit.page.context().close();
}
const hub = await browsing.open('/graph?of=person/emmanuel-macron&at=country/fr', { isApart: true });
await hub.page.waitForSelector('.graph-canvas canvas');
console.log(`a hub is expanded in ${(await expanding(hub.page)).toFixed(0)} ms`);
await hub.page.context().close();
for (const [nodes, links] of GRAPHS) {
  const visit = await browsing.open('/graph', { isApart: true });
  const root = around(nodes, links);
  await visit.page.route('**/graphql', (route) => route.fulfill({ json: answered(route.request().postDataJSON() as Asked, root) }));
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

/** How long after one asks for it what stands around another is drawn, in milliseconds. */
function expanding(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const expand = [...document.querySelectorAll<HTMLElement>('.selection button')].find(({ textContent }) => textContent === 'Expand');
    const began = performance.now();
    expand?.click();
    while (document.querySelectorAll('.graph-shown li').length < 2) await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - began;
  });
}

/** Pictures a second while the graph is arranged, once the first is there, which waits for what draws it to be made. */
function pictures(page: Page): Promise<number> {
  return page.evaluate(async (watched) => {
    for (let first = 0; first < 2; first += 1) await new Promise((done) => requestAnimationFrame(done));
    const began = performance.now();
    let count = 0;
    for (; performance.now() - began < watched; count += 1) await new Promise((done) => requestAnimationFrame(done));
    return (count / (performance.now() - began)) * 1_000;
  }, WATCHED);
}

interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** What the API would answer if it brought so much at once, to whatever the page asks of it. */
function answered({ query, variables }: Asked, rootValue: object): object {
  const { data, errors } = executeSync({ schema, document: parse(query), variableValues: variables, rootValue });
  if (errors) throw new Error(`The page asks for what the drawn graph does not have: ${errors.map(({ message }) => message).join('; ')}`);
  return { data };
}

/** A hub and what stands around it, its connections drawn by a fixed series of numbers. */
function around(nodes: number, links: number): object {
  const towns = Array.from({ length: nodes }, (_none, at) => town(at));
  const [hub] = towns;
  let seed = 1;
  const drawn = () => towns[(seed = (seed * 48_271) % 2_147_483_647) % nodes];
  const link = (at: number) => ({ ...LINK, key: String(at), from: towns[at] ?? drawn(), to: drawn() });
  return {
    search: { edges: [{ cursor: '', node: hub }] },
    nodes: [{ ...hub, neighbours: { nodes: [] } }],
    subgraph: { unknown: [], truncated: false, nodes: towns, links: Array.from({ length: links }, (_none, at) => link(at)) },
  };
}

function town(at: number) {
  const [id, name] = [`city/n${String(at)}`, `Town ${String(at)}`];
  return { __typename: 'City', id, kind: 'CITY', label: name, name, intended: false };
}
