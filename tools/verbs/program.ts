import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Place } from './verb.ts';

/** Runs a Node program of the checkout with our terminal; resolves to its exit code. */
export const runProgram = async ({ root }: Place, args: readonly string[]): Promise<number> => {
  const child = spawn(process.execPath, ['--enable-source-maps', ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
};

/** Runs a TypeScript program of the checkout on the sources of the packages. */
export const runScript = (place: Place, path: string, args: readonly string[]): Promise<number> =>
  runProgram(place, ['--conditions=@guildhall/source', path, ...args]);
