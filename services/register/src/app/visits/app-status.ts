import type { Clock, Handler } from '@guildhall/kernel';
import { notAPerson, siteNeeded } from '../../domain/refusals.ts';
import { isInside, type Mover } from '../../domain/visit.ts';
import type { People, VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Movement, SignIn } from './sign-in.ts';
import type { SignOut } from './sign-out.ts';

/** `siteId` and `pushToken` may be empty. */
export type SetAppStatus = Readonly<{
  action: 'enter' | 'exit' | undefined;
  pushToken: string;
  siteId: string;
  by: Mover;
}>;

/** The state of a person as the mobile app shows it. */
export type AppStatus = Readonly<{
  inOffice: boolean;
  statusUpdated: boolean;
  firstName: string;
  lastName: string;
  timestamp: Date;
  siteId: string;
}>;

/** Where the app of a person takes push messages; identity keeps it. */
export interface PushTokens {
  /** The token is this person's from now on, whoever had it before. */
  bind(personId: string, token: string): Promise<void>;
}

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  people: People;
  pushTokens: PushTokens;
  signIn: Handler<SignIn, Movement>;
  signOut: Handler<SignOut, Movement>;
  clock: Clock;
  report: (error: unknown) => void;
}>;

/** What the app asks at its start. */
export const getAppStatusHandler =
  (deps: Deps): Handler<Readonly<{ siteId: string; by: Mover }>, AppStatus> =>
  async ({ siteId, by }) =>
    statusOf(deps, await siteOf(deps, siteId, by.personId), by, false);

/** Moves the person as asked and takes the push token, which never stands in the way of a movement. */
export const setAppStatusHandler =
  (deps: Deps): Handler<SetAppStatus, AppStatus> =>
  async ({ action, pushToken, siteId: asked, by }) => {
    const siteId = await siteOf(deps, asked, by.personId);
    const movement = { siteId, clientDate: '', by: { ...by, via: 'app' } } as const;
    const [moved] = await Promise.all([
      action === 'enter' && deps.signIn({ ...movement, entrance: '' }),
      pushToken && deps.pushTokens.bind(by.personId, pushToken).catch(deps.report),
    ]);
    const done = action === 'exit' ? await deps.signOut(movement) : moved;
    return statusOf(deps, siteId, by, done !== false && done.changed);
  };

/** The site that is meant: the one named, the only one, or the one that the person is in. */
async function siteOf({ sites, visits }: Deps, asked: string, personId: string): Promise<string> {
  if (!personId) throw notAPerson();
  if (asked) return (await sites.get(asked)).id;
  const [first, ...others] = sites.list();
  if (first && others.length === 0) return first.id;
  const [open, ...further] = await visits.openOf(personId);
  if (!open || further.length > 0) throw siteNeeded();
  return open.siteId;
}

async function statusOf(deps: Deps, siteId: string, by: Mover, statusUpdated: boolean): Promise<AppStatus> {
  const { personId, displayName } = by;
  const [visit, [person]] = await Promise.all([
    deps.visits.findOpen(personId, siteId),
    deps.people.findMany([personId]),
  ]);
  const [first = '', ...rest] = displayName.split(' ');
  const timestamp = deps.clock.now();
  return {
    inOffice: visit !== undefined && isInside(visit, timestamp),
    statusUpdated,
    firstName: person?.firstName || first,
    lastName: person?.lastName || rest.join(' '),
    timestamp,
    siteId,
  };
}
