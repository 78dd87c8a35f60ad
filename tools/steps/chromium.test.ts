import { describe, expect, it } from 'vitest';
import { findChromium } from './chromium.ts';

const place = { root: '/nowhere', dir: '/nowhere/.guildhall' };
const quiet = () => undefined;

describe('Chromium', () => {
  it('is the first that is found', async () => {
    const found = await findChromium(place, quiet, [async () => undefined, async () => '/usr/bin/chromium']);
    expect(found).toBe('/usr/bin/chromium');
  });

  it('that is missing is a sentence with the way to get it', async () => {
    await expect(findChromium(place, quiet, [async () => undefined])).rejects.toThrow(
      /Chromium is missing: `apt-get install chromium/,
    );
  });
});
