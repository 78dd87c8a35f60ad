import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environment } from './environment.ts';

/** The processes that are ours, in the order in which they start. */
export const processNames = ['sandbox', 'identity', 'register', 'notifier', 'volunteers', 'gateway'] as const;

export type ProcessName = (typeof processNames)[number];

export type Process = Readonly<{ pid: number; ports: Readonly<{ health: number; http?: number }> }>;

/** What runs under this name now. */
export const processOf = async (name: ProcessName): Promise<Process> =>
  JSON.parse(await readFile(join(environment.dataDir, 'run', `${name}.json`), 'utf8')) as Process;

const atHealthPort = async (name: ProcessName, path: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${(await processOf(name)).ports.health}${path}`);

/** What a process says of itself to Prometheus. */
export const metricsOf = async (name: ProcessName): Promise<string> => (await atHealthPort(name, '/metrics')).text();

/** The status of `/readyz`, or undefined when nobody answers. */
export const readinessOf = (name: ProcessName): Promise<number | undefined> =>
  atHealthPort(name, '/readyz').then(
    ({ status }) => status,
    () => undefined,
  );
