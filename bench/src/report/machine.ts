import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

const gibibyte = 1_024 ** 3;

/** What one must know of the machine to judge the figures. */
export function machineFacts(): string {
  const [first] = cpus();
  const model = first?.model.trim() || 'unknown processor';
  const memory = `${Math.round(totalmem() / gibibyte)} GiB`;
  return `${cpus().length} cores (${model}), ${memory}, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`;
}

/** Load average of the last minute: what else the machine was doing. */
export const loadNow = (): number => loadavg()[0] ?? 0;
