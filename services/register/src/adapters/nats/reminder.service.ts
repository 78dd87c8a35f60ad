import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { type ReminderService, ReminderState } from '@guildhall/contracts/register/v1/reminders';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { ListRuns, RunPage } from '../../app/reminders/list-runs.ts';
import type { RunReminders, RunReport } from '../../app/reminders/run-reminders.ts';
import type { Snooze } from '../../app/reminders/snooze.ts';
import type { ReminderRun, ReminderSend, SendState } from '../../domain/reminder.ts';
import type { Visit } from '../../domain/visit.ts';

export type ReminderHandlers = Readonly<{
  runReminders: Handler<RunReminders, RunReport>;
  listRuns: Handler<ListRuns, RunPage>;
  getRun: Handler<string, RunReport>;
  snooze: Handler<Snooze, string>;
}>;

/** The contract's methods in terms of the use cases. */
export const reminderService = (handlers: ReminderHandlers): Implementation<typeof ReminderService> => ({
  runReminders: async ({ siteId, template, dryRun }) => {
    const { run, sends, targets } = await handlers.runReminders({ siteId, template, dryRun });
    if (!dryRun) return { ...runToProto(run), targets: sends.map(sendToProto) };
    const { id: _none, ...summary } = runToProto(run);
    return { ...summary, dryRun, targets: [...sends.map(sendToProto), ...targets.map(targetToProto)] };
  },
  listReminderRuns: async (query) => {
    const { runs, ...page } = await handlers.listRuns(query);
    return { ...page, runs: runs.map(runToProto) };
  },
  getReminderRun: async ({ runId }) => {
    const { run, sends } = await handlers.getRun(runId);
    return { ...runToProto(run), targets: sends.map(sendToProto) };
  },
  snoozeReminders: async ({ siteId }, { principal: { personId } }) => ({
    date: await handlers.snooze({ personId, siteId }),
  }),
});

const runToProto = ({ id, siteId, date, template, at, missed, asked, skipped }: ReminderRun) => ({
  id,
  siteId,
  date,
  template,
  missed,
  asked,
  skipped,
  at: timestampFromDate(at),
});

const states: Readonly<Record<SendState, ReminderState>> = {
  asked: ReminderState.ASKED,
  sent: ReminderState.SENT,
  failed: ReminderState.FAILED,
  skipped_closed: ReminderState.SKIPPED_CLOSED,
  skipped_snoozed: ReminderState.SKIPPED_SNOOZED,
  skipped_unwanted: ReminderState.SKIPPED_UNWANTED,
};

const sendToProto = ({ personId, displayName, signedInAt, state, reason }: ReminderSend) => ({
  personId,
  displayName,
  signedInAt: timestampFromDate(signedInAt),
  state: states[state],
  ...(reason && { reason }),
});

const targetToProto = ({ personId, displayName, in: { at } }: Visit) => ({
  personId,
  displayName,
  signedInAt: timestampFromDate(at),
  state: ReminderState.TARGET,
});
