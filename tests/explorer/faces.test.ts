import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browse, noBrowser, type Browsing } from './browser.js';

const GRAPHQL = '**/graphql';

describe.skipIf(noBrowser !== '')(`what the page shows when it has nothing to show${noBrowser}`, () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await browse();
  });
  afterAll(() => browsing.close());

  /** A page that has asked nothing of the lists yet, with the link that leads to them. */
  async function beforeLists(): Promise<Page> {
    const { page } = await browsing.at('/no/such/place', { isApart: true });
    await page.waitForSelector('h1');
    return page;
  }

  const toLists = (page: Page) => page.getByRole('link', { name: 'Lists', exact: true }).click();

  it('says that it waits, then that it waits for long, and shows the answer when it comes after all', async () => {
    const page = await beforeLists();
    await page.route(GRAPHQL, (route) => new Promise((done) => setTimeout(done, 8_000)).then(() => route.continue()));
    await toLists(page);
    await page.waitForSelector('[role=status] >> text=One moment');
    await page.waitForSelector('[role=status] >> text=This takes longer than it should');
    await page.waitForSelector('tbody tr');
  });

  const json = (code: string, message: string) => ({ contentType: 'application/json', body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) });
  const html = { contentType: 'text/html', body: '<h1>from whatever stands before the server</h1>' };

  it.each([
    ['busy', { status: 503, headers: { 'retry-after': '7' }, ...json('OVERLOADED', 'too many at once') }, 'has too much to do. Wait 7 seconds'],
    ['busy, says a proxy', { status: 429, headers: { 'retry-after': '30' }, ...html }, 'has too much to do. Wait 30 seconds'],
    ['busy, says a proxy and not for how long', { status: 504, ...html }, 'has too much to do. Wait a few seconds'],
    ['not allowed', { status: 403, ...html }, 'This is not allowed here.'],
    ['more than is taken', { status: 413, ...html }, 'This asks for more than one request may bring.'],
    ['broken', { status: 500, ...html }, 'Something went wrong on this page.'],
    ['without its database', { status: 503, ...json('DATABASE_UNAVAILABLE', 'no database') }, 'The database cannot be reached just now.'],
  ])('says what to do where the server is %s, and shows the answer when it is asked again', async (_what, answer, said) => {
    const page = await beforeLists();
    await page.route(GRAPHQL, (route) => route.fulfill(answer));
    await toLists(page);
    await page.waitForSelector(`[role=alert] >> text=${said}`);
    await page.unroute(GRAPHQL);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('tbody tr');
  });

  it('says of a request that is too dear what the server advises', async () => {
    const page = await beforeLists();
    const dear = { query: '{ entities(first: 100) { nodes { claims(first: 100) { nodes { source { claims(first: 100) { nodes { id } } } } } } } }' };
    await page.route(GRAPHQL, (route) => route.continue({ postData: JSON.stringify(dear) }));
    await toLists(page);
    await page.waitForSelector('[role=alert] >> text=Narrow it down');
    expect(await page.locator('[role=alert] .note').getAttribute('lang')).toBe('en');
  });

  it.each([
    ['/list/people?named=zzzz', 'Nothing fits.'],
    ['/timeline?of=country/fr&from=1500&to=1501', 'Nothing dated is known of it'],
    ['/timeline', 'Add somebody or something by name'],
    ['/graph', 'Add somebody or something by name'],
    ['/map?of=country/fr&to=1500', 'No place of these is known'],
    ['/disputes?about=city/suwon', 'No disagreement is known here.'],
    ['/compare', 'Choose whom or what to compare.'],
  ])('says at %s that there is nothing', async (path, said) => {
    const { page } = await browsing.at(path);
    await page.waitForSelector(`.face >> text=${said}`);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  // The last, for it ends the server.
  it('says that the server is gone, and stays', async () => {
    const page = await beforeLists();
    await browsing.serving.server.stop();
    await toLists(page);
    await page.waitForSelector('[role=alert] >> text=The server cannot be reached.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('[role=alert] >> text=The server cannot be reached.');
  });
});
