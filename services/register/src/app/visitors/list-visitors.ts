import type { Clock, Handler } from '@guildhall/kernel';
import { badPageToken } from '../../domain/refusals.ts';
import { checkedDate, type siteDay } from '../../domain/site-day.ts';
import { matchesName, nameKey } from '../../domain/visitors/name-key.ts';
import type { Visitor, VisitorStatus } from '../../domain/visitors/visitor.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { VisitorRepository } from './ports.ts';

/** Texts may be empty: today, every status, every name, the first page of 50. */
export type ListVisitors = Readonly<{
  siteId: string;
  date: string;
  status: VisitorStatus | undefined;
  name: string;
  pageSize: number;
  pageToken: string;
}>;

export type VisitorPage = Readonly<{ visitors: readonly Visitor[]; nextPageToken?: string }>;

type Deps = Readonly<{ sites: SiteCatalogue; visitors: VisitorRepository; dayAt: typeof siteDay; clock: Clock }>;

const usualPage = 50;

/** By name. Who is inside belongs to today's list, on whatever day they came. */
export const listVisitorsHandler =
  ({ sites, visitors, dayAt, clock }: Deps): Handler<ListVisitors, VisitorPage> =>
  async ({ siteId, date, status, name, pageSize, pageToken }) => {
    const site = await sites.get(siteId);
    const today = dayAt(site, clock.now()).date;
    const day = date ? checkedDate(date, 'date') : today;
    const found = [...(await visitors.onDay(site.id, day)), ...(day === today ? await visitors.inside(site.id) : [])];
    const all = [...new Map(found.map((visitor) => [visitor.id, visitor])).values()]
      .filter((visitor) => !status || visitor.status === status)
      .filter((visitor) => !name || matchesName(keyOf(visitor), name))
      .sort((a, b) => order(a, b));
    const after = pageToken ? positionOf(all, pageToken) : 0;
    const page = all.slice(after, after + (pageSize || usualPage));
    const last = page.at(-1);
    return { visitors: page, ...(last && all.length > after + page.length && { nextPageToken: last.id }) };
  };

export const keyOf = ({ name, company }: Pick<Visitor, 'name' | 'company'>): string => nameKey(`${name} ${company}`);

const order = (a: Visitor, b: Visitor): number => {
  const [one, other] = [`${nameKey(a.name)} ${a.id}`, `${nameKey(b.name)} ${b.id}`];
  return one < other ? -1 : 1;
};

/** After the visitor that ended the page before. */
function positionOf(all: readonly Visitor[], token: string): number {
  const index = all.findIndex(({ id }) => id === token);
  if (index === -1) throw badPageToken();
  return index + 1;
}
