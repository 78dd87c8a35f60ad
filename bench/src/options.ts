import { parseArgs } from 'node:util';

export type Suite = 'spine' | 'register' | 'notifier' | 'volunteers';

export type BenchOptions = Readonly<{
  suite: Suite;
  rounds: number;
  seconds: number;
  /** Groups of rows to measure; all when empty. */
  only: readonly string[];
  members: number;
  sites: number;
  /** Messages that wait before an evacuation. */
  backlog: number;
  /** Messages that are due in the same second. */
  reminders: number;
  /** For how many seconds the sinks are too slow. */
  slow: number;
  /** Volunteers who are compared with three systems. */
  people: number;
  /** Volunteers in a list. */
  listed: number;
}>;

/** What each suite measures. */
export const groups: Readonly<Record<Suite, readonly string[]>> = {
  spine: ['no-op', 'echo', 'rpc', 'durable'],
  register: ['movements', 'presence', 'evacuation', 'timing'],
  notifier: ['deliveries', 'reminders', 'evacuation', 'slow-sink'],
  volunteers: ['role-change', 'leaving', 'reconcile', 'list'],
};

/** Groups that are a run of their own kind, not two sides in rounds. */
const single: readonly string[] = ['evacuation', 'timing', 'reminders', 'slow-sink', ...groups.volunteers];

export const benchUsage = [
  `npm run bench -- [--rounds 3] [--seconds 4] [--only ${groups.spine.join(',')}]`,
  `npm run bench -- register [--rounds 3] [--seconds 4] [--backlog 100000] [--only ${groups.register.join(',')}]`,
  `npm run bench -- notifier [--rounds 3] [--seconds 4] [--backlog 100000] [--reminders 10000] [--slow 300] [--only ${groups.notifier.join(',')}]`,
  `npm run bench -- volunteers [--seconds 4] [--people 5000] [--listed 50000] [--only ${groups.volunteers.join(',')}]`,
].join('\n');

/** @throws with the sentence that says what is wrong */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
      only: { type: 'string', default: '' },
      members: { type: 'string', default: '1000' },
      sites: { type: 'string', default: '50' },
      backlog: { type: 'string', default: '100000' },
      reminders: { type: 'string', default: '10000' },
      slow: { type: 'string', default: '300' },
      people: { type: 'string', default: '5000' },
      listed: { type: 'string', default: '50000' },
    },
  });
  const only = values.only.split(',').filter((word) => word !== '');
  const suite = suiteOf(positionals);
  const known = groups[suite];
  const unknown = only.find((word) => !known.includes(word));
  if (unknown !== undefined) throw new Error(`There is nothing called "${unknown}" to measure: ${known.join(', ')}.`);
  return {
    suite,
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    only,
    members: positive('members', values.members),
    sites: positive('sites', values.sites),
    backlog: positive('backlog', values.backlog),
    reminders: positive('reminders', values.reminders),
    slow: positive('slow', values.slow),
    people: positive('people', values.people),
    listed: positive('listed', values.listed),
  };
}

/** Whether a group belongs to the suite and was not left out. */
export const isWanted = ({ suite, only }: Pick<BenchOptions, 'suite' | 'only'>, group: string): boolean =>
  groups[suite].includes(group) && (only.length === 0 || only.includes(group));

/** Whether anything is to be measured in rounds. */
export const hasRows = (options: BenchOptions): boolean =>
  groups[options.suite].some((group) => !single.includes(group) && isWanted(options, group));

export type ChaosOptions = Readonly<{ suite: Suite; seconds: number; perSecond: number }>;

export const chaosUsage = 'npm run chaos -- [register|notifier|volunteers] [--seconds 60] [--rate 100]';

/** @throws with the sentence that says what is wrong */
export function chaosOptions(args: readonly string[]): ChaosOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { seconds: { type: 'string', default: '60' }, rate: { type: 'string', default: '100' } },
  });
  const [seconds, perSecond] = [positive('seconds', values.seconds), positive('rate', values.rate)];
  return { suite: suiteOf(positionals), seconds, perSecond };
}

const suites: readonly Suite[] = ['spine', 'register', 'notifier', 'volunteers'];

function suiteOf(words: readonly string[]): Suite {
  const [word = 'spine', more] = words;
  const suite = suites.find((one) => one === word);
  if (suite !== undefined && more === undefined) return suite;
  const others = suites.filter((one) => one !== 'spine').map((one) => `"${one}"`);
  throw new Error(`"${words.join(' ')}" is not known: only ${others.join(' or ')} may stand here, or nothing.`);
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new Error(`--${name} must be a number above 0, not "${text}".`);
}

/** The command as a person would type it again. */
export const commandLine = (verb: string, args: readonly string[]): string =>
  ['npm run', verb, ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
