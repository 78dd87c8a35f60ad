import { AppError, type Handler, holds, servicePrincipal } from '@guildhall/kernel';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Caller, Volunteers } from '../ports.ts';
import type { EndAssignment } from '../volunteers/give-assignment.ts';
import type { Leave } from '../volunteers/leave.ts';
import type { DecideDeps, EndRole } from './decide-items.ts';
import { completeRevoking, putBack } from './revoking.ts';

type Deps = Readonly<{
  volunteers: Volunteers;
  endAssignment: Handler<EndAssignment, Volunteer>;
  leave: Handler<Leave, Volunteer>;
}>;

const isCode = (error: unknown, code: string): boolean => error instanceof AppError && error.code === code;

/** Ends the role of an item as it is ended on the volunteer's page; who would have none left leaves, if the caller may. */
export const endRoleHandler =
  ({ volunteers, endAssignment, leave }: Deps): EndRole =>
  async (item, caller) => {
    const volunteer = await volunteers.find(item.volunteerId);
    if (!volunteer || volunteer.status === 'left') return;
    const { volunteerId } = volunteer;
    try {
      await endAssignment({ volunteerId, assignmentId: item.assignmentId, caller });
    } catch (error) {
      // It is over already.
      if (isCode(error, 'volunteers.assignment_not_found')) return;
      const mayLeave = holds(caller.principal, 'volunteers.offboard');
      if (!isCode(error, 'volunteers.last_assignment') || !mayLeave) throw error;
      await leave({ volunteerId, date: '', reason: item.reason, caller });
    }
  };

/** Ends what somebody began to revoke and did not end. */
export const itemDueHandler =
  (deps: Pick<DecideDeps, 'items' | 'clock' | 'endRole'>): Handler<string> =>
  async (id) => {
    const item = await deps.items.find(id);
    if (item?.state !== 'revoking' || !item.until || item.until > deps.clock.now()) return;
    try {
      await deps.endRole(item, onBehalfOf(item.decidedBy ?? ''));
    } catch (error) {
      if (!isCode(error, 'volunteers.last_assignment')) throw error;
      await putBack(deps, id);
      return;
    }
    await completeRevoking(deps, id);
  };

const onBehalfOf = (personId: string): Caller => ({
  principal: { ...servicePrincipal('volunteers'), personId, permissions: [] },
  ip: '',
  userAgent: '',
});
