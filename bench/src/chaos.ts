import { setTimeout as delay } from 'node:timers/promises';
import { say } from '@guildhall/tools/terminal/screen.ts';
import { needsAPerson, unrest } from './chaos/at-rest.ts';
import { type Run, chaosReport } from './chaos/chaos-report.ts';
import { runClients } from './chaos/clients.ts';
import { httpClient, type Post } from './chaos/http-client.ts';
import { judge } from './chaos/judge.ts';
import { judgeMessages, runSenders, untilDelivered } from './chaos/messages.ts';
import { Ledger } from './chaos/ledger.ts';
import { readRecords } from './chaos/records.ts';
import { noticeKey, Sinks } from './chaos/sinks.ts';
import { carriers, everybody, type Strike, strike } from './chaos/strikes.ts';
import { type ChaosOptions, chaosOptions, chaosUsage, commandLine } from './options.ts';
import { enrol } from './platform/people.ts';
import { prepareRollCall, type RollCall } from './chaos/roll-call.ts';
import { addSites, webhookOf } from './platform/sites.ts';
import { type Trial, withTrial } from './platform/trial.ts';
import { program } from './program.ts';
import { chaosOfVolunteers } from './volunteers/chaos/chaos-of-volunteers.ts';
import { machineFacts } from './report/machine.ts';
import { keepResult } from './report/results-file.ts';

const memberCount = 400;
const siteCount = 40;
const giveUpAfterMs = 20_000;
const settleWithinMs = 90_000;
/** What is worth keeping lasted at least this long. */
const wholeRunSeconds = 60;

// The vendors' pace would hold the notices back for hours; the generator speaks for many callers behind one proxy.
const env = {
  SLACK_MESSAGES_PER_SECOND: '2000',
  SLACK_BURST: '2000',
  SMS_PER_SECOND: '1000',
  SANDBOX_KEEP_MESSAGES: '1000000',
  SLACK_PACE: '1000',
  TRUSTED_PROXIES: '1',
};

// The sections of RESULTS.md.
const sections = {
  spine: 'chaos',
  register: 'chaos register',
  notifier: 'chaos notifier',
  volunteers: 'chaos volunteers',
} as const;

await program(chaosUsage, async (args) => {
  const options = chaosOptions(args);
  const command = commandLine('chaos', args);
  const run = await withTrial('chaos', env, (trial) => workOf(options)(trial, options, command));
  const text = chaosReport(run);
  console.log(`\n${text}\n`);
  if (options.seconds >= wholeRunSeconds) await keepResult(sections[options.suite], text);
  return run.findings.every(({ isKept }) => isKept) ? 0 : 1;
});

function workOf({ suite }: ChaosOptions): typeof chaos {
  if (suite === 'volunteers') return (trial, { seconds }, command) => chaosOfVolunteers(trial, seconds, command);
  return suite === 'notifier' ? chaosOfMessages : chaos;
}

async function chaos(trial: Trial, { suite, seconds, perSecond }: ChaosOptions, command: string): Promise<Run> {
  const { bus, platform, webPort, dataDir } = trial;
  say(`signing in ${memberCount} people`);
  const members = await enrol(bus, webPort, memberCount, 'Chaos');
  const siteIds = Array.from({ length: siteCount }, (_, index) => `s${index + 1}`);
  await addSites(bus, siteIds, (siteId) => webhookOf(platform.sandboxUrl, siteId));

  const rollCall = suite === 'register' ? await prepareRollCall(trial) : undefined;

  const ledger = new Ledger();
  const load = await underFire(trial, { seconds, victims: everybody }, (post, signals) => {
    const clients = { members, siteIds, post, ledger, perSecond };
    return Promise.all([runClients({ ...clients, ...signals }), rollCall?.run({ ledger, ...signals })]);
  });

  const sinks = new Sinks(platform.sandboxUrl);
  const settledAfterMs = await settle(trial, { ledger, sinks, rollCall });
  const left = await needsAPerson(bus, dataDir);
  const records = await readRecords(bus, platform.mongoUrl, siteIds);
  const said = (await rollCall?.judge()) ?? [];
  const findings = [...said, ...judge({ ledger, records, sinks, kills: load.strikes.length, left })];
  return { ...load, command, machine: machineFacts(), settledAfterMs, ledger, findings };
}

/** Messages are asked for over HTTP while whoever carries them is killed. */
async function chaosOfMessages(trial: Trial, { seconds, perSecond }: ChaosOptions, command: string): Promise<Run> {
  const [officer] = await enrol(trial.bus, trial.webPort, 1, 'Officer', () => ({ roles: ['administrator'] }));
  if (officer === undefined) throw new Error('nobody was enrolled to ask for messages');
  const ledger = new Ledger();
  const load = await underFire(trial, { seconds, victims: carriers }, (post, signals) =>
    runSenders({ officer, post, ledger, perSecond, ...signals }),
  );
  const settledAfterMs = await untilDelivered(trial, ledger);
  const findings = await judgeMessages(trial, ledger, load.strikes.length);
  return { ...load, command, machine: machineFacts(), settledAfterMs, ledger, findings };
}

type Fire = Readonly<{ seconds: number; victims: readonly string[] }>;
type Signals = Readonly<{ ending: AbortSignal; giveUp: AbortSignal }>;

/** Kills one victim after the other while the work goes on; what cannot be finished afterwards is given up. */
async function underFire(
  { dataDir, webPort }: Trial,
  { seconds, victims }: Fire,
  work: (post: Post, signals: Signals) => Promise<unknown>,
): Promise<Pick<Run, 'at' | 'beganAt' | 'endedAt' | 'strikes'>> {
  const http = httpClient(webPort);
  const [ending, givingUp] = [new AbortController(), new AbortController()];
  const at = new Date();
  const beganAt = performance.now();
  const running = work(http.post, { ending: ending.signal, giveUp: givingUp.signal });
  const strikes: Strike[] = [];
  const onStrike = (one: Strike): void => {
    strikes.push(one);
    say(`${one.what} killed after ${((one.at - beganAt) / 1_000).toFixed(1)} s`);
  };
  await strike(dataDir, seconds, onStrike, victims);
  ending.abort();
  const endedAt = performance.now();
  const late = setTimeout(() => givingUp.abort(), giveUpAfterMs);
  await running;
  clearTimeout(late);
  http.close();
  return { at, beganAt, endedAt, strikes };
}

type Promised = Readonly<{ ledger: Ledger; sinks: Sinks; rollCall: RollCall | undefined }>;

/** Waits until everything that was promised is there and nothing is on its way any more, or for as long as is decent. */
async function settle({ bus }: Trial, { ledger, sinks, rollCall }: Promised): Promise<number> {
  const beganAt = performance.now();
  let arrivedAfterMs: number | undefined;
  for (;;) {
    await sinks.read();
    const tookMs = performance.now() - beganAt;
    const isAllThere =
      ledger.movements.every((movement) => sinks.notices.has(noticeKey(movement))) &&
      ledger.mails.every(({ address }) => sinks.mailed.has(address)) &&
      ((await rollCall?.isComplete()) ?? true);
    if (isAllThere) arrivedAfterMs ??= tookMs;
    const reasons = await unrest(bus).catch((error: unknown) => [String(error)]);
    if ((isAllThere && reasons.length === 0) || tookMs > settleWithinMs) return arrivedAfterMs ?? tookMs;
    await delay(250);
  }
}
