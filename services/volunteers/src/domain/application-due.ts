import type { Application } from './application.ts';
import { daysAfter } from './next-step.ts';

const keptUnconfirmed = 7;
const keptDecided = 30;

/** When it is looked at next: to be forgotten, or because whoever approved it did not come to an end. */
export function applicationDueAt({ state, mailedAt, approval, decidedAt }: Application): Date | undefined {
  if (state === 'unconfirmed') return daysAfter(mailedAt, keptUnconfirmed);
  if (state === 'approving') return approval?.until;
  return decidedAt && daysAfter(decidedAt, keptDecided);
}

export const isForgotten = (application: Application, now: Date): boolean => {
  const due = applicationDueAt(application);
  return application.state !== 'approving' && due !== undefined && due <= now;
};
