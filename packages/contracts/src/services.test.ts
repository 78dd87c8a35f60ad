import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DescService } from '@bufbuild/protobuf';
import { expect, it } from 'vitest';
import { services } from './services.ts';

const generated = join(import.meta.dirname, 'gen');
// What we use of others, and what describes the rest.
const foreign = ['buf', 'google', 'guildhall'];

const isService = (one: unknown): one is DescService =>
  typeof one === 'object' && one !== null && 'kind' in one && one.kind === 'service';

it('every service of a contract is known: the gateway opens no others', async () => {
  const folders = readdirSync(generated).filter((name) => !foreign.includes(name));
  const files = folders.flatMap((folder) =>
    readdirSync(join(generated, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('_pb.ts'))
      .map((name) => join(generated, folder, name)),
  );
  const modules = await Promise.all(files.map(async (file) => (await import(file)) as Record<string, unknown>));
  const found = modules.flatMap((all) => Object.values(all).filter(isService)).map(({ typeName }) => typeName);
  expect(services.map(({ typeName }) => typeName).toSorted()).toEqual(found.toSorted());
});
