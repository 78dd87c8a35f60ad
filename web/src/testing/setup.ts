import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { Feed } from './feed.ts';
import { empty } from '../offline/vault.ts';

// Pages and their words are loaded when they are opened, which takes a busy machine its time.
configure({ asyncUtilTimeout: 5_000 });

type Page = Window & Readonly<{ happyDOM: Readonly<{ setURL(url: string): void }> }>;

/** All files of a process share one window: where a test has left our pages, the next one is back at home. */
const goHome = (): void => (window as unknown as Page).happyDOM.setURL('http://localhost:3000/');
goHome();

beforeEach(async () => {
  localStorage.clear();
  await Promise.all((['memory', 'marks', 'kiosk-events', 'kiosk-people', 'keys'] as const).map(empty));
  // What the pages ask of a browser and the DOM of the tests does not have.
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('EventSource', Feed);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  goHome();
});
