import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import type { Handler } from '@guildhall/kernel';
import type { Call, Implementation } from '@guildhall/messaging';
import type { TimelineEntry } from '../../app/audits/get-timeline.ts';
import type { Caller } from '../../app/ports.ts';
import type { CreateVolunteer } from '../../app/volunteers/create-volunteer.ts';
import type { ExportFile, ExportVolunteers } from '../../app/volunteers/export-volunteers.ts';
import type { GetVolunteer } from '../../app/volunteers/get-volunteer.ts';
import type { AddAssignment, DecideAssignment, EndAssignment } from '../../app/volunteers/give-assignment.ts';
import type { Leave, Reinstate } from '../../app/volunteers/leave.ts';
import type { LinkSlack, UnlinkSlack } from '../../app/volunteers/link-slack.ts';
import type { Approval } from '../../app/volunteers/list-approvals.ts';
import type { ListVolunteers, VolunteerList } from '../../app/volunteers/list-volunteers.ts';
import type { MyVolunteering } from '../../app/volunteers/my-volunteering.ts';
import type { AccessPreview, PreviewVolunteer } from '../../app/volunteers/preview-volunteer.ts';
import type { ResendInvite } from '../../app/volunteers/resend-invite.ts';
import type { UpdateVolunteer } from '../../app/volunteers/update-volunteer.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import { callerOf } from './caller.ts';
import { assignmentChanges, changeOf, filterOf, inputOf, nothing } from './volunteer.requests.ts';
import { assignmentToProto, rowToProto, type Shown, volunteerToProto } from './volunteer.mapping.ts';
import { nameOf } from '../../domain/volunteer.ts';

export type VolunteerHandlers = Readonly<{
  create: Handler<CreateVolunteer, Volunteer>;
  update: Handler<UpdateVolunteer, Volunteer>;
  preview: Handler<PreviewVolunteer, AccessPreview>;
  get: Handler<GetVolunteer, Volunteer>;
  list: Handler<ListVolunteers, VolunteerList>;
  exportFile: Handler<ExportVolunteers, ExportFile>;
  mine: Handler<Caller, MyVolunteering>;
  addAssignment: Handler<AddAssignment, Volunteer>;
  endAssignment: Handler<EndAssignment, Volunteer>;
  decide: Handler<DecideAssignment, Volunteer>;
  approvals: Handler<Caller, readonly Approval[]>;
  resendInvite: Handler<ResendInvite, Volunteer>;
  linkSlack: Handler<LinkSlack, Volunteer>;
  unlinkSlack: Handler<UnlinkSlack, Volunteer>;
  leave: Handler<Leave, Volunteer>;
  reinstate: Handler<Reinstate, Volunteer>;
  timeline: Handler<GetVolunteer, readonly TimelineEntry[]>;
  /** What names are shown from now. */
  shown: () => Promise<Shown>;
}>;

/** The contract's methods in terms of the use cases. */
export const volunteerService = (use: VolunteerHandlers): Implementation<typeof VolunteerService> => ({
  ...readingMethods(use),
  ...assigningMethods(use),
  ...changingMethods(use),
});

const named = ({ volunteerId }: Readonly<{ volunteerId: string }>, call: Call) => ({
  volunteerId,
  caller: callerOf(call),
});

const answering = (use: VolunteerHandlers) => async (volunteer: Volunteer) =>
  volunteerToProto(volunteer, await use.shown());

type Assigning = 'addAssignment' | 'endAssignment' | 'decideAssignment' | 'previewVolunteer';

