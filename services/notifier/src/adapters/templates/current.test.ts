import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const build = join(import.meta.dirname, '../../../templates/build.ts');

it('the committed templates are what their sources compile to', { timeout: 20_000 }, async () => {
  const { stderr } = await promisify(execFile)(process.execPath, [build, '--check']);

  expect(stderr).toBe('');
});
