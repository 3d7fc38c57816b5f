import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browse, noBrowser, type Browsing } from './browser.js';

describe.skipIf(noBrowser !== '')(`ways through the page in a browser${noBrowser}`, () => {
  let browsing: Browsing;
  const at: Browsing['at'] = (path, size) => browsing.at(path, size);
  beforeAll(async () => {
    // What a request may bring is what is asked about, not how long it may take.
    browsing = await browse({ ENTENTE_DEADLINE: '100000' });
  });
  afterAll(() => browsing.close());

  it.each([
    ['/list/cities', 'Cities'],
    ['/graph?of=person/to-lam&of=person/lee-jae-myung&paths=yes', 'Paths'],
    ['/graph?of=country/kr', 'Around'],
    ['/map?of=country/kr', 'PartnershipsOnMap'],
    ['/map?of=person/emmanuel-macron', 'Journeys'],
    ['/timeline?of=country/fr', 'Timeline'],
    ['/source/key-sister-cities', 'Source'],
    ['/city/gyeongju', 'Entity'],
  ])('leads from %s to the GraphQL that brought it, without scrolling', async (path, operation) => {
    const { page } = await at(path);
    const link = page.locator('.page-bar a[href^="/graphql?query="]');
    await link.waitFor();
    expect(await link.getAttribute('href')).toContain(operation);
    expect((await link.boundingBox())?.y).toBeLessThan(150);
  });

  it('shows every page through a lens, within what one request may bring', async () => {
    const { page } = await at('/disputes');
    const { url } = browsing.serving.server;
    for (const path of [
      '/?',
      '/ask?q=Who met Macron?&',
      '/person/emmanuel-macron?',
      '/list/partnerships?',
      '/graph?of=country/kr&',
      '/timeline?of=country/fr&',
      '/map?of=country/kr&',
      '/source/key-sister-cities?',
      '/disputes?',
    ]) {
      await page.goto(`${url}${path}asOf=2016-06`);
      await page.waitForFunction(() => {
        const main = document.querySelector('main');
        return main !== null && main.textContent !== '' && main.querySelector('[role=status]') === null;
      });
      expect([path, await page.getByRole('alert').allTextContents()]).toEqual([path, []]);
    }
  });

  it('takes all claims about a city away as a file', async () => {
    const { page } = await at('/city/gyeongju');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'All claims about it (CSV)' }).click()]);
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(file.suggestedFilename()).toBe('city-gyeongju-claims.csv');
    expect(lines.slice(1).filter((line) => !line.includes('city/gyeongju'))).toEqual([]);
    expect(lines.filter((line) => line.includes('"CONCERNS"')).length).toBeGreaterThan(0);
  });

  it('leads from an answer to what it is about, drawn', async () => {
    const { page } = await at('/');
    await page.getByRole('link', { name: 'How is To Lam connected to Lee Jae Myung?' }).click();
    await page.getByRole('link', { name: 'In the graph' }).click();
    await page.waitForSelector('.graph-canvas canvas');
    expect(new URL(page.url()).searchParams.getAll('of')).toEqual(['person/to-lam', 'person/lee-jae-myung']);
  });

  it('shows the words of a connection that is clicked, and of one that an address names, within what a page may ask', async () => {
    const pins = 'pin=city/gyeongju:0.0,0.0&pin=partnership/versailles-gyeongju:10.0,0.0';
    const { page } = await at(`/graph?of=city/gyeongju&type=PARTNER_IN&${pins}`);
    await page.waitForSelector('.graph-shown >> text=2 things, 1 connection');
    // Both are held, so that what joins them runs through the middle.
    await page.locator('.graph-canvas').click();
    await page.waitForFunction(() => location.search.includes('at=PARTNER_IN'));
    const { searchParams } = new URL(page.url());
    await page.waitForSelector('.selection .claim');
    const { page: shared, asked } = await at(`/graph?of=city/gyeongju&at=${encodeURIComponent(searchParams.get('at') ?? '')}`);
    await shared.waitForSelector('.selection .claim');
    expect(asked).toEqual(['Around', 'AroundFacts', 'Claims']);
  });

  it('shows in time what is of one kind alone', async () => {
    const { page } = await at('/timeline?of=country/fr&of=country/kr&together=yes');
    await page.waitForSelector('.fact-table >> text=Lee and Macron meet in Johannesburg');
    await page.locator('.tools select').selectOption({ label: 'Agreements' });
    await page.waitForFunction(() => !document.querySelector('.fact-table')?.textContent.includes('Johannesburg'));
    expect(await page.locator('.fact-table').textContent()).toContain('Defence cooperation agreement');
  });

  it('shows codes as they are written, and folds what is much', async () => {
    const { page } = await at('/country/fr');
    await page.waitForSelector('.value >> text=FRA');
    const said = page.locator('section', { has: page.getByRole('heading', { name: 'What is said of it' }) });
    expect(await said.locator('.fact').count()).toBe(4);
    await said.getByRole('button', { name: /^Show all/ }).click();
    expect(await said.locator('.fact').count()).toBeGreaterThan(4);
  });

  it('says how many claims there are, not how many came', async () => {
    const { page } = await at('/timeline?of=partnership/versailles-gyeongju');
    const grounds = page.locator('.fact-table .grounds').first();
    await grounds.click();
    await page.waitForSelector('.fact-table .claim');
    const said = Number.parseInt((await grounds.locator('.grounds-count').textContent()) ?? '', 10);
    const shown = await page.locator('.fact-table .claim').count();
    expect(said).toBeGreaterThan(shown);
    expect(await page.locator('.fact-table .note').allTextContents()).toContain(`${String(shown)} of ${String(said)} shown`);
  });

  it('orders a table by how many others each has a relationship with', async () => {
    const { page } = await at('/list/people');
    await page.waitForSelector('tbody tr');
    await page.getByLabel('Order by number of').selectOption('Events');
    await page.waitForSelector('th[aria-sort=descending] >> text=Events');
    await page.waitForFunction(() => {
      const counts = [...document.querySelectorAll('tbody td:nth-child(2)')].map(({ textContent }) => Number(textContent || 'none'));
      return counts.length > 5 && counts.every((count, at) => count <= (counts[at - 1] ?? count)) && (counts[0] ?? 0) > (counts.at(-1) ?? 0);
    });
    await page.getByRole('button', { name: /^Name/ }).click();
    await page.waitForFunction(() => location.search === '?order=LABEL_ASC');
  });

  it('asks for what stands around another when one is about to expand it, and once', async () => {
    const { page, asked } = await at('/graph?of=person/to-lam&at=event/to-lam-macron-meeting-2025');
    const expand = page.locator('.selection').getByRole('button', { name: 'Expand' });
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('"event/to-lam-macron-meeting-2025"') === true);
    await expand.focus();
    await answered;
    const before = asked.length;
    await expand.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.graph-shown li').length === 2);
    expect(asked.slice(before)).toEqual([]);
  });

  it('narrows a list by whom or what its rows have to do with, and widens it again', async () => {
    const { page } = await at('/list/events');
    const groups = page.locator('.filters section', { has: page.getByRole('heading', { name: 'Deals with', exact: true }) });
    const group = groups.locator('li', { has: page.getByRole('link', { name: 'South Korea', exact: true }) });
    const [all, few] = [await page.locator('.list-page strong').textContent(), await group.locator('.count').textContent()];
    await groups.getByRole('link', { name: 'South Korea', exact: true }).click();
    await page.waitForFunction(() => location.search === '?concerns=country/kr');
    await page.waitForFunction((count) => document.querySelector('.list-page strong')?.textContent === `${String(count)} in all`, few);
    await groups.getByRole('link', { name: 'South Korea ×' }).click();
    await page.waitForFunction((total) => document.querySelector('.list-page strong')?.textContent === total, all);
  });

  it('links what a sentence calls otherwise than by its name, and says when it was', async () => {
    const { page } = await at('/person/to-lam');
    const host = page.locator('.relationship-group .fact', { hasText: 'was the host of the meeting' });
    expect(await host.locator('time').textContent()).toBe('26 May 2025');
    await page.locator('.relationship-group').getByRole('link', { name: 'To Lam receives Macron in Hanoi' }).first().click();
    await page.waitForURL('**/event/to-lam-macron-meeting-2025');
  });

  it('is as wide as it stands, whatever is written in its address, and shares all of it', async () => {
    const long = 'a'.repeat(3_000);
    for (const path of ['/ask?q=', '/graph?of=', '/timeline?of=country/fr&from=', '/disputes?about=', '/list/events?named=']) {
      const { page } = await at(path + long, { width: 360 });
      await page.waitForFunction(() => document.querySelector('main [role=status] .waiting') === null && document.querySelector('h1') !== null);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([path, 0]);
      expect(await page.locator('meta[property="og:url"]').getAttribute('content')).toContain(long);
    }
    const { page } = await at('/timeline?of=country/fr&of=country/kr');
    await page.waitForFunction(() => document.title === 'Timeline: France, South Korea · Entente');
  });

  it('answers a worked question in the page, of whom one likes, and shares which', async () => {
    const { page } = await at('/questions');
    const question = page.locator('details', { hasText: 'What two have agreed on' });
    await question.locator('summary').click();
    await question.getByRole('button', { name: 'Show the answer' }).click();
    await question.locator('.worked-answer dl').first().waitFor();
    const box = question.getByRole('combobox', { name: 'Country 2', exact: true });
    await box.focus();
    await box.and(page.locator('.react-aria-Input')).waitFor();
    await box.pressSequentially('South Korea');
    await page.locator('.option', { hasText: 'South Korea' }).first().click();
    await page.waitForFunction(() => location.search === '?run=agreements-of-two&v.b=country/kr');
    const { page: shared, asked } = await at('/questions?run=agreements-of-two&v.a=country/fr&v.b=country/kr');
    const found = shared.locator('.worked-answer').getByRole('link', { name: 'Defence cooperation agreement of France and Korea, 2013' }).first();
    await found.waitFor();
    expect([...asked].sort()).toEqual(['AgreementsOfTwo', 'Names', 'Questions']);
    await found.click();
    await shared.waitForURL('**/agreement/**');
  });

  it.each([
    ['/list/partnerships', 'Partnerships'],
    ['/map?of=country/kr', 'As a table'],
    ['/timeline?of=country/fr&of=country/kr&together=yes', 'Timeline'],
  ])('has each row of the table at %s as a card where there is no room for columns, and still a table', async (path, name) => {
    const { page } = await at(path, { width: 360 });
    const table = page.getByRole('table', { name });
    await table.getByRole('row').nth(2).waitFor();
    const [row, cell] = [table.getByRole('row').nth(2), table.getByRole('row').nth(2).getByRole('cell').last()];
    expect(await row.getByRole('rowheader').count()).toBe(1);
    expect((await cell.boundingBox())?.width).toBeGreaterThan(300);
    expect(await page.locator('.table-frame').evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
  });

  it('lets a table that has no room be moved by keyboard, and one that has be passed over', async () => {
    const { page } = await at('/list/partnerships', { width: 800 });
    await page.waitForSelector('tbody tr');
    const frame = page.getByRole('region', { name: 'Partnerships' });
    await frame.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.table-frame')?.scrollLeft ?? 0) > 0);
    await page.setViewportSize({ width: 360, height: 900 });
    await frame.waitFor({ state: 'detached' });
  });

  it('says which id nothing has, and what is called nearly so', async () => {
    const { page } = await at('/person/emanuel-macron');
    await page.waitForSelector('h1 >> text=There is nothing at this address');
    expect(await page.locator('.face').textContent()).toContain('“person/emanuel-macron”');
    await page.getByRole('link', { name: 'person/emmanuel-macron' }).click();
    await page.waitForSelector('h1 >> text=Emmanuel Macron');
    const { page: wild, complaints } = await at('/person/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    await wild.waitForSelector('h1 >> text=There is nothing at this address');
    expect(await wild.locator('.face').textContent()).toContain('“person/<script>alert(1)</script>”');
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    const { page: other } = await at('/map?of=person/emanuel-macron&of=city/nowhere');
    await other.waitForSelector('h2 >> text=Nothing has the id “person/emanuel-macron”');
    expect(await other.locator('h1').allTextContents()).toEqual(['Map']);
    expect(await other.locator('.chosen [role=status]').allTextContents()).toEqual([
      'Nothing has the id “person/emanuel-macron”.',
      'Nothing has the id “city/nowhere”.',
    ]);
  });

  it('tells rows by the order that they have, until those of another are there', async () => {
    const { page } = await at('/list/people');
    await page.waitForSelector('tbody tr');
    await page.route('**/graphql', (route) => new Promise((done) => setTimeout(done, 400)).then(() => route.continue()));
    await page.getByLabel('Order by number of').selectOption('Events');
    await page.waitForSelector('[aria-busy=true]');
    expect(await page.locator('thead th[aria-sort=descending]').count()).toBe(0);
    await page.waitForSelector('th[aria-sort=descending] >> text=Events');
    await page.unroute('**/graphql');
  });

  it('says at an address that leads nowhere that nothing is there', async () => {
    const { page } = await at('/no/such/place');
    await page.waitForSelector('h1 >> text=There is nothing at this address');
    expect(await page.getByRole('combobox').count()).toBeGreaterThan(0);
  });

  it('says in words that the server cannot be reached, and asks again when told to', async () => {
    const { page } = await at('/disputes');
    await page.waitForSelector('.dispute');
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'Questions', exact: true }).click();
    await page.waitForSelector('[role="alert"] >> text=cannot be reached');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('.questions details');
  });

  it('keeps what it shows when the network is cut, and goes on when it is back', async () => {
    const { page } = await at('/disputes', { isApart: true });
    await page.waitForSelector('.dispute');
    await page.context().setOffline(true);
    await page.locator('.lens-button').click();
    await page.waitForSelector('.lens [role="alert"] >> text=cannot be reached');
    expect(await page.locator('.dispute').count()).toBeGreaterThan(0);
    await page.locator('.lens-button').click();
    await page.getByRole('link', { name: 'Timeline', exact: true }).click();
    await page.waitForSelector('[role="alert"] >> text=cannot be reached');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('[role="alert"] >> text=cannot be reached');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('h1 >> text=Timeline');
  });
});
