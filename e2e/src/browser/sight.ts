import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What a checker of the accessibility guidelines (WCAG 2.2 A and AA, and good practice) has against the page. */
export async function violations(page: Page): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}

/** How far the page can be pushed sideways, in pixels. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** The colour on which the state stands, as red, green and blue. */
export async function groundOfState(page: Page): Promise<Readonly<{ red: number; green: number }>> {
  const colour = await page.locator('.state[data-state]').evaluate((state) => {
    let element: Element | null = state;
    while (element && /rgba\(.*, 0\)|transparent/.test(getComputedStyle(element).backgroundColor)) {
      element = element.parentElement;
    }
    return element ? getComputedStyle(element).backgroundColor : '';
  });
  const [red = 0, green = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return { red, green };
}
