import type { Handler } from '@guildhall/kernel';
import type { People } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type RecordActivity = Readonly<{ personId: string; visitDate?: string; loginAt?: Date }>;

const hourMs = 3_600_000;

/** Notes when somebody was here, or signed in, last: retention asks for it. */
export const recordActivityHandler =
  ({ people }: Readonly<{ people: People }>): Handler<RecordActivity> =>
  ({ personId, visitDate = '', loginAt }) =>
    retryStale(async () => {
      const current = await people.find(personId);
      if (!current || current.status === 'erased') return;
      const isLaterVisit = visitDate > (current.lastVisitDate ?? '');
      const isLaterLogin = loginAt && loginAt.getTime() - (current.lastLoginAt?.getTime() ?? 0) > hourMs;
      if (!isLaterVisit && !isLaterLogin) return;
      const seen = { ...(isLaterVisit && { lastVisitDate: visitDate }), ...(isLaterLogin && { lastLoginAt: loginAt }) };
      await people.save({ ...current, ...seen, version: current.version + 1 }, []);
    });
