import { readFile } from 'node:fs/promises';
import { run } from './run.ts';

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

/** Whether a process has let go of everything it had: it is no more, or waits for its parent to notice (a zombie). */
export const isGone = async (pid: number): Promise<boolean> => {
  if (!exists(pid)) return true;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\) [ZX] /.test(stat);
};

/** The command line of a running process, or undefined when there is none with this id. */
export const commandOf = async (pid: number): Promise<string | undefined> => {
  if (!exists(pid)) return undefined;
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (fromProc !== undefined) return fromProc.replaceAll('\0', ' ').trim() || undefined;
  const fromPs = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => undefined);
  return fromPs?.output.trim() || undefined;
};
