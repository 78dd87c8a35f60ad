import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import {
  changePlan,
  type EvacuationPlan,
  noPlan,
  type PlanSettings,
  snapshotSent,
} from '../../domain/evacuation/plan.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type ListDeps, listOf } from './evacuation-list.ts';
import type { Plans, SnapshotSigner, TellSnapshot } from './ports.ts';
import { filesOf, type SignedList, signedList } from './snapshot.ts';

type Deps = Readonly<{ sites: SiteCatalogue; plans: Plans; clock: Clock }>;

export const getPlanHandler =
  ({ sites, plans }: Omit<Deps, 'clock'>): Handler<string, EvacuationPlan> =>
  async (siteId) => {
    const { id } = await sites.get(siteId);
    return (await plans.find(id)) ?? noPlan(id);
  };

export type SetPlan = Readonly<{ siteId: string; settings: PlanSettings }>;

const attempts = 3;

/** Puts the plan in place of the one before. */
export const setPlanHandler =
  (deps: Deps): Handler<SetPlan, EvacuationPlan> =>
  async ({ siteId, settings }) => {
    for (let attempt = 1; ; attempt++) {
      const plan = changePlan(await getPlanHandler(deps)(siteId), settings, deps.clock.now());
      try {
        await deps.plans.save(plan);
        return plan;
      } catch (error) {
        if (!isStale(error) || attempt === attempts) throw error;
      }
    }
  };

type SendDeps = ListDeps & Readonly<{ sites: SiteCatalogue; signer: SnapshotSigner; tellSnapshot: TellSnapshot }>;

/** Sends the signed list of a site whose time has come: once, however many processes try. */
export const sendSnapshotHandler =
  (deps: SendDeps): Handler<string> =>
  async (siteId) => {
    const plan = await deps.plans.find(siteId);
    const next = plan && snapshotSent(plan, deps.clock.now());
    if (!next) return;
    const list = await listOf(await deps.sites.get(siteId), deps);
    const signed = signedList(list, deps.signer);
    // Before the plan goes on: whoever tries again after a crash tells nothing twice.
    if (plan.snapshotToWebhooks) await deps.tellSnapshot(happeningOf(signed, plan));
    await deps.plans.save(next, filesOf(signed));
  };

function happeningOf({ list, jws }: SignedList, { siteId, nextSnapshotAt }: EvacuationPlan) {
  const { siteName, generatedAt: at, people } = list;
  const data = { siteId, siteName, generatedAt: at.toISOString(), count: people.length, jws };
  return { id: `snapshot-${siteId}-${nextSnapshotAt?.getTime() ?? 0}`, siteId, at, data };
}
