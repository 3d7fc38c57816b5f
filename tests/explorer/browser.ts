import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { serve, type Serving } from '../server/serving.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const isRequired = process.env['ENTENTE_REQUIRE_BROWSER'] === '1';

/** Why there is no browser to test in; empty where there is one, or must be. */
export const noBrowser = CHROMIUM === undefined && !isRequired ? ' (skipped: no chromium is installed)' : '';

interface Size {
  readonly width?: number;
  readonly height?: number;
}

/** A real browser before the real server. */
export interface Browsing {
  readonly serving: Serving;
  /** A page of its own, with what it asked and what it complained of. */
  readonly open: (path: string, options?: Size) => Promise<Visit>;
  /** The same, closed with its test: what goes on in a page would slow the others. */
  readonly at: (path: string, options?: Size) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  /** Operations that it asked, by name. */
  readonly asked: string[];
  /** Addresses of other machines that it wanted; none was let through. */
  readonly strangers: string[];
  /** Errors in its console: exceptions, refusals of the Content-Security-Policy. */
  readonly complaints: string[];
}

/** Builds the page where it is older than its sources. */
export function buildPage(): void {
  execFileSync(process.execPath, ['build.js', '--page', 'only'], { stdio: 'inherit' });
}

/** Starts the server and a browser; both are to be closed. */
export async function browse(environment: Record<string, string> = {}, given?: Serving): Promise<Browsing> {
  if (CHROMIUM === undefined) throw new Error('ENTENTE_REQUIRE_BROWSER is set, but no chromium is installed');
  buildPage();
  const serving = given ?? (await serve(environment));
  // Without a graphics processor, WebGL is drawn by software.
  const args = ['--headless', '--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [...args, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  const open: Browsing['open'] = (path, { width = 1_280, height = 900 } = {}) => visit(browser, serving.server.url, path, width, height);
  return {
    serving,
    open,
    at: async (path, options) => {
      const visited = await open(path, options);
      onTestFinished(() => visited.page.context().close());
      return visited;
    },
    close: async () => {
      await browser.close();
      await serving.server.stop();
    },
  };
}

async function visit(browser: Browser, url: string, path: string, width: number, height: number): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const asked: string[] = [];
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route('**/*', (route) => {
    const request = route.request();
    if (!request.url().startsWith(url)) {
      strangers.push(request.url());
      return route.abort();
    }
    if (request.method() === 'POST' && request.url() === `${url}/graphql`)
      asked.push((request.postDataJSON() as { operationName?: string }).operationName ?? '');
    return route.continue();
  });
  await page.goto(url + path);
  return { page, asked, strangers, complaints };
}
