import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../server/serving.js';
import { buildPage } from './browser.js';

describe('the page over HTTP', () => {
  let serving: Serving;
  beforeAll(async () => {
    buildPage();
    serving = await serve();
  });
  afterAll(() => serving.server.stop());

  const scripts = () => [...readFileSync('dist/explorer/index.html', 'utf8').matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);

  it('sends its files compressed, under names that never change their content', async () => {
    const [path = ''] = scripts();
    const response = await fetch(serving.server.url + path, { headers: { 'accept-encoding': 'br' } });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(brotliDecompressSync(readFileSync(`dist/explorer${path}.br`)).toString()).toBe(readFileSync(`dist/explorer${path}`, 'utf8'));
  });

  it.each(['/', '/ask?q=x', '/graph', '/person/emmanuel-macron'])('lets no script, style or request in but its own at %s', async (path) => {
    const { status, headers, text } = await serving.fetch(path);
    expect(status).toBe(200);
    // Styles that its own program lays into the document bear a word that only this document has.
    const [, nonce = ''] = /<meta property="csp-nonce" nonce="([^"]{24})" \/>/.exec(text) ?? [];
    expect((await serving.fetch(path)).text).not.toContain(nonce);
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
  });

  it('has the first faces of type fetched with the program, not after its styles', async () => {
    const { text } = await serving.fetch('/');
    const faces = [...text.matchAll(/<link rel="preload" as="font" type="font\/woff2" crossorigin href="([^"]+)">/g)].map(([, path = '']) => path);
    expect(faces.length).toBe(2);
    for (const path of faces) expect((await fetch(serving.server.url + path)).headers.get('content-type')).toBe('font/woff2');
  });

  it('says what an address shows, for those who share it', async () => {
    const { text } = await serving.fetch('/person/emmanuel-macron');
    expect(text).toContain('<title>Emmanuel Macron · Entente</title>');
    expect(text).toContain('<meta property="og:title" content="Emmanuel Macron" />');
    const [, data = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: 'Emmanuel Macron',
      url: `${serving.server.url}/person/emmanuel-macron`,
    });
  });

  it.each([
    ['/list/cities', 'Cities · Entente'],
    ['/ask?q=Who%20met%20whom%3F', 'Who met whom? · Entente'],
    ['/disputes', 'Disputes · Entente'],
    ['/disputes?about=country/fr', 'Disputes: France · Entente'],
    ['/graph?of=person/to-lam&of=person/nobody-at-all', 'Graph: To Lam, person/nobody-at-all · Entente'],
  ])('titles %s', async (path, title) => {
    expect((await serving.fetch(path)).text).toContain(`<title>${title}</title>`);
  });

  it('describes what nobody describes by what it is connected with', async () => {
    const { text } = await serving.fetch('/person/emmanuel-macron');
    expect(/<meta name="description" content="([^"]*)"/.exec(text)?.[1]).toMatch(/Macron .*\. .*Macron/);
  });

  it('lets no markup of an address into the document', async () => {
    const { text } = await serving.fetch(`/ask?q=${encodeURIComponent('</title><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
  });

  it.each(['/person/nobody-at-all', '/list/unicorns', '/nothing', '/assets/none.js', '/assets/../../package.json', '/%2e%2e/package.json'])(
    'knows nothing at %s',
    async (path) => {
      expect((await serving.fetch(path)).status).toBe(404);
    },
  );
});
