import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareAxe, violations } from './axe.js';
import { browse, noBrowser, type Browsing } from './browser.js';

/** Requests that a page may ask. */
const MOST_ASKED = 3;

/** Bytes of script, as they are sent, until something is opened. */
const MOST_SCRIPT = 180_000;

/** Widths that each page is looked at in, in pixels. */
const WIDTHS = [1_280, 768, 360];

/** Bytes of script that a page was sent, compressed. */
function scriptOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return resources.filter(({ name }) => name.endsWith('.js')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  });
}

const PAGES: Readonly<Record<string, { readonly path: string; readonly shows: string }>> = {
  home: { path: '/', shows: '.counts' },
  ask: { path: '/ask?q=Are Versailles and Gyeongju twinned?', shows: '.claim mark, .claim .claim-summary' },
  person: { path: '/person/emmanuel-macron', shows: '.relationship-group' },
  list: { path: '/list/partnerships', shows: 'tbody tr' },
  graph: { path: '/graph?of=person/to-lam&of=person/lee-jae-myung&paths=yes', shows: '.graph-canvas canvas' },
  timeline: { path: '/timeline?of=country/fr&of=country/kr&together=yes', shows: '.time-chart .entry' },
  map: { path: '/map?of=country/kr', shows: '.world-map .arc' },
  source: { path: '/source/key-sister-cities', shows: '.sentence mark, .sentence .words, .summaries' },
  disputes: { path: '/disputes', shows: '.dispute' },
  questions: { path: '/questions', shows: '.questions details' },
  compare: { path: '/compare?of=country/fr&of=country/kr&a.knownBy=2025-03-31', shows: '.side .fact' },
  gone: { path: '/person/nobody-at-all', shows: '.face input' },
};

