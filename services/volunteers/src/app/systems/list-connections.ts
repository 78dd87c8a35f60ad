import type { Handler } from '@guildhall/kernel';
import { type System, systems } from '../../domain/book.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Connections } from '../ports.ts';

export type ShownConnection = Readonly<{
  connection: Connection;
  /** `stopped` where it is; else whose it is. */
  state: 'real' | 'sandbox' | 'off' | 'stopped';
}>;

export type StateOf = (system: System) => 'real' | 'sandbox' | 'off';

type Deps = Readonly<{ connections: Connections; stateOf: StateOf }>;

/** Every system, and whether it can be used. */
export const listConnectionsHandler =
  (deps: Deps): Handler<void, readonly ShownConnection[]> =>
  () =>
    Promise.all(systems.map((system) => shownConnection(deps, system)));

export async function shownConnection({ connections, stateOf }: Deps, system: System): Promise<ShownConnection> {
  const connection = await connections.find(system);
  if (connection.state === 'stopped') return { connection, state: 'stopped' };
  const state = stateOf(system);
  return { connection, state: state === 'off' && connection.sealedToken ? 'real' : state };
}
