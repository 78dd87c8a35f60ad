import type { Volunteer } from '@guildhall/client';
import { openSession } from '../../api/session.ts';
import { showOne } from '../../output/result.ts';
import { table } from '../../output/table.ts';
import type { Terminal } from '../../terminal.ts';
import type { Given } from './given.ts';

export async function view(terminal: Terminal, volunteerId: string, asked: Given): Promise<void> {
  const { api } = await openSession(terminal, asked);
  showOne(terminal, asked, await api.volunteers.getVolunteer({ volunteerId }), inWords);
}

function inWords(volunteer: Volunteer): string {
  const { onboarding, memberships } = volunteer;
  const fields = [
    ['Volunteer id', volunteer.volunteerId],
    ['Email', volunteer.email],
    ['First name', volunteer.firstName],
    ['Last name', volunteer.lastName],
    ['Create date', volunteer.createdAt],
    ['Modified date', volunteer.updatedAt],
    ['Area', volunteer.area],
    ['District', volunteer.district],
    ['Branch', volunteer.branch],
    ['Role', volunteer.role],
    ['Channels', volunteer.channels.join(', ')],
    ['Status', [volunteer.status, volunteer.leaveDate].filter(Boolean).join(', ')],
    ['State', [onboarding.state, onboarding.reason].filter(Boolean).join(': ')],
  ].map(([name, value]) => `${`${name}:`.padEnd(15)}${value}`.trimEnd());
  if (memberships.length === 0) return fields.join('\n');
  const access = table(memberships, [
    { heading: 'CHANNEL', of: ({ channel }) => channel },
    { heading: 'ACCESS', of: ({ state }) => state },
    { heading: 'BECAUSE', of: ({ because }) => because.join(' ') },
    { heading: 'ERROR', of: ({ lastError }) => lastError },
  ]);
  return [...fields, '', access].join('\n');
}
