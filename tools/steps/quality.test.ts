import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../process/run.ts';

/** A tree that breaks every rule once: dependency-cruiser is known to see no TypeScript at all when it finds no compiler it likes. */
const PLANTED: Readonly<Record<string, string>> = {
  'packages/kernel/src/index.ts': "import { readFile } from 'node:fs/promises';\nexport const kernel = readFile;",
  'packages/mongo/src/index.ts': "export { rule } from '../../../services/a/src/domain/rule.ts';",
  'services/a/src/domain/rule.ts':
    "import type { Port } from '../app/port.ts';\nexport const rule = (port: Port) => port;",
  'services/a/src/app/port.ts':
    "import { repository } from '../adapters/mongo/repository.ts';\nexport type Port = typeof repository;",
  'services/a/src/adapters/mongo/repository.ts':
    "import type { consumer } from '../nats/consumer.ts';\nexport const repository = (c: typeof consumer) => c;",
  'services/a/src/adapters/nats/consumer.ts':
    "import { container } from 'tsyringe';\nimport mongoose from 'mongoose';\nimport { other } from '../../../../b/src/other.ts';\nexport const consumer = { container, mongoose, other };",
  'services/b/src/other.ts': "import { twin } from './utils/twin.ts';\nexport const other = () => twin;",
  'services/b/src/utils/twin.ts': "import { other } from '../other.ts';\nexport const twin = other;",
  'tools/start.ts': "import { other } from '../services/b/src/other.ts';\nexport const start = other;",
  'web/src/page.ts': "import { kernel } from '../../packages/kernel/src/index.ts';\nexport const page = kernel;",
  'web/src/gone.ts': "export { gone } from './nowhere.ts';",
};

const root = join(import.meta.dirname, '..', '..');
const config = join(root, '.dependency-cruiser.cjs');
let folder: string;
let broken: Set<string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-rules-'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(PLANTED)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const depcruise = join(root, 'node_modules', '.bin', 'depcruise');
  const args = ['--config', config, '--output-type', 'err', 'packages', 'services', 'tools', 'web'];
  const { output } = await run(depcruise, args, { cwd: folder });
  broken = new Set([...output.matchAll(/error ([a-z-]+):/g)].map((match) => match[1] ?? ''));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the dependency rules', () => {
  it.each([
    'no-cycles',
    'everything-resolves',
    'services-never-import-each-other',
    'packages-never-import-services',
    'nobody-imports-a-service',
    'kernel-stands-alone',
    'domain-is-pure',
    'app-knows-no-adapter',
    'adapters-do-not-know-each-other',
    'container-only-in-compose',
    'mongoose-only-in-adapters',
    'browser-takes-the-client-only',
    'no-words-that-say-nothing',
  ])('catch what breaks %s', (rule) => {
    expect([...broken]).toContain(rule);
  });
});
