import { grouped } from '../report/numbers.ts';
import { table } from '../report/table.ts';
import type { Finding } from './judge.ts';
import { type Ledger, longestGap } from './ledger.ts';
import type { Strike } from './strikes.ts';

export type Run = Readonly<{
  at: Date;
  command: string;
  machine: string;
  /** Moments of `performance.now()`: the first request, and the last one that was no repeat. */
  beganAt: number;
  endedAt: number;
  /** From the last acknowledgement until everything had been delivered. */
  settledAfterMs: number;
  ledger: Ledger;
  /** What was promised; messages when absent. */
  promised?: string;
  strikes: readonly Strike[];
  findings: readonly Finding[];
}>;

/** The run as Markdown. */
export function chaosReport(run: Run): string {
  const { at, command, machine, ledger, beganAt, endedAt, settledAfterMs, findings } = run;
  const seconds = (endedAt - beganAt) / 1_000;
  const pace = `${acknowledged(run)} acknowledged in ${seconds.toFixed(0)} s`;
  return [
    `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC, \`${command}\``,
    `${machine}. ${pace}; everything was delivered ${(settledAfterMs / 1_000).toFixed(1)} s after the last one.`,
    table(
      ['promise', 'seen', 'verdict'],
      findings.map(({ promise, seen, isKept }) => [promise, seen, isKept ? 'kept' : 'BROKEN']),
    ),
    table(['killed', 'at s', 'longest wait for a success, ms', 'attempts that failed'], strikeRows(run)),
    `Attempts that failed, all of them repeated with success${ledger.abandoned > 0 ? ` but ${ledger.abandoned}` : ''}: ${setbackText(ledger)}.`,
  ].join('\n\n');
}

const acknowledged = ({ ledger: { movements, mails, promised }, promised: what = 'messages' }: Run): string =>
  promised.length > 0
    ? `${grouped(promised.length)} ${what}`
    : `${grouped(movements.length)} movements and ${grouped(mails.length)} login mails`;

function strikeRows({ strikes, ledger, beganAt, endedAt }: Run): string[][] {
  return strikes.map(({ what, at }, index) => {
    const until = strikes[index + 1]?.at ?? endedAt;
    const failed = ledger.setbacks.filter((one) => one.at >= at && one.at < until).length;
    const gap = longestGap(ledger.successes, at, until);
    return [what, ((at - beganAt) / 1_000).toFixed(1), grouped(Math.round(gap)), grouped(failed)];
  });
}

function setbackText({ setbacks }: Ledger): string {
  const kinds = [...Map.groupBy(setbacks, ({ how }) => how)];
  return kinds.map(([how, all]) => `${grouped(all.length)} × ${how.trim()}`).join(', ') || 'none';
}
