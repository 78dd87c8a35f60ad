import { refusals } from './refusals.ts';

/** What is prepared for an evacuation of one site. */
export type EvacuationPlan = Readonly<{
  siteId: string;
  /** 0 where none was ever made. */
  version: number;
  musterPoints: readonly string[];
  escalateAfterSeconds: number;
  /** 0 for never. */
  snapshotEveryMinutes: number;
  snapshotEmails: readonly string[];
  /** Also to the systems of others that listen to it. */
  snapshotToWebhooks: boolean;
  nextSnapshotAt?: Date;
}>;

export type PlanSettings = Pick<
  EvacuationPlan,
  'musterPoints' | 'escalateAfterSeconds' | 'snapshotEveryMinutes' | 'snapshotEmails' | 'snapshotToWebhooks'
>;

export const usualEscalationSeconds = 60;

export const noPlan = (siteId: string): EvacuationPlan => ({
  siteId,
  version: 0,
  musterPoints: [],
  escalateAfterSeconds: usualEscalationSeconds,
  snapshotEveryMinutes: 0,
  snapshotEmails: [],
  snapshotToWebhooks: false,
});

/** Throws `register.invalid_plan` naming what is wrong. */
export function changePlan(plan: EvacuationPlan, settings: PlanSettings, at: Date): EvacuationPlan {
  const musterPoints = settings.musterPoints.map((name) => name.trim());
  const blank = musterPoints.findIndex((name) => name === '');
  if (blank >= 0) throw refusals.invalidPlan(`/musterPoints/${blank}`, 'must have a name');
  const wrong = settings.snapshotEmails.findIndex((email) => !/^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(email));
  if (wrong >= 0) throw refusals.invalidPlan(`/snapshotEmails/${wrong}`, 'is not an e-mail address');
  const { snapshotEveryMinutes, snapshotEmails, snapshotToWebhooks } = settings;
  if (snapshotEveryMinutes > 0 && snapshotEmails.length === 0 && !snapshotToWebhooks) {
    throw refusals.invalidPlan('/snapshotEmails', 'must say whom the list is sent to');
  }
  const base = {
    siteId: plan.siteId,
    version: plan.version + 1,
    musterPoints,
    escalateAfterSeconds: settings.escalateAfterSeconds || usualEscalationSeconds,
    snapshotEveryMinutes,
    snapshotEmails,
    snapshotToWebhooks,
  };
  return snapshotEveryMinutes > 0 ? { ...base, nextSnapshotAt: at } : base;
}

/** The list is sent now; undefined when it is not due. What was missed is not sent twice. */
export function snapshotSent(plan: EvacuationPlan, now: Date): EvacuationPlan | undefined {
  const { nextSnapshotAt, snapshotEveryMinutes } = plan;
  if (!nextSnapshotAt || nextSnapshotAt > now || snapshotEveryMinutes === 0) return undefined;
  const everyMs = snapshotEveryMinutes * 60_000;
  const slots = Math.floor((now.getTime() - nextSnapshotAt.getTime()) / everyMs) + 1;
  return { ...plan, version: plan.version + 1, nextSnapshotAt: new Date(nextSnapshotAt.getTime() + slots * everyMs) };
}
