import type { Clock, Handler } from '@guildhall/kernel';
import { isStale } from '@guildhall/kernel';
import { dayAfter, type OrgDays } from '../../domain/org-day.ts';
import { planned } from '../../domain/reconciliation.ts';
import type { Reconciliations } from './ports.ts';

type Deps = Readonly<{ reconciliations: Reconciliations; days: OrgDays; clock: Clock; reconcileAt: string }>;

/** Plans the next nightly run; however many ask, there is one for each day. */
export const planNightlyHandler =
  ({ reconciliations, days, clock, reconcileAt }: Deps): Handler<void> =>
  async () => {
    const now = clock.now();
    const today = days.dayOf(now);
    const day = days.at(today, reconcileAt) > now ? today : dayAfter(today);
    await reconciliations.save(planned(day, days.at(day, reconcileAt)), []).catch((error: unknown) => {
      // It is planned already.
      if (!isStale(error)) throw error;
    });
  };
