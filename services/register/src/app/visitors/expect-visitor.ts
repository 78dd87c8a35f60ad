import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { personNotFound } from '../../domain/refusals.ts';
import type { Site } from '../../domain/site.ts';
import type { siteDay } from '../../domain/site-day.ts';
import { approvalOf } from '../../domain/visitors/approval.ts';
import { checkAnnouncement } from '../../domain/visitors/announcement.ts';
import { dayOfDate } from '../../domain/visitors/day-of-date.ts';
import { type Announcement, expectVisitor, type Visitor, visitorId } from '../../domain/visitors/visitor.ts';
import { watchedBy } from '../../domain/visitors/watch-list.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Invite } from './invite.ts';
import { approvalNotices } from './approvals.ts';
import type { Hosts, PhoneNumbers, Receptions, VisitorRepository, WatchList } from './ports.ts';
import type { VisitorLinks } from './visitor-links.ts';

/** Who announces somebody. */
export type Announcer = Readonly<{ personId: string; displayName: string }>;

/** `hostName` follows from `hostId`; an empty day is today. */
export type ExpectVisitor = Readonly<{ siteId: string; announcement: Omit<Announcement, 'hostName'>; by: Announcer }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visitors: VisitorRepository;
  receptions: Receptions;
  links: VisitorLinks;
  watchList: WatchList;
  hosts: Hosts;
  phones: PhoneNumbers;
  invite: Invite;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
}>;

export const expectVisitorHandler =
  (deps: Deps): Handler<ExpectVisitor, Visitor> =>
  async ({ siteId, announcement, by }) => {
    const site = await deps.sites.get(siteId);
    const at = deps.clock.now();
    const { announcement: complete, expectedEnd } = await completed(deps, site, announcement);
    const watched = watchedBy(await deps.watchList.of(siteId), complete).length > 0;
    const id = visitorId(deps.newId());
    const approval = approvalOf((await deps.receptions.get(site.id)).approval, complete.hostId);
    const what = { id, siteId, announcement: complete, expectedEnd, watched, at };
    const { next, facts } = expectVisitor({ ...what, approval, announcedById: by.personId });
    const told = approval ? approvalNotices(deps.links, site, next, by.displayName) : await deps.invite(site, next);
    await deps.visitors.save(next, [...facts, ...told]);
    return next;
  };

type Needs = Pick<Deps, 'hosts' | 'phones' | 'dayAt' | 'clock'>;

/** The announcement with its day and the host's name, checked as it would be `at` that moment. */
export async function completed(
  { hosts, phones, dayAt, clock }: Needs,
  site: Site,
  given: Omit<Announcement, 'hostName'>,
  at = clock.now(),
): Promise<Readonly<{ announcement: Announcement; expectedEnd: Date }>> {
  const today = dayAt(site, at).date;
  const phone = given.phone.trim();
  const announcement: Parameters<typeof checkAnnouncement>[0] = {
    ...given,
    name: given.name.trim(),
    company: given.company.trim(),
    email: given.email.trim(),
    phone: phone && phones.normalise(phone),
    expectedOn: given.expectedOn || today,
    hostName: await hostName(hosts, given.hostId),
  };
  checkAnnouncement(announcement, today);
  return { announcement, expectedEnd: dayOfDate(dayAt, site, announcement.expectedOn).endsAt };
}

/** Empty for nobody in particular. */
export async function hostName(hosts: Hosts, hostId: string): Promise<string> {
  if (hostId === '') return '';
  const host = await hosts.find(hostId);
  if (!host) throw personNotFound();
  return host.name;
}
