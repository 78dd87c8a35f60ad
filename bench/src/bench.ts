import { say } from '@guildhall/tools/terminal/screen.ts';
import { evacuate, type Evacuated } from './evacuation/evacuation.ts';
import { evacuationReport, isCalledInTime } from './evacuation/evacuation-report.ts';
import { openExperiments } from './experiments.ts';
import { inRounds } from './measure/in-rounds.ts';
import { isMet, summarise, type Summary } from './measure/summary.ts';
import { type BenchOptions, benchOptions, benchUsage, commandLine, hasRows, isWanted } from './options.ts';
import { enrol } from './platform/people.ts';
import { type Trial, withTrial } from './platform/trial.ts';
import { program } from './program.ts';
import { benchReport } from './report/bench-report.ts';
import { loadNow, machineFacts } from './report/machine.ts';
import { milliseconds, rate } from './report/numbers.ts';
import { keepResult } from './report/results-file.ts';

const warmUpSeconds = 1;
/** What is worth keeping was measured at least so often, and with so much in the way of an evacuation. */
const whole = { rounds: 3, backlog: 100_000 };

// What was received is what an evacuation is measured by, so all of it is kept; the mail server takes many at once.
const evacuationEnv = { SANDBOX_KEEP_MESSAGES: '300000', SMTP_EMERGENCY_CONNECTIONS: '40' };

// The sections of RESULTS.md.
const sections = { spine: 'bench', register: 'bench register' } as const;

await program(benchUsage, async (args) => {
  const options = benchOptions(args);
  const { suite, rounds, seconds, only, backlog } = options;
  const before = loadNow();
  const at = new Date();
  const summaries = hasRows(options) ? await withTrial('bench', {}, (trial) => measure(trial, options)) : [];
  const evacuated = await evacuateWhere(options);
  const load = [before, loadNow()] as const;
  const command = commandLine('bench', args);
  const report = benchReport(summaries, { at, command, machine: machineFacts(), load, rounds, seconds });
  const text = [report, ...(evacuated ? [evacuationReport(evacuated)] : [])].join('\n\n');
  console.log(`\n${text}\n`);
  if (only.length === 0 && rounds >= whole.rounds && backlog >= whole.backlog) await keepResult(sections[suite], text);
  return summaries.every(isMet) && (!evacuated || isCalledInTime(evacuated)) ? 0 : 1;
});

/** On a platform of its own: what the other measurements left to be sent would stand in its way. */
async function evacuateWhere(options: BenchOptions): Promise<Evacuated | undefined> {
  if (!isWanted(options, 'evacuation')) return undefined;
  return withTrial('bench', evacuationEnv, (trial) => evacuate(trial, options.members, options.backlog));
}

async function measure(trial: Trial, options: BenchOptions): Promise<Summary[]> {
  const { members, sites, rounds, seconds } = options;
  say(`signing in ${members} people`);
  const people = await enrol(trial.bus, trial.webPort, members, 'Member');
  const { list, stop } = await openExperiments(trial, people, { sites, isWanted: (group) => isWanted(options, group) });
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
