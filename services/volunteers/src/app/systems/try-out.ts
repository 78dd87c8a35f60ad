import type { Handler } from '@guildhall/kernel';
import type { System } from '../../domain/book.ts';
import type { CallSystem } from './calling.ts';
import type { Connector } from './ports.ts';
import { SystemError } from './system-error.ts';

type Deps = Readonly<{ call: CallSystem; connectorOf: (system: System) => Connector; probe: Handler<string> }>;

/** Finds out whether our access counts: what was stopped goes on, and what is refused is stopped. */
export const tryOutOn =
  ({ call, connectorOf, probe }: Deps): Handler<System> =>
  async (system) => {
    await probe(system);
    await call(system, () => connectorOf(system).test()).catch((error: unknown) => {
      // The refusal was kept; anything else is seen the next time.
      if (!(error instanceof SystemError)) throw error;
    });
  };
