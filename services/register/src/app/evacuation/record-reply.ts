import type { Clock, Handler } from '@guildhall/kernel';
import { meaningOf } from '../../domain/evacuation/answer-words.ts';
import { markEntry } from '../../domain/evacuation/entry.ts';
import type { ChangeEntry } from './change-entry.ts';
import type { Entries, Incidents } from './ports.ts';

/** Somebody answered the call by text message. `id` is that of the fact: heard twice, it is one mark. */
export type RecordReply = Readonly<{ id: string; entryId: string; text: string; at: Date }>;

type Deps = Readonly<{ incidents: Incidents; entries: Entries; change: ChangeEntry; clock: Clock }>;

const longestNote = 300;

export const recordReplyHandler =
  ({ incidents, entries, change, clock }: Deps): Handler<RecordReply> =>
  async ({ id, entryId, text, at }) => {
    const entry = await entries.find(entryId);
    const incident = entry && (await incidents.find(entry.incidentId));
    // What is said after the end is about something else.
    if (!incident || (incident.endedAt && at > incident.endedAt)) return;
    const receivedAt = clock.now();
    const said = { id: `sms-${id}`, state: meaningOf(text), source: 'sms', at, receivedAt } as const;
    const note = text.trim().slice(0, longestNote);
    const mark = { ...said, byId: entry.personId, byName: entry.displayName, ...(note && { note }) };
    await change({ id: entryId, incident }, (known) =>
      known.marks.some((one) => one.id === mark.id) ? undefined : markEntry(known, [mark], receivedAt),
    );
  };
