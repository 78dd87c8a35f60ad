import type { Attempt, HeldFor, Message } from '../message.ts';

export type StepKind =
  | 'requested'
  | 'held'
  | 'attempt'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'read'
  | 'answered'
  | 'failed'
  | 'expired'
  | 'cancelled'
  | 'next_attempt';

/** One thing that happened to a message, or is going to. */
export type Step = Readonly<{
  kind: StepKind;
  at: Date;
  /** Of an attempt. */
  attempt?: Attempt;
  /** Held: for what, and until when. */
  why?: HeldFor;
  until?: Date;
  /** Why it ended, or did not arrive. */
  reason?: string;
}>;

/** Everything that is known of a message, the earliest first; what happened at one moment, in the order it happened. */
export function timelineOf(message: Message): readonly Step[] {
  const { requestedAt, attempts, holds = [], reports = [], answers = [], sentAt, readAt } = message;
  const steps: readonly Step[] = [
    { kind: 'requested', at: requestedAt },
    ...holds.map(({ at, until, why }): Step => ({ kind: 'held', at, until, why })),
    ...attempts.map((attempt): Step => ({ kind: 'attempt', at: attempt.at, attempt })),
    ...(sentAt ? [{ kind: 'sent', at: sentAt } as const] : []),
    ...reports.map(({ at, outcome, code }): Step => ({ kind: outcome, at, ...(code && { reason: code }) })),
    ...(readAt ? [{ kind: 'read', at: readAt } as const] : []),
    ...answers.map(({ at }): Step => ({ kind: 'answered', at })),
    ...endOf(message),
    ...nextOf(message),
  ];
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function endOf({ status, reason, endedAt, attempts, requestedAt }: Message): readonly Step[] {
  if (status !== 'failed' && status !== 'expired' && status !== 'cancelled') return [];
  const at = endedAt ?? attempts.at(-1)?.at ?? requestedAt;
  return [{ kind: status, at, ...(reason && { reason }) }];
}

const nextOf = ({ status, dueAt, attempts }: Message): readonly Step[] =>
  status === 'requested' && dueAt && attempts.length > 0 ? [{ kind: 'next_attempt', at: dueAt }] : [];
