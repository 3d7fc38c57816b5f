import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareAxe, violations } from './axe.js';
import { browse, noBrowser, type Browsing, type Visit } from './browser.js';

describe.skipIf(noBrowser !== '')(`GraphiQL in a browser, offline${noBrowser}`, () => {
  let browsing: Browsing;
  let visit: Visit;

  beforeAll(async () => {
    browsing = await browse();
    visit = await browsing.open('/graphql');
    await visit.page.waitForSelector('.examples-panel details');
  });
  afterAll(async () => {
    await browsing.close();
  });

  async function run({ page }: Visit): Promise<string> {
    await page.locator('.graphiql-execute-button').click();
    await page.waitForFunction(() => document.querySelector('.graphiql-response')?.textContent.includes('"data"'));
    return (await page.locator('.graphiql-response').textContent()) ?? '';
  }

  it('offers the examples in groups, from simple to rich, and runs one of each as it is', async () => {
    const { page } = visit;
    const groups = page.locator('.examples-panel details');
    expect((await groups.locator('summary').allTextContents()).map((text) => text.replace(/ \d+$/, ''))).toEqual([
      'single fact',
      'filter',
      'time qualified',
      'aggregation',
      'provenance',
      'multi hop',
      'negative',
      'path',
      'contradiction',
    ]);
    for (const group of await groups.all()) {
      if (!(await group.evaluate((element) => (element as HTMLDetailsElement).open))) await group.locator('summary').click();
      const example = group.locator('li button').first();
      const title = await example.textContent();
      await example.click();
      const answered = page.waitForResponse((response) => response.url().endsWith('/graphql') && response.request().method() === 'POST');
      await page.locator('.graphiql-execute-button').click();
      const answer = (await (await answered).json()) as { data?: object; errors?: unknown };
      expect([title, answer.errors]).toEqual([title, undefined]);
    }
  });

  it('leads from the ids in an answer to their pages', async () => {
    const link = visit.page.locator('.id-links a').first();
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/^\/[a-z]+\/.+/);
  });

  it.each(['the examples', 'the documentation'])(
    'is accessible with %s open, but for the editor and its tabs, which hold a button in a button',
    async (shown) => {
      const { page } = visit;
      if (shown === 'the documentation') {
        await page.locator('button[aria-label="Show Documentation Explorer"]').click();
        await page.waitForSelector('.graphiql-doc-explorer-root-type');
      }
      await prepareAxe(page);
      expect(await violations(page, ['.graphiql-tab', '.monaco-editor'])).toEqual([]);
      if (shown === 'the documentation') await page.locator('button[aria-label="Hide Documentation Explorer"]').click();
    },
  );

  it('tells those who hear it which editor is which', async () => {
    for (const name of ['Operation', 'Variables', 'Answer']) await visit.page.getByRole('textbox', { name, exact: true }).waitFor({ state: 'attached' });
    expect(await visit.page.getByRole('main').getByRole('heading', { level: 1 }).textContent()).toBe('GraphiQL');
  });

  it('finds values of enums in the documentation', async () => {
    const { page } = visit;
    await page.locator('button[aria-label="Show Documentation Explorer"]').click();
    await page.getByLabel('Search the documentation').fill('twinning');
    await page.locator('.documentation .found button', { hasText: 'PartnershipKind.TWINNING' }).first().click();
    await page.waitForSelector('.graphiql-doc-explorer-title >> text=PartnershipKind');
  });

  it('opens what an answer in words names, with its variables, whatever was open before', async () => {
    const { json } = await browsing.serving.ask('{ ask(text: "Are Versailles and Gyeongju twinned?") { graphiqlUrl variables } }');
    const { graphiqlUrl, variables } = json.data?.['ask'] as { graphiqlUrl: string; variables: object };
    await visit.page.goto(browsing.serving.server.url + graphiqlUrl);
    const sent = visit.page.waitForRequest((request) => request.method() === 'POST' && request.postData()?.includes('query Ask(') === true);
    await visit.page.waitForSelector('.graphiql-execute-button');
    const shown = await run(visit);
    expect((await sent).postDataJSON()).toMatchObject({ variables });
    expect(shown).toContain('partnership/versailles-gyeongju');
    expect(shown).not.toContain('"errors"');
  });

  it('asks nothing of any other machine, and nothing that its policy refuses', () => {
    expect(visit.strangers).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  it('is sent with a policy that lets no script in but its own', async () => {
    const { headers } = await browsing.serving.fetch('/graphql', { headers: { accept: 'text/html' } });
    const scripts = /script-src [^;]*/.exec(headers.get('content-security-policy') ?? '')?.[0];
    expect(scripts).toBe("script-src 'self'");
  });
});
