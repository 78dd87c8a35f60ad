import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { type Entry, markEntry } from '../../domain/evacuation/entry.ts';
import type { Incident } from '../../domain/evacuation/incident.ts';
import { type PhoneTimes, type RollCallMark, timeSaid } from '../../domain/evacuation/mark.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import { type Asker, incidentFor } from './access.ts';
import { withMarkAudits } from './act-audits.ts';
import type { ChangeEntry } from './change-entry.ts';
import type { Incidents } from './ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';

/** What a warden says; `at` by the warden's own clock. */
export type GivenMark = Readonly<
  Pick<RollCallMark, 'id' | 'state' | 'note' | 'musterPoint'> & { entryId: string; at?: Date }
>;

/** `sentAt`: what the phone's clock showed as it sent this. */
export type MarkEntries = Readonly<{ incidentId: string; marks: readonly GivenMark[]; sentAt?: Date; by: Asker }>;

/** What is kept, by id, and what never will be. */
export type Marked = Readonly<{
  incident: Incident;
  entries: readonly Entry[];
  kept: readonly string[];
  refused: readonly Readonly<{ id: string; error: AppError }>[];
}>;

type Deps = Readonly<{ sites: SiteCatalogue; incidents: Incidents; change: ChangeEntry; clock: Clock }>;

/** The marks of a warden's phone, each kept or refused for itself: what one lacks must not hold up the others. */
export const markEntriesHandler =
  (deps: Deps): Handler<MarkEntries, Marked> =>
  async ({ incidentId, marks, sentAt, by }) => {
    const incident = await incidentFor(by, incidentId, deps);
    const receivedAt = deps.clock.now();
    const sent = sentAt ? { sentAt } : {};
    const inTime = (mark: GivenMark): RollCallMark => markOf(mark, { incident, receivedAt, sent, by });
    const keepAll = async ([entryId, given]: readonly [string, readonly GivenMark[]]) => {
      const timely = given.map(inTime).filter(({ at }) => !incident.endedAt || at <= incident.endedAt);
      if (timely.length === 0) throw refusals.incidentEnded();
      const entry = await deps.change({ id: entryId, incident }, (one) => {
        const outcome = markEntry(one, timely, receivedAt);
        return outcome && withMarkAudits(outcome, by);
      });
      if (!entry) throw refusals.entryNotFound();
      return { entry, kept: timely.map(({ id }) => id) };
    };
    const groups = [...Map.groupBy(marks, ({ entryId }) => entryId)];
    const outcomes = await Promise.allSettled(groups.map(keepAll));
    return summary(incident, groups, outcomes);
  };

type Kept = Readonly<{ entry: Entry; kept: readonly string[] }>;

function summary(
  incident: Incident,
  groups: readonly (readonly [string, readonly GivenMark[]])[],
  outcomes: readonly PromiseSettledResult<Kept>[],
): Marked {
  const entries: Entry[] = [];
  const kept = new Set<string>();
  const refused: { id: string; error: AppError }[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const ids = groups[index]?.[1].map(({ id }) => id) ?? [];
    if (outcome.status === 'fulfilled') {
      entries.push(outcome.value.entry);
      outcome.value.kept.forEach((id) => kept.add(id));
      const late = ids.filter((id) => !kept.has(id));
      refused.push(...late.map((id) => ({ id, error: refusals.incidentEnded() })));
    } else {
      refused.push(...ids.map((id) => ({ id, error: refusalOf(outcome.reason) })));
    }
  }
  return { incident, entries, kept: [...kept], refused };
}

/** What may pass is no refusal: the whole batch is to be sent again, which changes nothing for what is kept. */
function refusalOf(reason: unknown): AppError {
  const isFinal = reason instanceof AppError && ['not-found', 'conflict'].includes(reason.kind);
  if (!isFinal) throw reason;
  return reason;
}

type Around = Readonly<{ incident: Incident; receivedAt: Date; sent: Pick<PhoneTimes, 'sentAt'>; by: Asker }>;

function markOf({ entryId: _where, at, ...mark }: GivenMark, { incident, receivedAt, sent, by }: Around): RollCallMark {
  return {
    ...mark,
    at: timeSaid(at ? { ...sent, at } : sent, incident.startedAt, receivedAt),
    byId: by.personId,
    byName: by.displayName,
    source: 'warden',
    receivedAt,
  };
}
