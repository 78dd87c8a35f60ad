import type { Handler } from '@guildhall/kernel';
import type { ChannelState, System } from '../../domain/book.ts';
import type { Connections } from '../ports.ts';
import type { CallSystem } from './calling.ts';
import type { Inspection, Inspector } from './inspector.ts';
import { shownConnection, type StateOf } from './list-connections.ts';
import { type NoteDeps, noteSeen } from './note-seen.ts';
import { SystemError } from './system-error.ts';
import { systemNamed } from './system-named.ts';

export type ConnectionTest = Inspection &
  Readonly<{
    ok: boolean;
    reason: string;
    channels: readonly Readonly<{ channelId: string; name: string; state: ChannelState }>[];
  }>;

type Deps = NoteDeps &
  Readonly<{
    connections: Connections;
    stateOf: StateOf;
    inspectorOf: (system: System) => Inspector;
    call: CallSystem;
    /** Lets a stopped connection go on where our access counts again. */
    probe: Handler<string>;
  }>;

/** Tries a connection, and each managed channel of it; how they are is kept. */
export const testConnectionHandler =
  (deps: Deps): Handler<string, ConnectionTest> =>
  async (name) => {
    const system = systemNamed(name);
    if ((await shownConnection(deps, system)).state === 'off') return untried('system_off');
    await deps.probe(system);
    try {
      const about = await deps.call(system, () => deps.inspectorOf(system).about());
      const channels = await tryChannels(deps, system);
      const isWell = about.missingScopes.length === 0 && channels.every(({ state }) => state === 'ok');
      return { ...about, channels, ok: isWell, reason: isWell ? '' : whatIsWrong(about) };
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      return untried(error.code);
    }
  };

const untried = (reason: string): ConnectionTest => ({
  ok: false,
  reason,
  workspace: '',
  missingScopes: [],
  channels: [],
});

const whatIsWrong = ({ missingScopes }: Inspection): string =>
  missingScopes.length > 0 ? 'missing_scope' : 'channels';

async function tryChannels(deps: Deps, system: System): Promise<ConnectionTest['channels']> {
  const { channels } = await deps.books.read();
  const managed = channels.filter((channel) => channel.system === system);
  const { seen } = await deps.call(system, () => deps.inspectorOf(system).channels(managed));
  for (const channel of managed) {
    const found = seen.get(channel.id);
    if (found) await noteSeen(deps)(channel, found);
  }
  // One that is made when it is needed is no fault of the connection.
  return managed.map(({ id, name, autoCreate, state }) => {
    const found = seen.get(id)?.state ?? (autoCreate ? 'ok' : state);
    return { channelId: id, name: seen.get(id)?.name ?? name, state: found };
  });
}
