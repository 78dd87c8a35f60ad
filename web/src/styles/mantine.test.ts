import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '..');
const library = join(dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css')), 'styles');

/** The names imported from the component library anywhere in the application. */
async function componentsInUse(): Promise<string[]> {
  const names = await readdir(src, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => name.endsWith('.tsx')).map((name) => readFile(join(src, name), 'utf8')),
  );
  const lists = texts.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]);
  return [...new Set(lists.flatMap(([, list]) => (list ?? '').split(',').map((name) => name.trim())))];
}

it('every component in use has its styles', async () => {
  const styles = await readFile(join(src, 'styles', 'mantine.css'), 'utf8');
  const styled = (await componentsInUse()).filter((name) => existsSync(join(library, `${name}.layer.css`)));

  expect(styled).toContain('Button');
  expect(styled.filter((name) => !styles.includes(`/${name}.layer.css`))).toEqual([]);
});
