import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExamples } from '../../src/server/examples.js';
import { serve, type Serving } from './serving.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const isRequired = process.env['ENTENTE_REQUIRE_BROWSER'] === '1';
const reason = CHROMIUM === undefined && !isRequired ? ' (skipped: no chromium is installed)' : '';

describe('the examples', () => {
  it('are at least eight, and all run as they are', async () => {
    const examples = readExamples();
    expect(examples.length).toBeGreaterThanOrEqual(8);
    const serving = await serve();
    for (const { query, variables } of examples) {
      const { json } = await serving.ask(query, variables === null ? {} : { variables: JSON.parse(variables) as unknown });
      expect([query, json.errors]).toEqual([query, undefined]);
    }
    await serving.server.stop();
  });
});

describe.skipIf(reason !== '')(`GraphiQL in a browser, offline${reason}`, () => {
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  const strangers: string[] = [];

  beforeAll(async () => {
    if (CHROMIUM === undefined) throw new Error('ENTENTE_REQUIRE_BROWSER is set, but no chromium is installed');
    serving = await serve();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    page = await browser.newPage();
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(serving.server.url)) return route.continue();
      strangers.push(url);
      return route.abort();
    });
    await page.goto(`${serving.server.url}/graphql`);
  });
  afterAll(async () => {
    await browser.close();
    await serving.server.stop();
  });

  it('opens with a tab for each example', async () => {
    await page.waitForSelector('.graphiql-tab', { timeout: 30_000 });
    expect(await page.locator('.graphiql-tab').count()).toBe(readExamples().length);
  });

  it('runs an example and shows its answer', async () => {
    await page.locator('.graphiql-tab-button').first().click();
    await page.locator('.graphiql-execute-button').click();
    await page.waitForFunction(() => document.querySelector('.graphiql-response')?.textContent.includes('"data"'), null, { timeout: 30_000 });
    const shown = await page.locator('.graphiql-response').textContent();
    expect(shown).toContain('"data"');
    expect(shown).not.toContain('"errors"');
  });

  it('knows the schema', async () => {
    await page.locator('button[aria-label="Show Documentation Explorer"]').click();
    await page.locator('.graphiql-doc-explorer a', { hasText: 'Query' }).first().click();
    await page.waitForSelector('text=Everything that can be asked of the graph.', { timeout: 30_000 });
  });

  it('asks nothing of any other machine', () => {
    expect(strangers).toEqual([]);
  });

  it('is sent compressed, and not again while it is the same', async () => {
    const first = await fetch(`${serving.server.url}/graphql`, { headers: { accept: 'text/html' } });
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect((await fetch(`${serving.server.url}/graphql`, { headers: { accept: 'text/html', 'if-none-match': tag } })).status).toBe(304);
  });
});
