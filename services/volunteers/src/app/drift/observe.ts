import type { Clock } from '@guildhall/kernel';
import type { Channel, System } from '../../domain/book.ts';
import type { StateOf } from '../systems/list-connections.ts';
import type { CallSystem } from '../systems/calling.ts';
import type { Inspector } from '../systems/inspector.ts';
import { Notes, type Observation } from './observation.ts';
import { paged } from '../systems/paged.ts';
import type { Accounts, Connector } from '../systems/ports.ts';
import { SystemError } from '../systems/system-error.ts';

export type ObserveDeps = Readonly<{
  connectorOf: (system: System) => Connector;
  inspectorOf: (system: System) => Inspector;
  stateOf: StateOf;
  accounts: Accounts;
  call: CallSystem;
  clock: Clock;
}>;

/** Reads the members of each channel once, page by page; the systems side by side. */
export async function observe(
  deps: ObserveDeps,
  channels: readonly Channel[],
  signal: AbortSignal,
): Promise<Observation> {
  const notes = new Notes(deps.clock.now(), signal);
  await Promise.all(
    (['slack', 'google-group', 'drive-folder'] as const).map(async (system) => {
      const managed = channels.filter((channel) => channel.system === system);
      if (managed.length === 0) return;
      try {
        await (system === 'slack' ? readSlack(deps, managed, notes) : readPlain(deps, managed, notes));
      } catch (error) {
        if (!(error instanceof SystemError)) throw error;
        notes.unread.push(`${system}: ${error.code}`);
      }
    }),
  );
  return notes.taken();
}

async function readSlack(deps: ObserveDeps, channels: readonly Channel[], notes: Notes): Promise<void> {
  const { call, accounts, inspectorOf, connectorOf } = deps;
  const { seen, calls } = await call('slack', () => inspectorOf('slack').channels(channels));
  notes.calls += calls;
  for await (const page of paged(call, 'slack', accounts.all())) {
    notes.count(0);
    for (const account of page) notes.slackAccounts.set(account.id, account);
  }
  for (const channel of channels) {
    const found = seen.get(channel.id);
    if (found?.state === 'ok') {
      const located = { ...channel, ...(found.externalId !== undefined && { externalId: found.externalId }) };
      await readMembers(call, connectorOf('slack'), located, notes);
    }
    if (found) notes.seen.set(channel.id, notes.seen.get(channel.id) ?? found);
  }
}

async function readPlain(deps: ObserveDeps, channels: readonly Channel[], notes: Notes): Promise<void> {
  for (const channel of channels) {
    if (deps.stateOf(channel.system) === 'off') continue;
    const isRead = await readMembers(deps.call, deps.connectorOf(channel.system), channel, notes);
    if (isRead) notes.seen.set(channel.id, { state: 'ok' });
  }
}

/** A channel that cannot be read stops no other. */
async function readMembers(call: CallSystem, connector: Connector, channel: Channel, notes: Notes): Promise<boolean> {
  const { id, system } = channel;
  const found: string[] = [];
  try {
    for await (const page of paged(call, system, connector.members(channel))) {
      notes.count(page.length);
      found.push(...page);
    }
  } catch (error) {
    if (!(error instanceof SystemError) || error.fault !== 'channel') throw error;
    notes.calls += 1;
    notes.seen.set(id, { state: ['notFound', 'channel_not_found'].includes(error.code) ? 'not_found' : 'no_access' });
    return false;
  }
  notes.enter(system, id, found);
  return true;
}
