import type { Clock, Handler } from '@guildhall/kernel';
import type { ChannelState } from '../../domain/book.ts';
import type { Books, Tasks, Volunteers } from '../ports.ts';
import { noteChannel } from '../systems/locate-channel.ts';

/** A channel of Slack is no longer as it was. */
export type ChannelChanged = Readonly<{ externalId: string; state: ChannelState; name?: string }>;

type Deps = Readonly<{ books: Books; tasks: Tasks; volunteers: Volunteers; clock: Clock; nudge: () => void }>;

/** Keeps what a managed channel is now; where it can be used again, what failed there is tried anew. */
export const channelChangedHandler =
  (deps: Deps): Handler<ChannelChanged> =>
  async ({ externalId, ...seen }) => {
    const { channels } = await deps.books.read();
    const channel = channels.find((one) => one.system === 'slack' && one.externalId === externalId);
    if (!channel) return;
    await noteChannel(deps, channel.id, seen);
    if (seen.state !== 'ok') return;
    await deps.tasks.close(`channel-${channel.id}`, '');
    await deps.volunteers.wake({ failedIn: channel.id });
    deps.nudge();
  };
