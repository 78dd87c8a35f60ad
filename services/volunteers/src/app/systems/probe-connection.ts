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
    const refusal = await refusalOf(() => connectorOf(connection.id).test());
    const now = clock.now();
    const outcome = refusal ? probedInVain(connection, now, waitAfter(refusal)) : resume(connection, now);
    if (outcome) await connections.save(outcome.next, outcome.facts);
  };

async function refusalOf(test: () => Promise<void>): Promise<SystemError | undefined> {
  try {
    await test();
    return undefined;
  } catch (error) {
    if (error instanceof SystemError) return error;
    throw error;
  }
}

/** A system that was not even asked, for it is given a rest, is asked when that is over. */
const waitAfter = ({ fault, retryAfterSeconds }: SystemError): number | undefined =>
  fault === 'pace' && retryAfterSeconds !== undefined ? retryAfterSeconds * 1_000 : undefined;
