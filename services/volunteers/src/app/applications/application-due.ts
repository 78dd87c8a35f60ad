import type { Handler } from '@guildhall/kernel';
import { isForgotten } from '../../domain/application-due.ts';
import { type ApproveDeps, completeApproval, putBack } from './approve-application.ts';

/** Forgets what was kept long enough, and ends an approval that somebody began and did not end. */
export const applicationDueHandler =
  (deps: ApproveDeps): Handler<string> =>
  async (id) => {
    const application = await deps.applications.find(id);
    if (!application) return;
    const now = deps.clock.now();
    if (isForgotten(application, now)) return deps.applications.remove(application);
    const { approval } = application;
    if (!approval || approval.until > now) return;
    const made = await deps.volunteers.named(approval.volunteerId);
    if (made?.email === application.email) await completeApproval(deps, id);
    else await putBack(deps, id);
  };
