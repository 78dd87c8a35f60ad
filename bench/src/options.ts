import { parseArgs } from 'node:util';

export type BenchOptions = Readonly<{
  rounds: number;
  seconds: number;
  /** Groups of rows to measure; all when empty. */
  only: readonly string[];
  members: number;
  sites: number;
}>;

export const groups = ['no-op', 'echo', 'rpc', 'durable'] as const;

export const benchUsage = `npm run bench -- [--rounds 3] [--seconds 4] [--only ${groups.join(',')}]`;

/** @throws with the sentence that says what is wrong */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
      only: { type: 'string', default: '' },
      members: { type: 'string', default: '1000' },
      sites: { type: 'string', default: '50' },
    },
  });
  const only = values.only.split(',').filter((word) => word !== '');
  const unknown = only.find((word) => !groups.some((group) => group === word));
  if (unknown !== undefined) throw new Error(`There is nothing called "${unknown}" to measure: ${groups.join(', ')}.`);
  return {
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    only,
    members: positive('members', values.members),
    sites: positive('sites', values.sites),
  };
}

export type ChaosOptions = Readonly<{ seconds: number; perSecond: number }>;

export const chaosUsage = 'npm run chaos -- [--seconds 60] [--rate 100]';

/** @throws with the sentence that says what is wrong */
export function chaosOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: 'string', default: '60' }, rate: { type: 'string', default: '100' } },
  });
  return { seconds: positive('seconds', values.seconds), perSecond: positive('rate', values.rate) };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new Error(`--${name} must be a number above 0, not "${text}".`);
}

/** The command as a person would type it again. */
export const commandLine = (verb: string, args: readonly string[]): string =>
  ['npm run', verb, ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
