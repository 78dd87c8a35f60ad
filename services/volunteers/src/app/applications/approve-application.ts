import { AppError, type Handler, isTransient, type NewId, retryStale } from '@guildhall/kernel';
import { type Application, beginApproval, finishApproval, giveUpApproval } from '../../domain/application.ts';
import { type Audited, byItself } from '../../domain/audit.ts';
import { locationOf, roleOf } from '../../domain/book.ts';
import { decisionLetter } from '../../domain/letter.ts';
import { governanceRefusals } from '../../domain/governance-refusals.ts';
import type { Caller } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import { type CreateDeps, createVolunteerHandler } from '../volunteers/create-volunteer.ts';
import type { Place } from '../volunteers/resolve-assignment.ts';
import type { Applications } from './ports.ts';
import { applicationToDecide } from './visible-application.ts';

/** Empty `volunteerId` is made; an empty place is that of the application. */
export type ApproveApplication = Readonly<{
  applicationId: string;
  role: string;
  place: Place;
  volunteerId: string;
  caller: Caller;
}>;

export type ApproveDeps = CreateDeps & Readonly<{ applications: Applications }>;

/** Makes a volunteer of who applied: one approver does it, and somebody else ends it where a process died over it. */
export const approveApplicationHandler =
  (deps: ApproveDeps): Handler<ApproveApplication, Application> =>
  async (asked) => {
    const { application, place } = await begin(deps, asked);
    const { approval, firstName, lastName, email, phone } = application;
    const volunteerId = approval?.volunteerId ?? '';
    const profile = { volunteerId, firstName, lastName, email, phone };
    const assignments = [{ ...place, role: asked.role, from: '', to: '' }];
    try {
      await createVolunteerHandler(deps)({ profile, assignments, caller: asked.caller });
    } catch (error) {
      if (error instanceof AppError && !isTransient(error.kind)) await putBack(deps, application.id);
      throw error;
    }
    return completeApproval(deps, application.id, asked.caller);
  };

const begin = (deps: ApproveDeps, { role, place, volunteerId, ...asked }: ApproveApplication) =>
  retryStale(async () => {
    const { application, book } = await applicationToDecide(deps, asked);
    const given = place.area + place.district + place.branch === '' ? undefined : place;
    const own = locationOf(book, application.locationId) ?? place;
    const next = beginApproval(application, {
      volunteerId: volunteerId.trim() || madeId(deps.newId),
      roleKey: role.trim(),
      by: asked.caller.principal.personId,
      now: deps.clock.now(),
    });
    await deps.applications.save(next, []);
    deps.nudge();
    return { application: next, place: given ?? own };
  });

const madeId = (newId: NewId): string => `A${newId().slice(-8).toUpperCase()}`;

/** The volunteer is there: the application is over. Without a caller, the platform ends what somebody began. */
export const completeApproval = (deps: ApproveDeps, id: string, caller?: Caller): Promise<Application> =>
  retryStale(async () => {
    const application = await deps.applications.find(id);
    if (!application) throw governanceRefusals.applicationNotFound();
    const { approval } = application;
    if (application.state === 'approved' || !approval) return application;
    const now = deps.clock.now();
    const next = finishApproval(application, { volunteerId: approval.volunteerId, by: approval.by, now });
    const book = await deps.books.read();
    const roleLabel = roleOf(book, approval.roleKey)?.label ?? approval.roleKey;
    const what = { action: 'application.approved', subject: approval.roleKey };
    const audited: Audited = caller
      ? auditedAct(next, now, caller, { ...what, after: next.volunteerId })
      : byItself(next, now, { ...what, reason: '' });
    await deps.applications.save(next, [decisionLetter(next, roleLabel, now), audited]);
    return next;
  });

/** It waits again for somebody to decide. */
export const putBack = ({ applications }: Pick<ApproveDeps, 'applications'>, id: string): Promise<void> =>
  retryStale(async () => {
    const application = await applications.find(id);
    if (application?.state === 'approving') await applications.save(giveUpApproval(application), []);
  });
