import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { markEntry } from '../../domain/evacuation/entry.ts';
import type { MarkState } from '../../domain/evacuation/mark.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import type { Links } from '../links.ts';
import type { ChangeEntry } from './change-entry.ts';
import { saidLast, type Standpoint } from './muster.ts';
import type { Entries, Incidents } from './ports.ts';

type Deps = Readonly<{
  incidents: Incidents;
  entries: Entries;
  change: ChangeEntry;
  links: Links;
  clock: Clock;
  newId: NewId;
}>;

/** What the link in a call is about. */
export const getAnswerHandler =
  ({ incidents, entries, links, clock }: Deps): Handler<string, Standpoint> =>
  async (token) => {
    const entryId = links.read('answer', token, clock.now())?.['e'];
    const entry = entryId ? await entries.find(entryId) : undefined;
    const incident = entry && (await incidents.find(entry.incidentId));
    if (!entry || !incident) throw refusals.linkUnusable();
    return { incident, entry };
  };

export type GiveAnswer = Readonly<{ token: string; state: MarkState; note: string }>;

/** The person says how they are. */
export const giveAnswerHandler =
  (deps: Deps): Handler<GiveAnswer, Standpoint> =>
  async ({ token, state, note }) => {
    const { incident, entry } = await getAnswerHandler(deps)(token);
    if (!incident.open) throw refusals.incidentEnded();
    const at = deps.clock.now();
    const said = { id: deps.newId(), state, source: 'link', at, receivedAt: at } as const;
    const who = { byId: entry.personId, byName: entry.displayName };
    const mark = { ...said, ...who, ...(note.trim() && { note: note.trim() }) };
    const marked = await deps.change({ id: entry.id, incident }, (known) =>
      saidLast(known, mark) ? undefined : markEntry(known, [mark], at),
    );
    return { incident, entry: marked ?? entry };
  };
