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
 * Pages are closed after each test unless the whole group keeps them.
 */
export function browser({ keeps = 'test' }: Readonly<{ keeps?: 'test' | 'group' }> = {}): Readonly<{
  open(path: string, screen?: Screen): Promise<Page>;
}> {
  let chrome: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    chrome = await chromium.launch({ executablePath: environment.chromiumPath, args: ['--no-sandbox'] });
  });
  afterAll(async () => chrome?.close());
  afterEach(async () => {
    if (keeps === 'test') await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  return {
    open: async (path, screen = {}) => {
      if (chrome === undefined) throw new Error('the browser is not open yet');
      const context = await newContext(chrome, screen);
      contexts.push(context);
      const page = await context.newPage();
      listen(page, complaints);
      await page.goto(new URL(path, environment.webUrl).toString());
      return page;
    },
  };
}

async function newContext(chrome: Browser, screen: Screen): Promise<BrowserContext> {
  const { width, height, scheme = 'light', as, kept = {}, offline = false } = screen;
  const context = await chrome.newContext({
    viewport: { width: width ?? phone.width, height: height ?? phone.height },
    colorScheme: scheme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    serviceWorkers: offline ? 'allow' : 'block',
  });
  context.setDefaultTimeout(10_000);
  const [name = '', value = ''] = as?.cookie().split('=') ?? [];
  if (name) await context.addCookies([{ name, value, url: environment.webUrl, httpOnly: true, sameSite: 'Lax' }]);
  await context.addInitScript((entries) => {
    for (const [key, kept] of entries) localStorage.setItem(key, kept);
  }, Object.entries(kept));
  return context;
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
