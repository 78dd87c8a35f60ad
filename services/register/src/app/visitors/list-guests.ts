import type { Clock, Handler } from '@guildhall/kernel';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import type { VisitorRepository } from './ports.ts';

type Deps = Readonly<{ visitors: VisitorRepository; clock: Clock }>;

const most = 200;
const dayMs = 24 * 3_600_000;

/** The guests of a host, of today and later wherever the site is, in the order of their days. */
export const listGuestsHandler =
  ({ visitors, clock }: Deps): Handler<string, readonly Visitor[]> =>
  async (hostId) => {
    const yesterday = new Date(clock.now().getTime() - dayMs).toISOString().slice(0, 10);
    const guests = await visitors.ofHost(hostId, yesterday);
    return guests.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).slice(0, most);
  };

const sortKey = ({ expectedOn, expectedFrom, id }: Visitor): string => `${expectedOn} ${expectedFrom} ${id}`;
