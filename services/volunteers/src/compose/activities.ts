import type { DescMethod } from '@bufbuild/protobuf';
import { ActivityService } from '@guildhall/contracts/volunteers/v1/activities';
import { serve } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { presenceRepository } from '../adapters/mongo/presence.repository.ts';
import type { ActivityHandlers } from '../adapters/nats/activity.handlers.ts';
import { activityService } from '../adapters/nats/activity.service.ts';
import { governanceConsumer } from '../adapters/nats/governance.consumer.ts';
import { registerConsumer } from '../adapters/nats/register.consumer.ts';
import { writeTable } from '../adapters/tables/write-table.ts';
import { exportRecognitionHandler, getRecognitionHandler } from '../app/activities/get-recognition.ts';
import { hearRegisterHandler } from '../app/activities/hear-register.ts';
import { getHoursHandler, getMyHoursHandler } from '../app/activities/hours.ts';
import { createOpportunityHandler, updateOpportunityHandler } from '../app/activities/keep-opportunity.ts';
import { cancelShiftHandler, createShiftHandler, updateShiftHandler } from '../app/activities/keep-shift.ts';
import { myOpportunitiesHandler, myShiftsHandler } from '../app/activities/my-activities.ts';
import { listOnSiteHandler } from '../app/activities/on-site.ts';
import {
  getOpportunityHandler,
  getShiftHandler,
  listOpportunitiesHandler,
  listShiftsHandler,
} from '../app/activities/read-activities.ts';
import { recordAttendanceHandler } from '../app/activities/record-attendance.ts';
import { leaveShiftsHandler, shiftDueHandler } from '../app/activities/shift-due.ts';
import { signUpHandler, withdrawHandler } from '../app/activities/sign-up.ts';
import { tellShiftHandler } from '../app/activities/tell-shift.ts';
import { endItemsHandler } from '../app/reviews/end-items.ts';
import { getVolunteerHandler } from '../app/volunteers/get-volunteer.ts';
import type { Settings } from '../config.ts';
import { keepDue } from './governance-due.ts';
import { governanceRepositories } from './governance-stored.ts';
import { reporter, type Running } from './parts.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** What there is to do, who comes when, and the hours that were given. */
export async function serveActivities(process: Process<Settings>, parts: Running): Promise<void> {
  const { bus, life, log, store, settings } = process;
  const stored = governanceRepositories({ ...parts, settings });
  const deps = { ...parts, ...stored, presences: await presenceRepository(store.connection) };
  const nudge = await keepDue(process, parts.kept.shifts, shiftDueHandler(deps));
  const reportFact = reporter(process);
  await life.hold('visits', registerConsumer(bus, hearRegisterHandler(deps), reportFact), close);
  const follow = {
    endItems: endItemsHandler(deps),
    leaveShifts: leaveShiftsHandler(deps),
    tellShift: tellShiftHandler(deps),
  };
  await life.hold('governance facts', governanceConsumer(bus, follow, reportFact), close);
  const service = activityService(handlersOf({ ...deps, nudge }));
  const report = (error: unknown, method: DescMethod): void => log.error({ error, method: method.name }, 'method');
  await life.hold('activity methods', serve(bus, ActivityService, service, { report }), close);
}

type Deps = Running &
  ReturnType<typeof governanceRepositories> &
  Readonly<{ presences: Awaited<ReturnType<typeof presenceRepository>> }>;

function handlersOf(deps: Deps): ActivityHandlers {
  const recognition = getRecognitionHandler(deps);
  const hours = { ...deps, getVolunteer: getVolunteerHandler(deps) };
  return {
    listOpportunities: listOpportunitiesHandler(deps),
    getOpportunity: getOpportunityHandler(deps),
    createOpportunity: createOpportunityHandler(deps),
    updateOpportunity: updateOpportunityHandler(deps),
    listShifts: listShiftsHandler(deps),
    getShift: getShiftHandler(deps),
    createShift: createShiftHandler(deps),
    updateShift: updateShiftHandler(deps),
    cancelShift: cancelShiftHandler(deps),
    record: recordAttendanceHandler(deps),
    myOpportunities: myOpportunitiesHandler(deps),
    myShifts: myShiftsHandler(deps),
    signUp: signUpHandler(deps),
    withdraw: withdrawHandler(deps),
    myHours: getMyHoursHandler(hours),
    hours: getHoursHandler(hours),
    recognition,
    exportRecognition: exportRecognitionHandler({ recognition, writeTable }),
    onSite: listOnSiteHandler(deps),
    shown: async () => ({ book: await deps.books.read(), now: deps.clock.now() }),
  };
}
