import type { Handler } from '@guildhall/kernel';
import type { Application, ApplicationState } from '../../domain/application.ts';
import { reaches } from '../../domain/scope.ts';
import type { Books, Caller, Scopes, Volunteers } from '../ports.ts';
import { authorityOf } from '../volunteers/authority.ts';
import type { Applications } from './ports.ts';

export type ListApplications = Readonly<{ state: 'waiting' | 'approved' | 'refused' | 'all'; caller: Caller }>;

export type ListedApplication = Readonly<{ application: Application; isVolunteer: boolean }>;

type Deps = Readonly<{ applications: Applications; volunteers: Volunteers; books: Books; scopes: Scopes }>;

const states: Readonly<Record<ListApplications['state'], readonly ApplicationState[]>> = {
  waiting: ['waiting', 'approving'],
  approved: ['approved'],
  refused: ['refused'],
  all: ['waiting', 'approving', 'approved', 'refused'],
};

/** Confirmed applications within the caller's scope. */
export const listApplicationsHandler =
  ({ applications, volunteers, books, scopes }: Deps): Handler<ListApplications, readonly ListedApplication[]> =>
  async ({ state, caller }) => {
    const { scope } = await authorityOf(scopes, caller);
    const { locations } = await books.read();
    const within = locations.filter((place) => reaches(scope, place)).map(({ id }) => id);
    const found = await applications.list(states[state], scope === undefined ? undefined : within);
    return Promise.all(
      found.map(async (application) => {
        const known = application.state === 'waiting' && (await volunteers.withEmail(application.email));
        return { application, isVolunteer: Boolean(known) };
      }),
    );
  };
