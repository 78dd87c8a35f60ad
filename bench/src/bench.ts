import { say } from '@guildhall/tools/terminal/screen.ts';
import { openExperiments } from './experiments.ts';
import { inRounds } from './measure/in-rounds.ts';
import { isMet, summarise, type Summary } from './measure/summary.ts';
import { type BenchOptions, benchOptions, benchUsage, commandLine } from './options.ts';
import { enrol } from './platform/people.ts';
import { type Trial, withTrial } from './platform/trial.ts';
import { program } from './program.ts';
import { benchReport } from './report/bench-report.ts';
import { loadNow, machineFacts } from './report/machine.ts';
import { milliseconds, rate } from './report/numbers.ts';
import { keepResult } from './report/results-file.ts';

const warmUpSeconds = 1;
/** What is worth keeping was measured at least so often. */
const wholeRounds = 3;

await program(benchUsage, async (args) => {
  const options = benchOptions(args);
  const { rounds, seconds, only } = options;
  const before = loadNow();
  const at = new Date();
  const summaries = await withTrial('bench', {}, (trial) => measure(trial, options));
  const load = [before, loadNow()] as const;
  const command = commandLine('bench', args);
  const text = benchReport(summaries, { at, command, machine: machineFacts(), load, rounds, seconds });
  console.log(`\n${text}\n`);
  if (only.length === 0 && rounds >= wholeRounds) await keepResult('bench', text);
  return summaries.every(isMet) ? 0 : 1;
});

async function measure(trial: Trial, { members, sites, rounds, seconds, only }: BenchOptions): Promise<Summary[]> {
  say(`signing in ${members} people`);
  const people = await enrol(trial.bus, trial.webPort, members, 'Member');
  const isWanted = (group: string): boolean => only.length === 0 || only.includes(group);
  const { list, stop } = await openExperiments(trial, people, { sites, isWanted });
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
