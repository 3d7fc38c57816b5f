import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { serve, type Serving } from '../server/serving.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const isRequired = process.env['ENTENTE_REQUIRE_BROWSER'] === '1';

/** Why there is no browser to test in; empty where there is one, or must be. */
export const noBrowser = CHROMIUM === undefined && !isRequired ? ' (skipped: no chromium is installed)' : '';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  // Nobody else can be reached.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Without a graphics processor, WebGL is drawn by software, and pages are put together as if there were none.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
];

interface Looking {
  readonly width?: number;
  readonly height?: number;
  /** In a browser that remembers nothing of other visits, and is told what others are not. */
  readonly isApart?: boolean;
}

/** A real browser before the real server. */
export interface Browsing {
  readonly serving: Serving;
  /** A page, with what it asked and what it complained of; all share what the browser remembers of their files. */
  readonly open: (path: string, options?: Looking) => Promise<Visit>;
  /** The same, closed with its test: what goes on in a page would slow the others. */
  readonly at: (path: string, options?: Looking) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  /** Operations that it asked, by name. */
  readonly asked: string[];
  /** Addresses of other machines that it wanted; none can be reached. */
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
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS] });
  const remembering = () => browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const shared = await remembering();
  const open: Browsing['open'] = async (path, { width = 1_280, height = 900, isApart = false } = {}) =>
    visit(isApart ? await remembering() : shared, serving.server.url, path, width, height);
  return {
    serving,
    open,
    at: async (path, options) => {
      const visited = await open(path, options);
      onTestFinished(() => (options?.isApart === true ? visited.page.context().close() : visited.page.close()));
      return visited;
    },
    close: async () => {
      await browser.close();
      await serving.server.stop();
    },
  };
}

async function visit(context: BrowserContext, url: string, path: string, width: number, height: number): Promise<Visit> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  const asked: string[] = [];
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  // Seen and not held up, which would keep the browser from remembering files.
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(url)) strangers.push(request.url());
    if (request.method() === 'POST' && request.url() === `${url}/graphql`)
      asked.push((request.postDataJSON() as { operationName?: string }).operationName ?? '');
  });
  await page.goto(url + path);
  return { page, asked, strangers, complaints };
}
