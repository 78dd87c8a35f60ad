import { openSession } from '../../api/session.ts';
import { UsageError } from '../../exit-codes.ts';
import { showOne } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';
import { type Given, given, type Place, type Profile } from './given.ts';
import { outcomeOf } from './outcome.ts';

type Inserting = Given & Required<Omit<Profile, 'phone'>> & Pick<Profile, 'phone'> & Place;

export async function insert(terminal: Terminal, volunteerId: string, asked: Inserting): Promise<void> {
  const { email, firstName, lastName, phone } = asked;
  const profile = { volunteerId, email, firstName, lastName, ...given({ phone }) };
  const request = { ...profile, assignments: [placeOf(asked)] };
  const { api } = await openSession(terminal, asked);
  showOne(terminal, asked, await api.volunteers.createVolunteer(request), outcomeOf);
}

function placeOf({ area, district, branch, role }: Place): Required<Place> {
  if (area && district && branch && role) return { area, district, branch, role };
  throw new UsageError('A volunteer needs a place and a role: --area, --district, --branch and --role.');
}
