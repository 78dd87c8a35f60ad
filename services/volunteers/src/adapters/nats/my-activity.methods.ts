import type { ActivityService } from '@guildhall/contracts/volunteers/v1/activities';
import type { Implementation } from '@guildhall/messaging';
import type { MyShift } from '../../app/activities/my-volunteer.ts';
import { hoursToProto, myOpportunityToProto, myShiftToProto } from './activity.mapping.ts';
import type { ActivityHandlers } from './activity.handlers.ts';
import { callerOf } from './caller.ts';

type Mine = 'listMyOpportunities' | 'listMyShifts' | 'signUp' | 'withdraw' | 'getMyHours';

/** What volunteers do themselves. */
export const myMethods = (use: ActivityHandlers): Pick<Implementation<typeof ActivityService>, Mine> => {
  const answer = async (mine: MyShift) => {
    const { book, now } = await use.shown();
    return myShiftToProto(mine, book, now);
  };
  return {
    listMyOpportunities: async (_, call) => {
      const [found, { book, now }] = [await use.myOpportunities(callerOf(call)), await use.shown()];
      return {
        opportunities: found.map(({ opportunity, shifts }) => ({
          ...myOpportunityToProto(opportunity, book),
          shifts: shifts.map((one) => myShiftToProto(one, book, now)),
        })),
      };
    },
    listMyShifts: async (_, call) => {
      const [found, { book, now }] = [await use.myShifts(callerOf(call)), await use.shown()];
      return { shifts: found.map((one) => myShiftToProto(one, book, now)) };
    },
    signUp: async ({ shiftId }, call) => answer(await use.signUp({ shiftId, caller: callerOf(call) })),
    withdraw: async ({ shiftId }, call) => answer(await use.withdraw({ shiftId, caller: callerOf(call) })),
    getMyHours: async ({ from, to }, call) => hoursToProto(await use.myHours({ from, to, caller: callerOf(call) })),
  };
};
