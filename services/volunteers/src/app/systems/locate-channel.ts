import { type Clock, retryStale } from '@guildhall/kernel';
import { type Book, type Channel, type ChannelState, channelOf } from '../../domain/book.ts';
import type { Books, Tasks } from '../ports.ts';
import type { Connector } from './ports.ts';
import { SystemError } from './system-error.ts';

/** The channel with what its system calls it. Throws `SystemError` where it is not there. */
export type LocateChannel = (channel: Channel) => Promise<Channel>;

/** Keeps what is wrong with a channel, for whoever can mend it. */
export type FlagChannel = (channel: Channel, code: string) => Promise<void>;

type Deps = Readonly<{
  books: Books;
  tasks: Tasks;
  connectorOf: (system: Channel['system']) => Connector;
  clock: Clock;
}>;

/** Looks a channel up by its name once, and keeps its id, which survives another name. */
export const locateChannelIn =
  (deps: Deps): LocateChannel =>
  async (channel) => {
    if (channel.externalId !== undefined || channel.system === 'checklist') return channel;
    const connector = deps.connectorOf(channel.system);
    const found =
      (await connector.locate(channel)) ?? (channel.autoCreate ? await connector.create(channel) : undefined);
    if (!found) throw new SystemError('channel', 'channel_not_found');
    await noteChannel(deps, channel.id, { state: 'ok', externalId: found.externalId });
    return { ...channel, externalId: found.externalId };
  };

const stateOfCode: Readonly<Record<string, ChannelState>> = {
  channel_not_found: 'not_found',
  is_archived: 'archived',
};

export const flagChannelIn =
  (deps: Deps): FlagChannel =>
  async (channel, code) => {
    await noteChannel(deps, channel.id, { state: stateOfCode[code] ?? 'no_access' });
    await deps.tasks.open({
      id: `channel-${channel.id}`,
      kind: 'channel_broken',
      volunteerId: '',
      subject: channel.name,
      detail: code,
      verified: true,
    });
  };

/** Nothing is said: roles and rules are as they were. */
export const noteChannel = (
  { books, clock }: Pick<Deps, 'books' | 'clock'>,
  channelId: string,
  seen: Readonly<{ state: ChannelState; externalId?: string; name?: string }>,
): Promise<void> =>
  retryStale(async () => {
    const book = await books.read();
    const channel = channelOf(book, channelId);
    if (!channel || isSame(channel, seen)) return;
    await books.save(withChannel(book, { ...channel, ...seen, checkedAt: clock.now() }), []);
  });

const isSame = (channel: Channel, seen: Partial<Channel>): boolean =>
  (Object.keys(seen) as (keyof Channel)[]).every((key) => channel[key] === seen[key]);

const withChannel = (book: Book, channel: Channel): Book => ({
  ...book,
  version: book.version + 1,
  channels: book.channels.map((one) => (one.id === channel.id ? channel : one)),
});
