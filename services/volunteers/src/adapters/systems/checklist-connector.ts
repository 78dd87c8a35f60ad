import type { Tasks } from '../../app/ports.ts';
import type { Connector, Grantee } from '../../app/systems/ports.ts';
import { SystemError } from '../../app/systems/system-error.ts';
import type { Channel } from '../../domain/book.ts';

/** Systems without an interface: a person gives and takes the access, and says so. */
export function checklistConnector(tasks: Tasks): Connector {
  const done = async (kind: 'grant' | 'revoke', channel: Channel, { volunteerId }: Grantee): Promise<boolean> => {
    const id = checklistTaskId(kind, channel.id, volunteerId);
    const known = await tasks.find(id);
    if (known?.state === 'done') return true;
    const detail = kind === 'grant' ? 'Give the access, then tick it off.' : 'Take the access away, then tick it off.';
    await tasks.open({ id, kind, volunteerId, subject: channel.id, detail, verified: false });
    return false;
  };
  const waits = () => new SystemError('task', 'waits_for_task');
  return {
    system: 'checklist',
    test: async () => undefined,
    locate: async ({ id }) => ({ externalId: id }),
    create: async ({ id }) => ({ externalId: id }),
    grant: async (channel, grantee) => {
      if (!(await done('grant', channel, grantee))) throw waits();
      return 'given';
    },
    revoke: async (channel, grantee) => {
      if (!(await done('revoke', channel, grantee))) throw waits();
      return 'taken';
    },
    members: async function* members() {
      // Nobody but people knows.
    },
  };
}

export const checklistTaskId = (kind: 'grant' | 'revoke', channelId: string, volunteerId: string): string =>
  `${kind}-${channelId}-${volunteerId}`;
