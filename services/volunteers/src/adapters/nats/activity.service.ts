import type { ActivityService, OpportunityInput, ShiftInput } from '@guildhall/contracts/volunteers/v1/activities';
import type { Implementation } from '@guildhall/messaging';
import type { OpportunityGiven } from '../../app/activities/keep-opportunity.ts';
import type { Caller } from '../../app/ports.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import type { ShiftTimes } from '../../domain/shift.ts';
import type { ActivityHandlers } from './activity.handlers.ts';
import {
  dateOf,
  hoursToProto,
  onSiteToProto,
  opportunityToProto,
  recognitionToProto,
  rosterToProto,
  shiftToProto,
} from './activity.mapping.ts';
import { callerOf } from './caller.ts';
import { myMethods } from './my-activity.methods.ts';

/** The contract's methods in terms of the use cases. */
export const activityService = (use: ActivityHandlers): Implementation<typeof ActivityService> => ({
  ...opportunityMethods(use),
  ...shiftMethods(use),
  ...myMethods(use),
  getHours: async ({ volunteerId, from, to }, call) =>
    hoursToProto(await use.hours({ volunteerId, from, to, caller: callerOf(call) })),
  getRecognition: async ({ from, to }, call) =>
    recognitionToProto(await use.recognition({ from, to, caller: callerOf(call) })),
  exportRecognition: ({ from, to }, call) => use.exportRecognition({ from, to, caller: callerOf(call) }),
  listOnSite: async (_, call) => ({ people: (await use.onSite(callerOf(call))).map(onSiteToProto) }),
});

type OfOpportunities = 'listOpportunities' | 'createOpportunity' | 'getOpportunity' | 'updateOpportunity';
type Methods = Implementation<typeof ActivityService>;

const opportunityMethods = (use: ActivityHandlers): Pick<Methods, OfOpportunities> => {
  const answer = async (opportunity: Opportunity) => opportunityToProto(opportunity, (await use.shown()).book);
  return {
    listOpportunities: async (_, call) => {
      const found = await use.listOpportunities(callerOf(call));
      const { book } = await use.shown();
      return { opportunities: found.map((one) => opportunityToProto(one, book)) };
    },
    createOpportunity: async ({ opportunity }, call) =>
      answer(await use.createOpportunity({ given: givenOf(opportunity), caller: callerOf(call) })),
    getOpportunity: async ({ opportunityId }, call) => {
      const { opportunity, shifts } = await use.getOpportunity({ opportunityId, caller: callerOf(call) });
      return opportunityToProto(opportunity, (await use.shown()).book, shifts);
    },
    updateOpportunity: async ({ opportunityId, opportunity, version }, call) => {
      const given = givenOf(opportunity);
      return answer(await use.updateOpportunity({ opportunityId, version, given, caller: callerOf(call) }));
    },
  };
};

type OfShifts = 'listShifts' | 'createShift' | 'getShift' | 'updateShift' | 'cancelShift' | 'recordAttendance';

const shiftMethods = (use: ActivityHandlers): Pick<Methods, OfShifts> => {
  const answer = async (shiftId: string, caller: Caller) => {
    const [{ shift, opportunity, people }, { now }] = [await use.getShift({ shiftId, caller }), await use.shown()];
    return { ...shiftToProto(shift, opportunity.title), places: rosterToProto(shift, people, now) };
  };
  return {
    listShifts: async ({ from, to }, call) => {
      const found = await use.listShifts({ from, to, caller: callerOf(call) });
      return { shifts: found.map(({ shift, opportunity }) => shiftToProto(shift, opportunity.title)) };
    },
    createShift: async ({ opportunityId, shift }, call) => {
      const caller = callerOf(call);
      return answer((await use.createShift({ opportunityId, times: timesOf(shift), caller })).id, caller);
    },
    getShift: ({ shiftId }, call) => answer(shiftId, callerOf(call)),
    updateShift: async ({ shiftId, shift }, call) => {
      const caller = callerOf(call);
      return answer((await use.updateShift({ shiftId, times: timesOf(shift), caller })).id, caller);
    },
    cancelShift: async ({ shiftId, reason }, call) => {
      const caller = callerOf(call);
      return answer((await use.cancelShift({ shiftId, reason, caller })).id, caller);
    },
    recordAttendance: async ({ shiftId, volunteerId, absent, reason, ...times }, call) => {
      const caller = callerOf(call);
      const [arrivedAt, leftAt] = [dateOf(times.arrivedAt), dateOf(times.leftAt)];
      const said = { isAbsent: absent, reason, ...(arrivedAt && { arrivedAt }), ...(leftAt && { leftAt }) };
      return answer((await use.record({ shiftId, volunteerId, ...said, caller })).id, caller);
    },
  };
};

const nothing = new Date(0);

/** The contract lets no shift through without times. */
const timesOf = (shift: ShiftInput | undefined): ShiftTimes => ({
  startsAt: dateOf(shift?.startsAt) ?? nothing,
  endsAt: dateOf(shift?.endsAt) ?? nothing,
  capacity: shift?.capacity ?? 0,
});

function givenOf(input: OpportunityInput | undefined): OpportunityGiven {
  const { title = '', description = '', area = '', district = '', branch = '', role = '' } = input ?? {};
  const { siteId = '', published = false } = input ?? {};
  return { title, description, place: { area, district, branch }, role, siteId, published };
}
