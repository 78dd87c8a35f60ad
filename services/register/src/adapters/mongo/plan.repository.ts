import type { Envelope } from '@guildhall/messaging';
import type { Aggregates } from '@guildhall/mongo';
import type { Plans, SnapshotFiles } from '../../app/evacuation/ports.ts';
import { type EvacuationPlan, noPlan } from '../../domain/evacuation/plan.ts';

export const planCollection = 'evacuation_plans';
/** A setting that came later may be missing. */
export type PlanState = Omit<EvacuationPlan, 'siteId' | 'version' | 'snapshotToWebhooks'> &
  Partial<Pick<EvacuationPlan, 'snapshotToWebhooks'>>;

type Deps = Readonly<{
  plans: Aggregates<PlanState>;
  toMessages: (plan: EvacuationPlan, files: SnapshotFiles) => readonly Envelope[];
}>;

export const planRepository = ({ plans, toMessages }: Deps): Plans => ({
  find: async (siteId) => {
    const found = await plans.find(siteId);
    return found && { ...noPlan(found.id), ...found.state, version: found.version };
  },
  save: async (plan, files) => {
    const { siteId, version, ...state } = plan;
    const messages = files ? toMessages(plan, files) : [];
    await plans.save({ id: siteId, version, state, messages, dueAt: state.nextSnapshotAt });
  },
});
