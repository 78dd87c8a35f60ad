import type { Clock } from '@guildhall/kernel';
import type { Channel } from '../../domain/book.ts';
import type { Books, Tasks, Volunteers } from '../ports.ts';
import type { SeenChannel } from './inspector.ts';
import { noteChannel } from './locate-channel.ts';

export type NoteDeps = Readonly<{
  books: Books;
  tasks: Tasks;
  volunteers: Pick<Volunteers, 'wake'>;
  clock: Clock;
  nudge: () => void;
}>;

/** Keeps how a channel was seen: a broken one is somebody's task, and what failed in one that is well is tried anew. */
export const noteSeen =
  (deps: NoteDeps) =>
  async (channel: Channel, seen: SeenChannel): Promise<void> => {
    await noteChannel(deps, channel.id, seen);
    if (seen.state === 'ok') {
      await deps.tasks.close(brokenTaskId(channel.id), '');
      if (channel.state === 'ok') return;
      await deps.volunteers.wake({ failedIn: channel.id });
      deps.nudge();
    } else {
      await deps.tasks.open({
        id: brokenTaskId(channel.id),
        kind: 'channel_broken',
        volunteerId: '',
        subject: channel.name,
        detail: seen.state,
        verified: true,
      });
    }
  };

const brokenTaskId = (channelId: string): string => `channel-${channelId}`;
