import type { Clock, Handler } from '@guildhall/kernel';
import type { System } from '../../domain/book.ts';
import { probedInVain, resume } from '../../domain/connection.ts';
import type { Connections } from '../ports.ts';
import type { Connector } from './ports.ts';
import { SystemError } from './system-error.ts';

type Deps = Readonly<{ connections: Connections; connectorOf: (system: System) => Connector; clock: Clock }>;

/** Tries whether a stopped connection counts again. Whatever waited goes on then. */
export const probeConnectionHandler =
  ({ connections, connectorOf, clock }: Deps): Handler<string> =>
  async (id) => {
    const connection = await connections.find(id as System);
    if (connection.state !== 'stopped') return;
    const works = await connectorOf(connection.id)
      .test()
      .then(
        () => true,
        (error: unknown) => {
          if (error instanceof SystemError) return false;
          throw error;
        },
      );
    const outcome = works ? resume(connection, clock.now()) : probedInVain(connection, clock.now());
    if (outcome) await connections.save(outcome.next, outcome.facts);
  };
