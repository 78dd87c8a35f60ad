import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Calls, Measured, Phase } from '../load/phase.ts';

/** What a process of the benchmarks says when it can do its work. */
export type Ready = Readonly<{ ready: true; port: number }>;

/** Tells our parent that we can begin, and ends us with it; `port` is 0 where nobody connects to us. */
export function sayReady(port = 0): void {
  process.on('disconnect', () => process.exit());
  process.send?.({ ready: true, port } satisfies Ready);
}

/** Answers each order of our parent; an order that fails ends us. */
export function obey(work: (order: never) => Promise<Measured>): void {
  process.on('message', (order) => void work(order as never).then((answer) => process.send?.(answer)));
  sayReady();
}

/** The servers that this process was told to use. */
export const servers = (): Servers => JSON.parse(process.argv[2] ?? '{}') as Servers;

export type Child = Readonly<{
  port: number;
  pid: number;
  /** Sends one order and resolves with its answer. */
  ask(order: Phase | Calls): Promise<Measured>;
  stop(): Promise<void>;
}>;

/** Where NATS and the store are. */
export type Servers = Readonly<{ natsUrl: string; mongoUrl: string }>;

type Start = Readonly<{
  told?: Servers;
  env?: Readonly<Record<string, string | undefined>>;
  nodeArgs?: readonly string[];
  /** Where its program is, seen from here. */
  folder?: string;
}>;

/** Starts `<name>.ts` as a process of its own; resolves when it is ready. */
export async function startChild(name: string, { told, env, nodeArgs = [], folder = '.' }: Start = {}): Promise<Child> {
  const child = fork(join(import.meta.dirname, folder, `${name}.ts`), [JSON.stringify(told ?? {})], {
    execArgv: ['--conditions=@guildhall/source', '--enable-source-maps', ...nodeArgs],
    env: { ...process.env, ...env },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = (await answerOf(child, name)) as Ready;
  return {
    port,
    pid: child.pid ?? 0,
    ask: async (order) => {
      child.send(order);
      return (await answerOf(child, name)) as Measured;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function answerOf(child: ChildProcess, name: string): Promise<unknown> {
  const gone = new AbortController();
  const onExit = (): void => gone.abort(new Error(`the process ${name} ended`));
  child.once('exit', onExit);
  try {
    const [answer] = (await once(child, 'message', { signal: gone.signal })) as [unknown];
    return answer;
  } catch (error) {
    throw gone.signal.aborted ? gone.signal.reason : error;
  } finally {
    child.off('exit', onExit);
  }
}
