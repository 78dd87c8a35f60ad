import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { lineSplitter } from '../process/run.ts';
import { Sentence } from '../process/sentence.ts';
import { backoff, PACE, type Pace } from './backoff.ts';
import { EXIT_CONFIG, type ProcessSpec, type Supervised, type Watch } from './spec.ts';

const READY_EVERY_MS = 50;
const LAST_LINES = 8;
const STOP_TIMEOUT_MS = 10_000;

interface Life {
  child?: ChildProcess;
  startedAt: number;
  stopping: boolean;
  failure?: Sentence;
  /** Wakes a restart that is waiting for its delay. */
  readonly end: AbortController;
  readonly lastLines: string[];
}

const remember = (life: Life, line: string): void => {
  life.lastLines.push(line);
  if (life.lastLines.length > LAST_LINES) life.lastLines.shift();
};

const listen = (child: ChildProcess, onLine: (line: string) => void): void => {
  for (const stream of [child.stdout, child.stderr]) {
    const lines = lineSplitter(onLine);
    stream?.setEncoding('utf8').on('data', (chunk: string) => lines(chunk));
    stream?.once('end', () => lines());
  }
};

/** A group of its own, so that Ctrl-C at the terminal reaches us only and we stop things in order. */
const launch = (spec: ProcessSpec, watch: Watch, life: Life): ChildProcess => {
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  listen(child, (line) => {
    remember(life, line);
    watch.line(spec.name, line);
  });
  life.child = child;
  life.startedAt = performance.now();
  return child;
};

const ended = (child: ChildProcess): Promise<string | number> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });

const keepAlive = async (spec: ProcessSpec, watch: Watch, pace: Pace, life: Life): Promise<void> => {
  const wait = backoff(pace);
  while (!life.stopping) {
    const child = launch(spec, watch, life);
    const gone = ended(child);
    if (child.pid !== undefined) await watch.started?.(spec.name, child.pid);
    const how = await gone;
    if (life.stopping) return;
    if (how === EXIT_CONFIG) {
      life.failure = new Sentence(`${spec.name} refuses its settings:\n${life.lastLines.join('\n')}`);
      return watch.notice(spec.name, 'ended because of its settings and is not started again');
    }
    const delayMs = wait(performance.now() - life.startedAt);
    watch.notice(spec.name, `ended (${how}), starting again in ${delayMs} ms`);
    await delay(delayMs, undefined, { signal: life.end.signal }).catch(() => undefined);
  }
};

const untilReady = async (spec: ProcessSpec, life: Life, timeoutMs: number): Promise<void> => {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (life.failure !== undefined) throw life.failure;
    if (life.stopping) throw new Sentence(`${spec.name} was stopped before it was ready.`);
    if (await spec.isReady().catch(() => false)) return;
    if (performance.now() > deadline) {
      const said = life.lastLines.length > 0 ? `; it said last:\n${life.lastLines.join('\n')}` : '.';
      throw new Sentence(`${spec.name} was not ready after ${Math.round(timeoutMs / 1000)} s${said}`);
    }
    await delay(READY_EVERY_MS);
  }
};

const isAlive = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

const end = async (child: ChildProcess, timeoutMs: number): Promise<void> => {
  if (!isAlive(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  await gone;
  clearTimeout(timer);
};

/** Starts a process and starts it again whenever it dies, until it is stopped. */
export const supervise = (spec: ProcessSpec, watch: Watch, pace: Pace = PACE): Supervised => {
  const life: Life = { startedAt: 0, stopping: false, end: new AbortController(), lastLines: [] };
  const over = keepAlive(spec, watch, pace, life).catch((error: Error) => {
    life.failure = new Sentence(`${spec.name} cannot be kept running: ${error.message}`, { cause: error });
  });
  const leave = () => {
    life.stopping = true;
    life.end.abort();
  };
  return {
    name: spec.name,
    pid: () => (life.child !== undefined && isAlive(life.child) ? life.child.pid : undefined),
    ready: (timeoutMs) => untilReady(spec, life, timeoutMs),
    stop: async () => {
      leave();
      if (life.child !== undefined) await end(life.child, spec.stopTimeoutMs ?? STOP_TIMEOUT_MS);
      await over;
    },
    kill: () => {
      leave();
      life.child?.kill('SIGKILL');
    },
  };
};
