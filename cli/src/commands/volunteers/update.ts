import { openSession } from '../../api/session.ts';
import { UsageError } from '../../exit-codes.ts';
import { showOne } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';
import { type Given, given, type Place, type Profile } from './given.ts';
import { outcomeOf } from './outcome.ts';

type Updating = Given & Profile & Place & Readonly<{ assignment?: string; ifVersion?: string }>;

/** What is not given stays as it is. */
export async function update(terminal: Terminal, volunteerId: string, asked: Updating): Promise<void> {
  const { email, firstName, lastName, phone, area, district, branch, role, assignment, ifVersion } = asked;
  const profile = given({ email, firstName, lastName, phone });
  const change = given({ area, district, branch, role });
  if (Object.keys({ ...profile, ...change }).length === 0) throw new UsageError('Nothing is given that should change.');
  const version = ifVersion === undefined ? undefined : versionOf(ifVersion);
  const roles = assignment === undefined ? change : { assignments: [{ assignmentId: assignment, ...change }] };
  const { api } = await openSession(terminal, asked);
  const readAs = version === undefined ? {} : { ifMatch: version };
  const changed = await api.volunteers.updateVolunteer({ volunteerId, ...profile, ...roles }, readAs);
  showOne(terminal, asked, changed, outcomeOf);
}

function versionOf(text: string): number {
  const version = Number(text);
  if (Number.isInteger(version) && version > 0) return version;
  throw new UsageError(`"${text}" is no version: --json shows the one of a volunteer.`);
}
