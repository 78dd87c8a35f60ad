import type { Clock, Handler } from '@guildhall/kernel';
import { type CallInput, follow } from '../../domain/evacuation/calling.ts';
import type { Entry } from '../../domain/evacuation/entry.ts';
import type { ChangeEntry } from './change-entry.ts';
import type { Entries, Incidents } from './ports.ts';

type Deps = Readonly<{ incidents: Incidents; entries: Entries; change: ChangeEntry; clock: Clock }>;

/** `unreachable`: the turn whose message found no contact; otherwise the entry may be due. */
export type Escalate = Readonly<{ entryId: string; unreachable?: number }>;

/** Takes the next step in calling somebody: the next contact, or the wardens. Harmless when it was taken already. */
export const escalateHandler =
  ({ incidents, entries, change, clock }: Deps): Handler<Escalate> =>
  async ({ entryId, unreachable }) => {
    const entry = await entries.find(entryId);
    const incident = entry && (await incidents.find(entry.incidentId));
    if (!incident) return;
    const at = clock.now();
    const news = (): CallInput => {
      if (!incident.open) return { type: 'over' };
      return unreachable === undefined ? { type: 'due', at } : { type: 'unreachable', turn: unreachable };
    };
    await change({ id: entryId, incident }, (current) => step(current, news(), at));
  };

function step(entry: Entry, input: CallInput, at: Date) {
  const taken = entry.call && follow(entry.call, input);
  if (!taken) return undefined;
  const next: Entry = { ...entry, version: entry.version + 1, call: taken.next };
  return { next, facts: taken.asks.map((ask) => ({ ...ask, entry: next, at })) };
}
