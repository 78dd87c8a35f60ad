import { readFileSync } from 'node:fs';

const readProc = (pid: number, file: 'stat' | 'cmdline'): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
};

const exists = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Whether a process of this id runs, whoever owns it; one that is dead but not reaped (a zombie) does not. */
export const isAlive = (pid: number): boolean => {
  if (!exists(pid)) return false;
  // The state follows the program's name, which is in parentheses and may hold anything.
  const state = readProc(pid, 'stat')?.split(') ').at(-1)?.[0];
  return state !== 'Z' && state !== 'X';
};

/** Whether it runs and its command line names this: ids are given out again. */
export const isAliveAs = (pid: number, named: string): boolean =>
  isAlive(pid) && (readProc(pid, 'cmdline') ?? '').includes(named);
