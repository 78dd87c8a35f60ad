import axe from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a checker of the accessibility guidelines (WCAG 2.2 A and AA, and good practice) has against the page. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(settled);
  // Half a megabyte: once for each load of the page, however often it is looked at.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    tags,
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}

/** When nothing changes its colour or place any more, apart from what never ends to. */
const settled = async (): Promise<void> => {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
};

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
