import type { Clock, Handler } from '@guildhall/kernel';
import { type DayReport, dayReport } from '../../domain/reports/day-report.ts';
import { type Stay, stayOf } from '../../domain/reports/stay.ts';
import type { Site } from '../../domain/site.ts';
import { checkedDate, type siteDay } from '../../domain/site-day.ts';
import type { Mover } from '../../domain/visit.ts';
import type { People, VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { ContactBook, Contacts, Stays } from './ports.ts';
import { namesOf, readStays } from './read-stays.ts';
import type { RecordLook } from './record-look.ts';

/** `date` may be empty: today. */
export type GetReport = Readonly<{ siteId: string; date: string; by: Mover; seesContacts: boolean }>;
export type SiteReport = DayReport &
  Readonly<{ site: Site; date: string; now: Date; contacts: ReadonlyMap<string, Contacts> }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  stays: Stays;
  visits: Pick<VisitRepository, 'openAt'>;
  people: People;
  contactBook: ContactBook;
  recordLook: RecordLook;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

/** Who was at a site on a day. Today's report has everybody inside, those too who were carried over from before. */
export const getReportHandler =
  (deps: Deps): Handler<GetReport, SiteReport> =>
  async ({ siteId, date: asked, by, seesContacts }) => {
    const site = await deps.sites.get(siteId);
    const now = deps.clock.now();
    const today = deps.dayAt(site, now).date;
    const date = asked ? checkedDate(asked, 'date') : today;
    await deps.recordLook({ action: 'report.view', siteId: site.id, by });
    const stays = await staysOf(deps, site.id, date, date === today);
    const names = await namesOf(deps.people, stays);
    const report = dayReport(stays, { isToday: date === today, now, names });
    const known = stays.flatMap(({ kind, personId }) => (kind === 'person' ? personId : []));
    const contacts = seesContacts ? await deps.contactBook.of([...new Set(known)]) : new Map<string, Contacts>();
    return { ...report, site, date, now, contacts };
  };

async function staysOf({ stays, visits }: Deps, siteId: string, date: string, isToday: boolean) {
  const ofDay = await readStays(stays, { siteId, from: date, to: date });
  const open = isToday ? await visits.openAt([siteId]) : [];
  const every = [...ofDay, ...open.flatMap((visit) => stayOf(visit) ?? [])];
  return [...new Map(every.map((stay): [string, Stay] => [stay.visitId, stay])).values()];
}
