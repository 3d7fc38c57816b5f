import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTITIES, SOURCE, TEXT, writeSeed } from '../load/seed-folder.js';
import { browse, noBrowser, type Browsing } from './browser.js';

/** Markup that would run if it were taken for more than text. */
const ATTACK = '<img src=x onerror=alert(1)>';

describe.skipIf(noBrowser !== '')(`the page with a text at hand${noBrowser}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-page-'));
  let browsing: Browsing;
  beforeAll(async () => {
    const [seed, documents] = [join(folder, 'seed'), join(folder, 'documents')];
    mkdirSync(seed);
    mkdirSync(documents);
    const entities = ENTITIES.replace('Example and Sample meet', `"Example and Sample ${ATTACK} meet"`);
    writeSeed(seed, entities, SOURCE.replace('Exampleville is twinned with Otherton.', `"Exampleville is twinned with Otherton. ${ATTACK}"`));
    writeFileSync(join(documents, 'report.txt'), TEXT);
    browsing = await browse({ ENTENTE_SEED: seed, ENTENTE_DATA: join(folder, 'none'), ENTENTE_DOCUMENTS: documents });
  });
  afterAll(async () => {
    await browsing.close();
    rmSync(folder, { recursive: true });
  });

  it('answers with the very words, within what stands before and after them', async () => {
    const { page, complaints } = await browsing.open('/ask?q=Which partnerships does Exampleville have?');
    await page.waitForSelector('.claim mark');
    expect(await page.locator('.claim mark').allTextContents()).toContain('the twinning with Otherton');
    expect(await page.locator('.claim .context').allTextContents()).toContain('Ada Example, mayor of Exampleville, met Bo Sample on Friday. She praised ');
    expect(await page.locator('.claim >> text=The text is not at hand').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('shows the document with its words, and lights those of a claim', async () => {
    const { page } = await browsing.open('/source/report');
    await page.locator('.sentence .grounds').first().click();
    await page.locator('.margin-claims .summary', { hasText: 'Ada Example is mayor' }).hover();
    expect(await page.locator('.words [data-lit="true"]').allTextContents()).toEqual(['Ada Example', ', mayor of ', 'Exampleville']);
    expect(await page.locator('.summaries').count()).toBe(0);
  });

  it('shows the words of an entity at a click', async () => {
    const { page } = await browsing.open('/city/otherton');
    await page.locator('#partnerships .grounds').first().click();
    await page.waitForSelector('.claim mark >> text=the twinning with Otherton');
  });

  it.each([
    ['/event/example-meeting', '.surroundings-time'],
    ['/partnership/exampleville-otherton', '.grounds'],
    ['/graph?of=person/ada-example', '.as-table'],
    ['/timeline?of=person/ada-example', '.grounds'],
    ['/list/events', 'tbody tr'],
  ])('takes markup in names and summaries for text at %s', async (path, shown) => {
    const { page, complaints, strangers } = await browsing.open(path);
    await page.waitForSelector(shown);
    if (shown === '.as-table') await page.locator('.as-table summary').click();
    for (const grounds of await page.locator('.grounds').all()) if (await grounds.isVisible()) await grounds.click();
    await page.waitForFunction((attack) => document.querySelector('main')?.textContent.includes(attack), ATTACK);
    expect(await page.locator('main img').count()).toBe(0);
    expect([complaints, strangers]).toEqual([[], []]);
  });

  it.each([
    `/ask?q=${encodeURIComponent(ATTACK)}`,
    `/ask?q=${encodeURIComponent('</title><script>alert(1)</script>')}`,
    `/list/events?named=${encodeURIComponent(ATTACK)}&kind=${encodeURIComponent(ATTACK)}&order=${encodeURIComponent(ATTACK)}`,
    `/graph?of=${encodeURIComponent(ATTACK)}&at=${encodeURIComponent(ATTACK)}&pin=${encodeURIComponent(`${ATTACK}:0,0`)}`,
    `/timeline?of=person/ada-example&from=${encodeURIComponent(ATTACK)}`,
    `/map?of=${encodeURIComponent('javascript:alert(1)')}`,
    `/compare?of=person/ada-example&a.knownBy=${encodeURIComponent(ATTACK)}`,
    `/questions?run=${encodeURIComponent(ATTACK)}&v.a=${encodeURIComponent(ATTACK)}`,
    `/disputes?asOf=${encodeURIComponent(ATTACK)}&accordingTo=${encodeURIComponent(ATTACK)}&sources=${encodeURIComponent(ATTACK)}`,
    `/?lang=${encodeURIComponent(ATTACK)}`,
    '/person/%00',
    '/person/ada%00example',
    '/person/%E0%A4%A',
    '/person/__proto__',
    '/list/constructor',
    `/person/${encodeURIComponent(ATTACK)}`,
    `/person/ada-example#${ATTACK}`,
    '/person/ada-example#:target{x}[onload=alert(1)]',
    `/person/${'a'.repeat(10_000)}`,
    `/ask?q=${'a'.repeat(15_000)}`,
  ])('runs nothing that an address holds, and shows something: %.80s', async (path) => {
    const { page, complaints, strangers } = await browsing.at(path);
    await page.waitForFunction(() => document.querySelector('main h1, main .face') !== null && document.querySelector('main .waiting') === null);
    expect(await page.evaluate(() => document.querySelectorAll('main img, main script, [onerror], [onload]').length)).toBe(0);
    expect((await page.locator('main').textContent())?.trim()).not.toBe('');
    // What is not there, or refused for its form, is answered as such.
    expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
    expect(strangers).toEqual([]);
  });
});
