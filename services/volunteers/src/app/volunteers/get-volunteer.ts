import type { Handler } from '@guildhall/kernel';
import { refusals } from '../../domain/refusals.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Books, Caller, Scopes, Volunteers } from '../ports.ts';
import { assertSees, authorityOf } from './authority.ts';

export type GetVolunteer = Readonly<{ volunteerId: string; caller: Caller }>;

type Deps = Readonly<{ volunteers: Volunteers; books: Books; scopes: Scopes }>;

export const getVolunteerHandler =
  ({ volunteers, books, scopes }: Deps): Handler<GetVolunteer, Volunteer> =>
  async ({ volunteerId, caller }) => {
    const volunteer = await volunteers.named(volunteerId);
    if (!volunteer) throw refusals.volunteerNotFound();
    assertSees(await authorityOf(scopes, caller), volunteer, await books.read());
    return volunteer;
  };
