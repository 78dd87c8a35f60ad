import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Device } from '../platform/device.ts';
import { environment } from '../platform/environment.ts';

export type Screen = Readonly<{
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  /** Signed in as on this device. */
  as?: Device;
  /** What the browser keeps from before, by name. */
  kept?: Readonly<Record<string, string>>;
  /** The browser keeps the shell, and pages open without a connection. Off, so that each test loads what it sees. */
  offline?: boolean;
}>;

/** A phone, as most people hold one. */
const phone = { width: 390, height: 844 };

/**
 * Chromium for the tests of a file or of a group. A page that stumbles, or that its own policy stops, or that
 * asks anybody else for anything, fails the test.
 * Each page is in a browser of its own and closed after its test.
 */
export function browser(): Readonly<{ open(path: string, screen?: Screen): Promise<Page> }> {
  const { newContext, complaints } = chromiumForTests();
  const contexts: BrowserContext[] = [];
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  return {
    open: async (path, screen = {}) => {
      const context = await newContext(screen);
      contexts.push(context);
      const page = await context.newPage();
      listen(page, complaints);
      await become(page, screen);
      await page.goto(new URL(path, environment.webUrl).toString());
      return page;
    },
  };
}

/**
 * The same with one page, which takes a second to open: before each visit it is emptied, and then as new. It stays as
 * it is until the next visit.
 */
export function onePage(): Readonly<{ visit(path: string, screen?: Screen): Promise<Page> }> {
  const { newContext, complaints } = chromiumForTests();
  let page: Page | undefined;
  let forget: (() => Promise<void>) | undefined;
  return {
    visit: async (path, screen = {}) => {
      if (page === undefined) {
        page = await (await newContext({})).newPage();
        listen(page, complaints);
      } else {
        await forget?.();
        await empty(page);
      }
      forget = await become(page, screen);
      await page.goto(new URL(path, environment.webUrl).toString());
      return page;
    },
  };
}

function chromiumForTests() {
  let chrome: Browser | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    chrome = await chromium.launch({ executablePath: environment.chromiumPath, args: ['--no-sandbox'] });
  });
  afterAll(async () => chrome?.close());
  afterEach(() => expect(complaints.splice(0)).toEqual([]));
  const newContext = async ({ offline = false }: Screen): Promise<BrowserContext> => {
    if (chrome === undefined) throw new Error('the browser is not open yet');
    const serviceWorkers = offline ? 'allow' : 'block';
    const context = await chrome.newContext({ locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers });
    context.setDefaultTimeout(10_000);
    return context;
  };
  return { newContext, complaints };
}

/** Gives the page the screen, the session and the memory of somebody; resolves to how the memory is not given again. */
async function become(page: Page, screen: Screen): Promise<() => Promise<void>> {
  const { width, height, scheme = 'light', as, kept = {} } = screen;
  await page.setViewportSize({ width: width ?? phone.width, height: height ?? phone.height });
  await page.emulateMedia({ colorScheme: scheme });
  const [name = '', value = ''] = as?.cookie().split('=') ?? [];
  const cookie = { name, value, url: environment.webUrl, httpOnly: true, sameSite: 'Lax' as const };
  if (name) await page.context().addCookies([cookie]);
  const script = await page.context().addInitScript((entries) => {
    for (const [key, kept] of entries) localStorage.setItem(key, kept);
  }, Object.entries(kept));
  return () => script.dispose();
}

/** Leaves the page without anything that it was shown or told to keep. */
async function empty(page: Page): Promise<void> {
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: environment.webUrl, storageTypes: 'all' });
  await session.detach();
}

/** Nothing is fetched from anybody else. */
const isOurs = (url: string): boolean =>
  [environment.webUrl, environment.sandboxUrl, 'data:', 'blob:', 'about:'].some((start) => url.startsWith(start));

/** An answer of the platform that is a refusal is part of life, and Chromium says so of each. */
const isRefusal = (line: string): boolean => line.startsWith('Failed to load resource');

function listen(page: Page, complaints: string[]): void {
  page.on('request', (request) => {
    if (!isOurs(request.url())) complaints.push(`asked somebody else: ${request.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !isRefusal(line.text())) complaints.push(line.text());
  });
}
