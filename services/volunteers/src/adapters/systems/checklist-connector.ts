import type { Tasks } from '../../app/ports.ts';
import type { Connector, Grantee } from '../../app/systems/ports.ts';
import { SystemError } from '../../app/systems/system-error.ts';
import type { Channel } from '../../domain/book.ts';

/** Systems without an interface: a person gives and takes the access, and says so. */
/**
 * Systems without an interface: a person gives and takes the access, and says so by the task, which writes it down with
 * the volunteer. Until then it waits.
 */
export function checklistConnector(tasks: Tasks): Connector {
  const ask = async (kind: 'grant' | 'revoke', channel: Channel, { volunteerId }: Grantee): Promise<never> => {
    const id = checklistTaskId(kind, channel.id, volunteerId);
    await tasks.close(checklistTaskId(kind === 'grant' ? 'revoke' : 'grant', channel.id, volunteerId), '');
    const detail = kind === 'grant' ? 'Give the access, then tick it off.' : 'Take the access away, then tick it off.';
    await tasks.open({ id, kind, volunteerId, subject: channel.id, detail, verified: false });
    throw new SystemError('task', 'waits_for_task');
  };
  return {
    system: 'checklist',
    test: async () => undefined,
    locate: async ({ id }) => ({ externalId: id }),
    create: async ({ id }) => ({ externalId: id }),
    grant: (channel, grantee) => ask('grant', channel, grantee),
    revoke: (channel, grantee) => ask('revoke', channel, grantee),
    members: async function* members() {
      // Nobody but people knows.
    },
  };
}

export const checklistTaskId = (kind: 'grant' | 'revoke', channelId: string, volunteerId: string): string =>
  `${kind}-${channelId}-${volunteerId}`;
