import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Axe = typeof axe;

/** The rules of WCAG 2.2 AA, and what is good beside them: landmarks, an order of headings. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Puts what finds violations into a page. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(`${axe.source}; null`);
}

/** What breaks the rules of accessibility, and where, in a page that was prepared; but for what is not of our making. */
export function violations(page: Page, except: readonly string[] = []): Promise<string[]> {
  return page.evaluate(
    async ({ values, exclude }) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const found = await axe.run({ exclude }, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    },
    { values: TAGS, exclude: except.map((selector) => [selector]) },
  );
}
