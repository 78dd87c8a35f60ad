import type { Clock, Handler } from '@guildhall/kernel';
import type { siteDay } from '../../domain/site-day.ts';
import { isPending } from '../../domain/visitors/approval.ts';
import { visitorNotExpected } from '../../domain/visitors/refusals.ts';
import { type Announcement, changeVisitor, type Visitor } from '../../domain/visitors/visitor.ts';
import { watchedBy } from '../../domain/visitors/watch-list.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { completed } from './expect-visitor.ts';
import { changing, findVisitor } from './find-visitor.ts';
import type { Invite } from './invite.ts';
import type { Hosts, PhoneNumbers, VisitorRepository, WatchList } from './ports.ts';

export type ChangeVisitor = Readonly<{
  siteId: string;
  visitorId: string;
  given: Partial<Omit<Announcement, 'hostName'>>;
}>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visitors: VisitorRepository;
  watchList: WatchList;
  hosts: Hosts;
  phones: PhoneNumbers;
  invite: Invite;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

const inInvitation = ['name', 'email', 'hostId', 'expectedOn', 'expectedFrom', 'expectedUntil'] as const;

/** Changes what was announced. Whoever has an invitation gets another one when it says something else now. */
export const changeVisitorHandler =
  (deps: Deps): Handler<ChangeVisitor, Visitor> =>
  async ({ siteId, visitorId, given }) => {
    const site = await deps.sites.get(siteId);
    await findVisitor(deps.visitors, visitorId, siteId);
    return changing(deps.visitors, visitorId, async (visitor) => {
      if (visitor.status !== 'expected') throw visitorNotExpected(visitor.status);
      const { announcement, expectedEnd } = await completed(deps, site, { ...announcementOf(visitor), ...given });
      const watched = watchedBy(await deps.watchList.of(siteId), announcement).length > 0;
      const change = { ...announcement, expectedEnd, watched };
      const { next, facts } = changeVisitor(visitor, change, deps.clock.now());
      const isNews = !isPending(next) && inInvitation.some((field) => next[field] !== visitor[field]);
      return { next, messages: [...facts, ...(isNews ? await deps.invite(site, next) : [])] };
    });
  };

const announcementOf = (visitor: Visitor): Announcement => {
  const { kind, name, company, email, phone, vehicle, purpose, hostId, hostName } = visitor;
  const { expectedOn, expectedFrom, expectedUntil } = visitor;
  const who = { kind, name, company, email, phone, vehicle, purpose, hostId, hostName };
  return { ...who, expectedOn, expectedFrom, expectedUntil };
};
