import type { Process } from '@guildhall/runtime';
import type { VolunteerHandlers } from '../adapters/nats/volunteer.service.ts';
import { phoneNumbers } from '../adapters/phone/phone-numbers.ts';
import { getTimelineHandler } from '../app/audits/get-timeline.ts';
import { createVolunteerHandler } from '../app/volunteers/create-volunteer.ts';
import { exportVolunteersHandler } from '../app/volunteers/export-volunteers.ts';
import { getVolunteerHandler } from '../app/volunteers/get-volunteer.ts';
import {
  addAssignmentHandler,
  decideAssignmentHandler,
  endAssignmentHandler,
} from '../app/volunteers/give-assignment.ts';
import { leaveHandler, reinstateHandler } from '../app/volunteers/leave.ts';
import { linkSlackHandler, unlinkSlackHandler } from '../app/volunteers/link-slack.ts';
import { listApprovalsHandler } from '../app/volunteers/list-approvals.ts';
import { listVolunteersHandler } from '../app/volunteers/list-volunteers.ts';
import { myVolunteeringHandler } from '../app/volunteers/my-volunteering.ts';
import { previewVolunteerHandler } from '../app/volunteers/preview-volunteer.ts';
import { resendInviteHandler } from '../app/volunteers/resend-invite.ts';
import { updateVolunteerHandler } from '../app/volunteers/update-volunteer.ts';
import type { Running } from './parts.ts';
import type { Settings } from '../config.ts';
import { writeTable } from '../adapters/tables/write-table.ts';

/** The use cases about volunteers. */
export function volunteerHandlers({ settings, clock }: Process<Settings>, parts: Running): VolunteerHandlers {
  const deps = { ...parts, phoneOf: phoneNumbers(settings.DEFAULT_REGION), writeTable, pendingVolunteers: parts.pages };
  const get = getVolunteerHandler(deps);
  return {
    get,
    create: createVolunteerHandler(deps),
    update: updateVolunteerHandler(deps),
    preview: previewVolunteerHandler(deps),
    list: listVolunteersHandler(deps),
    exportFile: exportVolunteersHandler(deps),
    mine: myVolunteeringHandler(deps),
    addAssignment: addAssignmentHandler(deps),
    endAssignment: endAssignmentHandler(deps),
    decide: decideAssignmentHandler(deps),
    approvals: listApprovalsHandler(deps),
    resendInvite: resendInviteHandler(deps),
    linkSlack: linkSlackHandler({ ...deps, findSlackUser: (id) => parts.call('slack', () => parts.accounts.find(id)) }),
    unlinkSlack: unlinkSlackHandler(deps),
    leave: leaveHandler(deps),
    reinstate: reinstateHandler(deps),
    timeline: getTimelineHandler({ ...deps, getVolunteer: get }),
    shown: async () => ({ book: await parts.books.read(), today: parts.days.dayOf(clock.now()) }),
  };
}
