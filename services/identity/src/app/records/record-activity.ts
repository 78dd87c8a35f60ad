import { type Handler, retryStale } from '@guildhall/kernel';
import type { People } from '../ports.ts';

export type RecordActivity = Readonly<{ personId: string; visitDate?: string; loginAt?: Date }>;

const hourMs = 3_600_000;

const knownAtMost = 10_000;

/** Notes when somebody was here, or signed in, last: retention asks for it. The second visit of a day costs no reading. */
export function recordActivityHandler({ people }: Readonly<{ people: People }>): Handler<RecordActivity> {
  const known = new Map<string, string>();
  const record = recorder(people);
  return async (activity) => {
    const { personId, visitDate = '', loginAt } = activity;
    if (!loginAt && visitDate <= (known.get(personId) ?? '')) return;
    await record(activity);
    if (known.size >= knownAtMost) known.clear();
    if (visitDate) known.set(personId, visitDate);
  };
}

const recorder =
  (people: People): Handler<RecordActivity> =>
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
