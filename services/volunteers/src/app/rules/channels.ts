import type { Handler } from '@guildhall/kernel';
import { type Channel, channelOf } from '../../domain/book.ts';
import {
  changedChannel,
  type ChannelChange,
  type NewChannel,
  withChannel,
  withoutChannel,
} from '../../domain/book-channels.ts';
import { ruleRefusals } from '../../domain/rule-refusals.ts';
import type { Caller, Tasks } from '../ports.ts';
import { changeBook, type RuleDeps } from './change-book.ts';
import type { Counted } from './roles.ts';

export const listChannelsHandler =
  ({ books, census }: Pick<RuleDeps, 'books' | 'census'>): Handler<void, readonly Counted<Channel>[]> =>
  async () => {
    const [{ channels }, counts] = await Promise.all([books.read(), census.byChannel()]);
    return channels.map((channel) => ({ ...channel, volunteers: counts.get(channel.id) ?? 0 }));
  };

export type CreateChannel = Readonly<{ channel: NewChannel; caller: Caller }>;

export const createChannelHandler =
  (deps: RuleDeps): Handler<CreateChannel, Counted<Channel>> =>
  async ({ channel, caller }) => {
    const { change } = await changeBook(deps, { caller }, (book) => withChannel(book, channel, deps.newId));
    return { ...change.channel, volunteers: 0 };
  };

export type UpdateChannel = Readonly<{ channelId: string; change: ChannelChange; caller: Caller }>;

/** What failed in the channel is tried anew where that may help now. */
export const updateChannelHandler =
  (deps: RuleDeps & Readonly<{ tasks: Pick<Tasks, 'close'> }>): Handler<UpdateChannel, Counted<Channel>> =>
  async ({ channelId, change, caller }) => {
    const { book } = await changeBook(deps, { caller }, (current) => changedChannel(current, channelId, change));
    const channel = channelOf(book, channelId);
    if (!channel) throw ruleRefusals.channelNotFound();
    if (channel.state === 'unknown') await deps.tasks.close(`channel-${channelId}`, caller.principal.personId);
    return { ...channel, volunteers: await deps.census.having({ channelId }) };
  };

export type DeleteChannel = Readonly<{ channelId: string; caller: Caller }>;

export const deleteChannelHandler =
  (deps: RuleDeps): Handler<DeleteChannel> =>
  async ({ channelId, caller }) => {
    await changeBook(deps, { caller }, async (book) =>
      withoutChannel(book, channelId, await deps.census.having({ channelId })),
    );
  };
