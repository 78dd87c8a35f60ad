import type { System } from './book.ts';

/** Whether a system can be called. It stops for everybody at the first refusal of our access, and says so once. */
export type Connection = Readonly<{
  id: System;
  version: number;
  state: 'works' | 'stopped';
  /** The refusal, such as "invalid_auth". */
  reason?: string;
  stoppedAt?: Date;
  /** When our access is tried again. */
  probeAt?: Date;
  sealedToken?: Uint8Array;
  sealedScimToken?: Uint8Array;
}>;

export type ConnectionFact = Readonly<{ connection: Connection; at: Date }> &
  (Readonly<{ type: 'connection-stopped'; reason: string }> | Readonly<{ type: 'connection-resumed' }>);

export type ConnectionOutcome = Readonly<{ next: Connection; facts: readonly ConnectionFact[] }>;

export const probeEveryMs = 30_000;

export const newConnection = (id: System): Connection => ({ id, version: 0, state: 'works' });

/** Nothing when it is stopped already. */
export function stop(connection: Connection, reason: string, now: Date): ConnectionOutcome | undefined {
  if (connection.state === 'stopped') return undefined;
  const next: Connection = {
    ...connection,
    version: connection.version + 1,
    state: 'stopped',
    reason,
    stoppedAt: now,
    probeAt: new Date(now.getTime() + probeEveryMs),
  };
  return { next, facts: [{ type: 'connection-stopped', reason, connection: next, at: now }] };
}

/** `againInMs` where the system itself says when it may be asked again. */
export function probedInVain(connection: Connection, now: Date, againInMs = probeEveryMs): ConnectionOutcome {
  const probeAt = new Date(now.getTime() + againInMs);
  return { next: { ...connection, version: connection.version + 1, probeAt }, facts: [] };
}

export function resume(connection: Connection, now: Date): ConnectionOutcome | undefined {
  if (connection.state === 'works') return undefined;
  const { reason: _reason, stoppedAt: _at, probeAt: _probe, ...rest } = connection;
  const next: Connection = { ...rest, version: connection.version + 1, state: 'works' };
  return { next, facts: [{ type: 'connection-resumed', connection: next, at: now }] };
}
