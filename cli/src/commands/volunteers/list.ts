import type { Api, ListVolunteersRequest, VolunteerRow } from '@guildhall/client';
import { openSession } from '../../api/session.ts';
import { fileFormat, saveFile } from '../../output/file.ts';
import { showRows } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';
import { type Given, given, type Place } from './given.ts';

type Listing = Given & Place & Readonly<{ status?: string; state?: string; output?: string }>;

export async function list(terminal: Terminal, q: string | undefined, asked: Listing): Promise<void> {
  const { status, state, area, district, branch, role, output } = asked;
  const format = output === undefined ? undefined : fileFormat(output);
  const { api } = await openSession(terminal, asked);
  const selection = given({ q, status, state, area, district, branch, role });
  if (output !== undefined && format) {
    return saveFile(terminal, output, await api.volunteers.exportVolunteers({ ...selection, format }));
  }
  showRows(terminal, asked, await all(api, selection), [
    { heading: 'ID', of: ({ volunteerId }) => volunteerId },
    { heading: 'NAME', of: ({ firstName, lastName }) => `${firstName} ${lastName}` },
    { heading: 'EMAIL', of: ({ email }) => email },
    { heading: 'PLACE', of: ({ area: one, district: two, branch: three }) => [one, two, three].join('/') },
    { heading: 'ROLE', of: ({ role: key }) => key },
    { heading: 'STATE', of: ({ state: now }) => now },
    { heading: 'REASON', of: ({ reason }) => reason },
  ]);
}

async function all({ volunteers }: Api, selection: ListVolunteersRequest): Promise<readonly VolunteerRow[]> {
  const rows: VolunteerRow[] = [];
  for (let cursor = ''; ;) {
    const page = await volunteers.listVolunteers({ ...selection, pageSize: 200, cursor });
    rows.push(...page.volunteers);
    if (page.nextCursor === '') return rows;
    cursor = page.nextCursor;
  }
}
