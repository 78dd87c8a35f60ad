import { spawn } from 'node:child_process';
import { Sentence } from './sentence.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The program is killed after this long. */
  readonly timeoutMs?: number;
  /** Called with each complete line of output, as it comes. */
  readonly onLine?: (line: string) => void;
  /** How to get the program when it is missing, as the end of a sentence. */
  readonly hint?: string;
}

export interface RunResult {
  readonly code: number;
  readonly output: string;
}

/** Splits chunks of text into lines and hands them on; call the returned function with no argument at the end. */
export const lineSplitter = (onLine: (line: string) => void) => {
  let rest = '';
  return (chunk?: string): void => {
    const lines = (rest + (chunk ?? '')).split('\n');
    rest = chunk === undefined ? '' : (lines.pop() ?? '');
    for (const line of lines) if (chunk !== undefined || line !== '') onLine(line);
  };
};

/** Runs a program to its end and returns its exit code and output (both streams); throws only when it cannot be started. */
export const run = (command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const lines = lineSplitter((line) => options.onLine?.(line));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        lines(chunk);
      });
    }
    child.once('error', (cause: NodeJS.ErrnoException) => {
      const missing = cause.code === 'ENOENT';
      const hint = options.hint ? `: ${options.hint}` : '';
      reject(missing ? new Sentence(`${command} is missing${hint}.`, { cause }) : cause);
    });
    child.once('close', (code, signal) => {
      lines();
      if (signal === 'SIGKILL' && options.timeoutMs !== undefined)
        output += `\n(stopped after ${options.timeoutMs} ms)`;
      resolve({ code: code ?? 1, output });
    });
  });

/** Runs a program that must succeed; returns its output, or throws a sentence with the end of what it said. */
export const mustRun = async (command: string, args: readonly string[], options: RunOptions = {}): Promise<string> => {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  const said = output.trim().split('\n').slice(-5).join('\n');
  throw new Sentence(`\`${[command, ...args.slice(0, 3)].join(' ')}\` failed with code ${code}:\n${said}`);
};
