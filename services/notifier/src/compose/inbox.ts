import { InboxService } from '@guildhall/contracts/notifier/v1/inbox';
import { serve } from '@guildhall/messaging';
import { dueItems } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { inboxService } from '../adapters/nats/inbox.service.ts';
import { changeEntryHandler, readEntryHandler, snoozeEntryHandler } from '../app/inbox/change-entry.ts';
import { countInboxHandler } from '../app/inbox/count-inbox.ts';
import { listInboxHandler } from '../app/inbox/list-inbox.ts';
import { markReadHandler } from '../app/inbox/mark-read.ts';
import { readAllHandler } from '../app/inbox/read-all.ts';
import { takeDueEntryHandler } from '../app/inbox/take-due-entry.ts';
import type { Settings } from '../config.ts';
import { archive, see, unarchive, unread } from '../domain/inbox/entry.ts';
import type { Stored } from './stored.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Starts what people read in the application. */
export async function composeInbox({ bus, life, log, clock }: Process<Settings>, stored: Stored): Promise<void> {
  const { entries, ownIds, messages, inbox } = stored;
  const deps = { entries, ownIds, clock, markRead: markReadHandler({ messages, clock }) };
  const due = dueItems({
    of: inbox,
    clock,
    handle: takeDueEntryHandler(deps),
    report: (error, entryId) => log.error({ error, entryId }, 'due inbox entry'),
  });
  await life.hold('due inbox entries', due, close);
  await life.hold('clock of the inbox', clock.onMove(due.nudge), (stop) => stop());
  const snooze = snoozeEntryHandler(deps);
  const service = inboxService({
    list: listInboxHandler(deps),
    count: countInboxHandler(deps),
    read: readEntryHandler(deps),
    unread: changeEntryHandler(deps, unread),
    see: changeEntryHandler(deps, see),
    archive: changeEntryHandler(deps, archive),
    unarchive: changeEntryHandler(deps, unarchive),
    snooze: async (asked) => {
      const entry = await snooze(asked);
      due.nudge();
      return entry;
    },
    readAll: readAllHandler(deps),
  });
  const report = (error: unknown, method: { name: string }): void =>
    log.error({ error, method: method.name }, 'method');
  await life.hold('inbox methods', serve(bus, InboxService, service, { report }), close);
}
