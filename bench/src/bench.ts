import { say } from '@guildhall/tools/terminal/screen.ts';
import { evacuate } from './evacuation/evacuation.ts';
import { evacuationReport, isCalledInTime } from './evacuation/evacuation-report.ts';
import { openDeliveries, openExperiments } from './experiments.ts';
import { inRounds } from './measure/in-rounds.ts';
import { isMet, summarise, type Summary } from './measure/summary.ts';
import { type BenchOptions, benchOptions, benchUsage, commandLine, hasRows, isWanted } from './options.ts';
import { isFlat, isReminded, remindersReport, slowSinkReport } from './notifier/notifier-report.ts';
import { remind } from './notifier/reminders.ts';
import { type Sinks, sinkEnv, withSinks } from './notifier/sinks-process.ts';
import { holdBack } from './notifier/slow-sink.ts';
import { enrol } from './platform/people.ts';
import { type Trial, withTrial } from './platform/trial.ts';
import { program } from './program.ts';
import { benchReport } from './report/bench-report.ts';
import { loadNow, machineFacts } from './report/machine.ts';
import { milliseconds, rate } from './report/numbers.ts';
import { keepResult } from './report/results-file.ts';
import type { Experiment } from './rows/row.ts';
import { volunteersAlone } from './volunteers/volunteers-bench.ts';
import { timeAddresses } from './timing/timing.ts';
import { isTold, timingReport } from './timing/timing-report.ts';

const warmUpSeconds = 1;
/** What is worth keeping was measured at least so often, and with so much in the way of an evacuation. */
const whole = { rounds: 3, backlog: 100_000, people: 5_000, listed: 50_000 };

// What was received is what an evacuation is measured by, so all of it is kept; the mail server takes many at once.
const evacuationEnv = { SANDBOX_KEEP_MESSAGES: '300000', SMTP_EMERGENCY_CONNECTIONS: '40' };

// The sections of RESULTS.md.
const sections = {
  spine: 'bench',
  register: 'bench register',
  notifier: 'bench notifier',
  volunteers: 'bench volunteers',
} as const;

await program(benchUsage, async (args) => {
  const options = benchOptions(args);
  const { suite, rounds, seconds } = options;
  const before = loadNow();
  const at = new Date();
  const summaries = hasRows(options) ? await summariesOf(options) : [];
  const inTurns = [await evacuateWhere(options), await timeWhere(options), ...(await notifierAlone(options))];
  const alone = [...inTurns, ...(await volunteersAlone(options))].flatMap((one) => one ?? []);
  const load = [before, loadNow()] as const;
  const command = commandLine('bench', args);
  const report = benchReport(summaries, { at, command, machine: machineFacts(), load, rounds, seconds });
  const text = [report, ...alone.map((one) => one.text)].join('\n\n');
  console.log(`\n${text}\n`);
  if (isWhole(options)) await keepResult(sections[suite], text);
  return summaries.every(isMet) && alone.every((one) => one.isMet) ? 0 : 1;
});

function isWhole({ rounds, only, backlog, people, listed }: BenchOptions): boolean {
  const isLarge = backlog >= whole.backlog && people >= whole.people && listed >= whole.listed;
  return only.length === 0 && rounds >= whole.rounds && isLarge;
}

/** What is measured once, not in rounds. */
type Alone = Readonly<{ text: string; isMet: boolean }>;

function summariesOf(options: BenchOptions): Promise<Summary[]> {
  if (options.suite !== 'notifier') return withTrial('bench', {}, (trial) => measure(trial, options));
  return withSinks((sinks) => withTrial('bench', sinkEnv(sinks), (trial) => measureDeliveries(trial, sinks, options)));
}

/** On a platform of its own: what the other measurements left to be sent would stand in its way. */
async function evacuateWhere(options: BenchOptions): Promise<Alone | undefined> {
  if (!isWanted(options, 'evacuation')) return undefined;
  const run = (trial: Trial) => evacuate(trial, options.members, options.backlog);
  const evacuated = await withTrial('bench', evacuationEnv, run);
  return { text: evacuationReport(evacuated), isMet: isCalledInTime(evacuated) };
}

/** Pairs of answers that are compared. */
const pairs = 400;

async function timeWhere(options: BenchOptions): Promise<Alone | undefined> {
  if (!isWanted(options, 'timing')) return undefined;
  const timed = await withTrial('bench', {}, (trial) => timeAddresses(trial, pairs));
  return { text: timingReport(timed), isMet: !isTold(timed) };
}

async function notifierAlone(options: BenchOptions): Promise<readonly Alone[]> {
  const run = <T>(work: (trial: Trial, sinks: Sinks) => Promise<T>): Promise<T> =>
    withSinks((sinks) => withTrial('bench', sinkEnv(sinks), (trial) => work(trial, sinks)));
  const found: Alone[] = [];
  if (isWanted(options, 'reminders')) {
    const reminded = await run((trial, sinks) => remind(trial, sinks, options.reminders));
    found.push({ text: remindersReport(reminded), isMet: isReminded(reminded) });
  }
  if (isWanted(options, 'slow-sink')) {
    const held = await run((trial, sinks) => holdBack(trial, sinks, options.slow));
    found.push({ text: slowSinkReport(held), isMet: isFlat(held) });
  }
  return found;
}

async function measureDeliveries(trial: Trial, sinks: Sinks, options: BenchOptions): Promise<Summary[]> {
  const { list, stop } = await openDeliveries(trial, sinks);
  return inTurn(list, stop, options);
}

async function measure(trial: Trial, options: BenchOptions): Promise<Summary[]> {
  const { members, sites } = options;
  say(`signing in ${members} people`);
  const people = await enrol(trial.bus, trial.webPort, members, 'Member');
  const { list, stop } = await openExperiments(trial, people, { sites, isWanted: (group) => isWanted(options, group) });
  return inTurn(list, stop, options);
}

async function inTurn(
  list: readonly Experiment[],
  stop: () => Promise<void>,
  { rounds, seconds }: BenchOptions,
): Promise<Summary[]> {
  const measured = await inRounds(list, {
    rounds,
    seconds,
    warmUpSeconds,
    onMeasured: (round, { title }, side, { perSecond, p50Ms, p99Ms }) => {
      const figures = `${rate(perSecond)}/s, p50 ${milliseconds(p50Ms)} ms, p99 ${milliseconds(p99Ms)} ms`;
      say(`round ${round}, ${title}, ${side}: ${figures}`);
    },
  });
  await stop();
  return [...measured].map(([row, kept]) => summarise(row, kept));
}