describe.skipIf(noBrowser !== '')(`the page in a browser${noBrowser}`, () => {
  let browsing: Browsing;
  const at: Browsing['at'] = (path, size) => browsing.at(path, size);
  beforeAll(async () => {
    browsing = await browse();
  });
  afterAll(() => browsing.close());

  describe.each(Object.entries(PAGES))('%s', (name, { path, shows }) => {
    it('is accessible, light, asks little and nobody else, and fits, from 360 pixels', async () => {
      const { page, asked, strangers, complaints } = await at(path);
      await page.waitForSelector(shows);
      expect(asked.length).toBeLessThanOrEqual(MOST_ASKED);
      await prepareAxe(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      }
      const script = await scriptOf(page);
      expect(script).toBeGreaterThan(0);
      expect(script).toBeLessThan(MOST_SCRIPT);
      expect(strangers).toEqual([]);
      expect(name === 'gone' ? complaints.filter((text) => !text.includes('404')) : complaints).toEqual([]);
    });
  });

  /** Picks somebody by name in a box that completes. */
  async function pick(page: Page, label: string, name: string): Promise<void> {
    const box = page.getByRole('combobox', { name: label, exact: true });
    await box.focus();
    // What completes names comes with the first visit to a box.
    await box.and(page.locator('.react-aria-Input')).waitFor();
    await box.pressSequentially(name);
    await page.locator('.option', { hasText: name }).first().click();
  }

  it('leads to what is called so when a name is written for a question, and lays nothing into the page that its policy refuses', async () => {
    const { page, complaints } = await at('/');
    const box = page.getByRole('combobox', { name: 'Ask or look up' });
    await box.focus();
    await box.and(page.locator('.react-aria-Input')).waitFor();
    await box.pressSequentially('gyeongju');
    await page.waitForFunction(() => document.querySelector('.option')?.textContent.startsWith('Gyeongju'));
    await box.press('Enter');
    await page.waitForURL('**/city/gyeongju');
    expect(complaints).toEqual([]);
    await page.goto(`${browsing.serving.server.url}/ask?q=Gyeongju`);
    await page.getByRole('region').or(page.locator('section')).getByRole('link', { name: 'Gyeongju', exact: true }).click();
    await page.waitForURL('**/city/gyeongju');
  });

  it.each([
    ['Gyeongju', '**/city/gyeongju'],
    ['경주', '**/city/gyeongju'],
    ['Which partnerships does Gyeongju have?', '**/ask?q=Which*'],
  ])('waits with %s, entered before the names have come, for what it names', async (text, address) => {
    const { page } = await at('/');
    const box = page.getByRole('combobox', { name: 'Ask or look up' });
    await box.focus();
    await box.and(page.locator('.react-aria-Input')).waitFor();
    await page.route('**/graphql', (route) => new Promise((done) => setTimeout(done, 200)).then(() => route.continue()));
    // It waits for less than a busy machine may take from one look at the page to the next, so the page looks itself.
    await page.evaluate(() => {
      new MutationObserver(() => {
        if (document.querySelector('.search-wait')) document.body.dataset['waited'] = 'yes';
      }).observe(document.body, { childList: true, subtree: true });
    });
    await box.fill(text);
    await box.press('Enter');
    await page.waitForURL(address);
    expect(await page.locator('body').getAttribute('data-waited')).toBe('yes');
    await page.unroute('**/graphql');
  });

  it('asks in words what is entered, where no name comes within a second', async () => {
    const { page } = await at('/');
    const box = page.getByRole('combobox', { name: 'Ask or look up' });
    await page.route('**/graphql', (route) => new Promise((done) => setTimeout(done, 3_000)).then(() => route.abort()));
    await box.focus();
    await box.fill('Gyeongju');
    await box.press('Enter');
    await page.waitForURL('**/ask?q=Gyeongju', { timeout: 2_500 });
    await page.unroute('**/graphql');
  });

  it('leads from / to the words of both towns on their twinning at a click', async () => {
    const { page } = await at('/');
    await page.getByRole('link', { name: 'Are Versailles and Gyeongju twinned?' }).click();
    await page.waitForSelector('.answer');
    const words = await page.locator('.claim .words, .claim .claim-summary').allTextContents();
    expect(words.join(' ')).toContain('Gyeongju');
    expect(words.join(' ')).toContain('Versailles');
  });

  it('leads from / to who met both, and the words that say so', async () => {
    const { page } = await at('/');
    await page.getByRole('link', { name: /Who has met both/ }).click();
    await page.waitForSelector('.answer');
    // Nobody is: so who met each of them alone.
    expect(await page.locator('.answer').textContent()).toMatch(
      /^Nothing is recorded of all this together.*Xi Jinping: Emmanuel Macron\..*Lee Jae Myung; To Lam/,
    );
    const words = await page.locator('.claim .words, .claim .claim-summary').allTextContents();
    expect(words.join(' ')).toContain('Emmanuel Macron took part in the visit to the garden.');
  });

  it('draws the partnerships of Korean cities from before 2000', async () => {
    const { page } = await at('/');
    await page.locator('[data-door="map"]').click();
    await pick(page, 'Partnerships of', 'South Korea');
    await page.getByLabel('Until').fill('1999');
    await page.getByLabel('Until').press('Enter');
    await page.waitForFunction(() => location.search.includes('to=1999'));
    await page.waitForSelector('.world-map .arc');
    expect(await page.locator('tbody tr').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('Sanary-sur-Mer')]));
  });

  it('shows what France and Korea share in time, between two years', async () => {
    const { page } = await at('/');
    await page.locator('.door[data-door="timeline"]').click();
    await page.getByLabel('from', { exact: true }).fill('2004');
    await page.getByLabel('from', { exact: true }).press('Enter');
    await page.getByLabel('to', { exact: true }).fill('2025');
    await page.getByLabel('to', { exact: true }).press('Enter');
    await page.waitForFunction(() => location.search.includes('from=2004') && location.search.includes('to=2025'));
    await page.waitForSelector('.time-chart .entry');
    expect(await page.getByRole('table', { name: 'Timeline' }).textContent()).toContain('Strategic partnership agreement of France and Korea');
  });

  it('draws how To Lam and Lee Jae Myung are connected, each connection with its words', async () => {
    const { page } = await at('/');
    await page.locator('.door[data-door="graph"]').click();
    await page.locator('.as-table summary').click();
    await page.locator('.as-table .grounds').first().click();
    await page.waitForSelector('.as-table .claim');
    expect(await page.getByRole('table', { name: 'Connections' }).getByRole('row').count()).toBeGreaterThan(2);
    expect(await page.getByRole('table', { name: 'What is in it' }).textContent()).toContain('Emmanuel Macron');
  });

  it('shows how much of a graph it shows, narrows it by sort and time, and takes each step back', async () => {
    const { page } = await at('/graph?of=country/kr');
    await page.waitForSelector('.graph-canvas canvas');
    expect(await page.locator('.graph-shown li').textContent()).toMatch(/^South Korea: \d+ of \d+ connections shown$/);
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    await page.locator('.types summary').click();
    await page
      .getByRole('checkbox', { name: /^Agreements/ })
      .first()
      .check();
    await page.waitForFunction(() => location.search.includes('type=PARTY_TO'));
    await page.getByLabel('from', { exact: true }).fill('2012');
    await page.getByLabel('from', { exact: true }).press('Enter');
    await page.waitForFunction(() => location.search.includes('from=2012'));
    await page.locator('.as-table summary').click();
    await page.waitForFunction(() => !document.querySelector('.picks')?.textContent.includes('Treaty'));
    expect(await page.locator('.picks').textContent()).toContain('Defence cooperation agreement of France and Korea, 2013');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => location.search === '?of=country/kr');
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  it('draws what is planned dashed, and hands the picture over', async () => {
    const { page, complaints } = await at('/graph?of=person/emmanuel-macron&planned=yes');
    await page.waitForSelector('.graph-canvas canvas');
    const picture = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.graph-pictures button', { hasText: name }).click()]);
      return readFileSync(await file.path());
    };
    const svg = (await picture('SVG')).toString();
    expect(svg.match(/<line/g)?.length).toBeGreaterThan(svg.match(/stroke-dasharray/g)?.length ?? 0);
    expect(svg.match(/stroke-dasharray/g)?.length).toBeGreaterThan(0);
    expect((await picture('PNG')).subarray(1, 4).toString()).toBe('PNG');
    expect(complaints).toEqual([]);
  });

  it('keeps in the address what is held in place and what is looked at, for whoever it is sent to', async () => {
    const { page } = await at('/graph?of=person/to-lam&pin=person/to-lam:12.5,-3.0&at=person/to-lam');
    await page.waitForSelector('.selection >> text=To Lam');
    await page.getByRole('button', { name: 'Let it go where it will' }).click();
    await page.waitForFunction(() => location.search === '?of=person/to-lam&at=person/to-lam');
    await page.locator('.as-table summary').click();
    await page.locator('.picks button', { hasText: 'To Lam receives Macron in Hanoi' }).click();
    await page.waitForFunction(() => location.search.includes('at=event/to-lam-macron-meeting-2025'));
    await page.locator('.selection').getByRole('button', { name: 'Expand' }).click();
    await page.waitForSelector('.picks button >> text=Emmanuel Macron');
    expect(new URL(page.url()).searchParams.getAll('of')).toEqual(['person/to-lam', 'event/to-lam-macron-meeting-2025']);
  });

  it('follows the slider of the lens as it moves', async () => {
    const { page } = await at('/timeline?of=country/fr&of=country/kr&together=yes');
    await page.waitForSelector('.time-chart .entry');
    await page.locator('.lens-button').click();
    await page.getByRole('slider').press('Home');
    await page.waitForFunction(() => new URLSearchParams(location.search).get('asOf') === '1880');
    await page.waitForSelector('.lens-said >> text=as of 1880');
    expect(await page.locator('.lens-panel').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.lens-panel').waitFor({ state: 'detached' });
    expect(await page.locator('.lens-button').evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('tells what changed between what was known on a day and today', async () => {
    const { page } = await at('/');
    await page.locator('.door[data-door="timeline"]').click();
    await page.waitForSelector('.time-chart');
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.locator('input[name="a.knownBy"]').fill('2025-03-31');
    await page.locator('.lenses button').click();
    await page.waitForFunction(() => location.search.includes('a.knownBy=2025-03-31'));
    await page.waitForFunction(() => document.querySelectorAll('.side')[1]?.textContent.includes('Lee and Macron meet in Johannesburg'));
  });

  it('reads a document sentence by sentence with its claims', async () => {
    const { page } = await at('/');
    await page
      .getByRole('link', { name: /French-Korean sister cities/ })
      .first()
      .click();
    await page.locator('.sentence .grounds').first().click();
    await page.locator('.margin-claims .summary').first().click();
    await page.waitForSelector('.margin-claims .claim');
  });

  it('draws an entity in time and on the map, small, within what a page may ask', async () => {
    const { page, asked } = await at('/city/gyeongju');
    await page.waitForSelector('.surroundings-map .arc');
    expect(await page.locator('.surroundings-time .entry-text').allTextContents()).toEqual(['Versailles and Gyeongju']);
    expect(asked).toEqual(['Entity', 'Surroundings']);
    await page.locator('.surroundings-time .entry').click();
    await page.waitForFunction(() => location.pathname === '/partnership/versailles-gyeongju');
  });

  it('leads from a former id to the present one, and says so', async () => {
    const { page } = await at('/event/foire-de-tours-korea-edition?lang=en');
    await page.waitForSelector('text=event/foire-de-tours-korea-edition is now event/tours-fair-2023');
    expect(page.url()).toBe(`${browsing.serving.server.url}/event/tours-fair-2023?lang=en`);
    const { text } = await browsing.serving.fetch('/event/foire-de-tours-korea-edition');
    expect(text).toContain(`<link rel="canonical" href="${browsing.serving.server.url}/event/tours-fair-2023" />`);
  });

  it('links an entity to its pages in other catalogues', async () => {
    const { page, strangers } = await at('/country/fr');
    expect(await page.getByRole('link', { name: 'wikidata:Q142' }).getAttribute('href')).toBe('https://www.wikidata.org/wiki/Q142');
    expect(strangers).toEqual([]);
  });

  it('tells apart what an entity is about and what is about it', async () => {
    const { page } = await at('/event/tours-fair-2023');
    await page.waitForSelector('#concernedBy .fact');
    const told = async (id: string) => page.locator(`#${id} .fact-said`).allTextContents();
    expect(await told('concerns')).toEqual([expect.stringMatching(/he Tours fair.* concerns South Korea/)]);
    expect(await told('concernedBy')).toEqual([expect.stringMatching(/success of French-Korean events/i)]);
    expect(await page.locator('#places .fact-said a').allTextContents()).toEqual(['Tours']);
  });

  it('hands over what reference managers read', async () => {
    const { page } = await at('/partnership/paris-est-marne-et-bois-seoul-digital-foundation');
    const cited = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.further a', { hasText: name }).click()]);
      return readFileSync(await file.path(), 'utf8');
    };
    expect(await cited('BibTeX')).toMatch(/^@misc\{entente-partnership-[a-z-]+,\n {2}title = \{Paris Est Marne \\& Bois and the Seoul Digital Foundation\},/);
    expect(JSON.parse(await cited('CSL'))).toMatchObject([{ title: 'Paris Est Marne & Bois and the Seoul Digital Foundation', URL: page.url() }]);
  });

  it('keeps the point of view in the address wherever one goes, and back again', async () => {
    const { page } = await at('/partnership/versailles-gyeongju?accordingTo=city/versailles');
    await page.waitForSelector('.property-group');
    expect(await page.locator('.lens-said').textContent()).toBe('according to Versailles');
    await page.getByRole('link', { name: 'Timeline', exact: true }).click();
    await page.waitForFunction(() => location.pathname === '/timeline');
    expect(new URL(page.url()).searchParams.get('accordingTo')).toBe('city/versailles');
    await page.goBack();
    await page.waitForSelector('.property-group');
    expect(page.url()).toContain('/partnership/versailles-gyeongju?accordingTo=city/versailles');
  });

  it('speaks French and Korean', async () => {
    const { page, asked } = await at('/?lang=fr');
    await page.waitForSelector('h1 >> text=Qui a rencontré qui');
    await page.waitForSelector('.counts');
    expect([...asked].sort()).toEqual(['Disagreement', 'Home']);
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    // What the API says in English alone is said to be so, for those who hear the page.
    expect(await page.locator('.home-dispute .lead').getAttribute('lang')).toBe('en');
    await page.goto(`${browsing.serving.server.url}/?lang=ko`);
    await page.waitForSelector('h1 >> text=누가 누구를');
    await page.goto(`${browsing.serving.server.url}/event/tours-fair-2023?lang=ko`);
    await page.waitForSelector('.property-group >> text=문화');
    expect(await page.locator('.property').allTextContents()).toEqual(expect.arrayContaining(['맥락', '날짜']));
  });
});
