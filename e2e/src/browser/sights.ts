import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../platform/device.ts';
import { onePage } from './browser.ts';
import { sidewaysScroll, violations } from './sight.ts';

/** A page as somebody comes to see it: where it is, who they are, and what they do until they see it. */
export type Sight = Readonly<{
  path: () => string;
  as?: () => Device;
  /** What the browser keeps from before. */
  kept?: () => Readonly<Record<string, string>>;
  until: (page: Page) => Promise<unknown>;
}>;

/** Looks at each page on the phone in the light, on the narrowest phone, and at the desk in the dark. */
export function lookAt(sights: Readonly<Record<string, Sight>>): void {
  const { visit } = onePage();
  describe.each(Object.entries(sights))('%s', (_name, { path, as, kept, until }) => {
    let page: Page;
    beforeAll(async () => {
      page = await visit(path(), { ...(as && { as: as() }), ...(kept && { kept: kept() }) });
      await until(page);
    });

    it('has no violation of WCAG 2.2 AA', async () => {
      expect(await violations(page)).toEqual([]);
    });

    it('fits a screen of 320 pixels without being pushed sideways', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    });

    it('has none at the desk and in the dark either', async () => {
      await page.setViewportSize({ width: 1_280, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });
}
