import type { Clock } from '@guildhall/kernel';
import { retryStale } from '@guildhall/kernel';
import type { System } from '../../domain/book.ts';
import { stop } from '../../domain/connection.ts';
import type { Connections } from '../ports.ts';
import { connectionAlerts } from './connection-alerts.ts';
import { SystemError } from './system-error.ts';
import { takeTurns } from './take-turns.ts';

/** Calls a system, unless its connection is stopped; the first refusal of our access stops it for everybody. */
export type CallSystem = <T>(system: System, call: () => Promise<T>) => Promise<T>;

type Deps = Readonly<{ connections: Connections; clock: Clock }>;

/** One call of a system at a time: its pace allows no more, and a refusal stops the next one before it is made. */
export function callingSystems({ connections, clock }: Deps): CallSystem {
  const turns = new Map<System, ReturnType<typeof takeTurns>>();
  const turnOf = (system: System): ReturnType<typeof takeTurns> => {
    const known = turns.get(system) ?? takeTurns();
    turns.set(system, known);
    return known;
  };
  const halt = (system: System, reason: string): Promise<void> =>
    retryStale(async () => {
      const outcome = stop(await connections.find(system), reason, clock.now());
      if (outcome) await connections.save(outcome.next, [...outcome.facts, ...outcome.facts.flatMap(connectionAlerts)]);
    });
  return (system, call) =>
    turnOf(system)(async () => {
      const { state, reason = '' } = await connections.find(system);
      if (state === 'stopped') throw new SystemError('stopped', reason);
      try {
        return await call();
      } catch (error) {
        if (error instanceof SystemError && error.fault === 'connection') await halt(system, error.code);
        throw error;
      }
    });
}