function assigningMethods(use: VolunteerHandlers): Pick<Implementation<typeof VolunteerService>, Assigning> {
  const answer = answering(use);
  return {
    previewVolunteer: async (request, call) => {
      const { changes, needsApproval } = await use.preview({
        ...named(request, call),
        assignments: assignmentChanges(request),
      });
      return { changes: [...changes], needsApproval };
    },
    addAssignment: async ({ assignment, ...request }, call) =>
      answer(await use.addAssignment({ ...named(request, call), assignment: inputOf(assignment ?? nothing) })),
    endAssignment: async (request, call) =>
      answer(await use.endAssignment({ ...named(request, call), assignmentId: request.assignmentId })),
    decideAssignment: async (request, call) => {
      const { assignmentId, decision, reason } = request;
      const isApproved = decision === 'approve';
      return answer(await use.decide({ ...named(request, call), assignmentId, isApproved, reason }));
    },
  };
}

type Changing = Exclude<keyof Implementation<typeof VolunteerService>, Assigning | Reading>;

function changingMethods(use: VolunteerHandlers): Pick<Implementation<typeof VolunteerService>, Changing> {
  const answer = answering(use);
  return {
    createVolunteer: async ({ assignments, ...profile }, call) => {
      const { volunteerId, email, firstName, lastName, phone } = profile;
      const given = { volunteerId, email, firstName, lastName, phone };
      return answer(
        await use.create({ profile: given, assignments: assignments.map(inputOf), caller: callerOf(call) }),
      );
    },
    updateVolunteer: async (request, call) =>
      answer(await use.update({ ...named(request, call), version: request.version, change: changeOf(request) })),
    resendInvite: async (request, call) => answer(await use.resendInvite(named(request, call))),
    linkSlack: async (request, call) =>
      answer(await use.linkSlack({ ...named(request, call), slackUserId: request.slackUserId })),
    unlinkSlack: async (request, call) => answer(await use.unlinkSlack(named(request, call))),
    leave: async (request, call) =>
      answer(await use.leave({ ...named(request, call), date: request.date, reason: request.reason })),
    reinstate: async (request, call) =>
      answer(await use.reinstate({ ...named(request, call), reason: request.reason })),
  };
}

type Reading =
  | 'listVolunteers'
  | 'exportVolunteers'
  | 'getMyVolunteering'
  | 'getVolunteer'
  | 'listApprovals'
  | 'getTimeline';

const readingMethods = (use: VolunteerHandlers): Pick<Implementation<typeof VolunteerService>, Reading> => ({
  listVolunteers: async ({ pageSize, cursor, ...request }, call) => {
    const asked = { filter: filterOf(request), pageSize, cursor, caller: callerOf(call) };
    const [{ volunteers, nextCursor }, shown] = [await use.list(asked), await use.shown()];
    return { volunteers: volunteers.map((one) => rowToProto(one, shown)), nextCursor };
  },
  exportVolunteers: async ({ format, ...request }, call) => {
    const wanted = format === 'xlsx' ? 'xlsx' : 'csv';
    return use.exportFile({ filter: filterOf(request), format: wanted, caller: callerOf(call) });
  },
  getMyVolunteering: async (_, call) => {
    const { volunteer, inviteUrl } = await use.mine(callerOf(call));
    return volunteer ? { volunteer: volunteerToProto(volunteer, await use.shown()), inviteUrl } : {};
  },
  getVolunteer: async ({ volunteerId }, call) =>
    volunteerToProto(await use.get({ volunteerId, caller: callerOf(call) }), await use.shown()),
  listApprovals: async (_, call) => {
    const [approvals, shown] = [await use.approvals(callerOf(call)), await use.shown()];
    return {
      approvals: approvals.map(({ volunteer, assignment }) => ({
        volunteerId: volunteer.volunteerId,
        name: nameOf(volunteer),
        assignment: assignmentToProto(assignment, shown),
        ...(assignment.approval && { requestedAt: timestampFromDate(assignment.approval.requestedAt) }),
      })),
    };
  },
  getTimeline: async ({ volunteerId }, call) => {
    const entries = await use.timeline({ volunteerId, caller: callerOf(call) });
    return {
      entries: entries.map(({ at, action, actorId, by, subject, before, after, reason }) => {
        const what = { action, by, subject, before, after, reason };
        return { at: timestampFromDate(at), byPersonId: actorId, ...what };
      }),
    };
  },
});
