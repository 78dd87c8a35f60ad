import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { everyPermission } from '@guildhall/contracts';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const isOurs = (path: string): boolean => !/\.test\.ts$|\/(dist|gen|node_modules|testing)\/|testing\.ts$/.test(path);

const sources = globSync('{packages,services}/*/src/**/*.ts', { cwd: root }).filter(isOurs);
const codes = new Set(
  sources.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/'([a-z]+\.[a-z_]+)',\s+['"`]/g)]
      .map(([, code]) => code ?? '')
      .filter((code) => !everyPermission().includes(code))
      .filter((code) => /^(gateway|identity|register|notifier|volunteers|messaging|rpc|store)\./.test(code)),
  ),
);
const pages = globSync('docs/problems/*.md', { cwd: root });

describe('the pages of the error codes', () => {
  it('are there for every code that the sources refuse with', () => {
    const described = new Set(pages.map((path) => basename(path, '.md')));

    expect(codes.size).toBeGreaterThan(50);
    expect([...codes].filter((code) => !described.has(code))).toEqual([]);
  });

  it('describe only codes that exist', () => {
    const text = sources.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');

    expect(pages.map((path) => basename(path, '.md')).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  it.each(pages)('%s says what happened and what to do', (path) => {
    const text = readFileSync(join(root, path), 'utf8');

    expect(text).toMatch(
      new RegExp(
        `^# ${basename(path, '.md')}\\n\\n\\*\\*Status [345]\\d\\d\\*\\*\\n\\n## What happened\\n\\n.+\\n\\n## What to do\\n\\n.+`,
      ),
    );
  });
});
