import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWeb } from '../platform/build.ts';
import { say } from '../terminal/screen.ts';
import type { Step } from './step.ts';

/** First load of script, gzipped: what a phone at a door has to fetch before it shows anything. */
const BUDGET_BYTES = 150 * 1024;

/** The scripts that a page loads at once: its module scripts and their preloads. */
export const firstLoad = (html: string): string[] => {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) => tag.startsWith('<script') || /rel="?modulepreload/.test(tag));
  return wanted.map((tag) => /(?:src|href)="([^"]+\.js)"/.exec(tag)?.[1]).filter((path) => path !== undefined);
};

/** The web application builds, and its first load stays within the budget. */
export const web: Step = {
  name: 'web',
  run: async ({ root }) => {
    await buildWeb(root, say);
    const dist = join(root, 'web', 'dist');
    const scripts = firstLoad(await readFile(join(dist, 'index.html'), 'utf8'));
    const sizes = await Promise.all(scripts.map(async (path) => gzipSync(await readFile(join(dist, path))).length));
    const bytes = sizes.reduce((total, size) => total + size, 0);
    const output = `First load is ${(bytes / 1024).toFixed(1)} kB gzip, the budget is ${BUDGET_BYTES / 1024} kB.`;
    return { ok: bytes > 0 && bytes <= BUDGET_BYTES, output };
  },
};
