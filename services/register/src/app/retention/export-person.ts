import type { Clock, Handler, Principal } from '@guildhall/kernel';
import type { Entry } from '../../domain/evacuation/entry.ts';
import type { RollCallMark } from '../../domain/evacuation/mark.ts';
import { personNotFound } from '../../domain/refusals.ts';
import type { Mover, Visit } from '../../domain/visit.ts';
import type { Entries } from '../evacuation/ports.ts';
import type { AuditEntry, AuditSource, People, VisitRepository } from '../ports.ts';
import type { RecordLook } from '../reports/record-look.ts';

/** `asker` has to have proved lately who they are. */
export type ExportPerson = Readonly<{ personId: string; by: Mover; asker: Principal }>;

/** Throws `identity.reauthentication_required` unless the caller has just proved who they are. */
export type AssertFresh = (asker: Principal) => Promise<void>;

/** Everything that the register holds about a person. */
export type PersonRecords = Readonly<{
  personId: string;
  exportedAt: Date;
  person: Readonly<{
    displayName: string;
    firstName: string;
    lastName: string;
    reminders: boolean;
    visible: boolean;
  }> | null;
  visits: readonly Visit[];
  /** What was said about them in evacuations, notes included, and not by whom. */
  rollCalls: readonly RollCall[];
  audits: readonly AuditEntry[];
}>;

type RollCall = Pick<Entry, 'incidentId' | 'siteId' | 'origin' | 'addedAt' | 'signedOutAt'> &
  Readonly<{ marks: readonly Pick<RollCallMark, 'state' | 'at' | 'source' | 'note' | 'musterPoint'>[] }>;

type Deps = Readonly<{
  people: People;
  visits: Pick<VisitRepository, 'allOf'>;
  rollCalls: Pick<Entries, 'about'>;
  auditSources: readonly AuditSource[];
  recordLook: RecordLook;
  assertFresh: AssertFresh;
  clock: Clock;
}>;

// Two years of a busy administrator; more could not travel in one file.
const mostAudits = 5_000;

/** For a person who asks what is known about them. Leaves an audit entry. Refuses somebody of whom nothing is kept. */
export const exportPersonHandler =
  (deps: Deps): Handler<ExportPerson, PersonRecords> =>
  async ({ personId, by, asker }) => {
    await deps.assertFresh(asker);
    const [[person], visits, entries] = await Promise.all([
      deps.people.findMany([personId]),
      deps.visits.allOf(personId),
      deps.rollCalls.about(personId),
    ]);
    if (!person && visits.length + entries.length === 0) throw personNotFound();
    await deps.recordLook({ action: 'person.export', siteId: '', by, subjectId: personId });
    const [about, done] = await Promise.all([
      auditsOf(deps, { subjectId: personId }),
      auditsOf(deps, { actorId: personId }),
    ]);
    const audits = [...new Map([...about, ...done].map((entry) => [entry.id, entry])).values()];
    return {
      personId,
      exportedAt: deps.clock.now(),
      person: person ? withoutCopies(person) : null,
      visits,
      rollCalls: entries.map(rollCallOf),
      audits: audits.sort((a, b) => a.at.getTime() - b.at.getTime()),
    };
  };

async function auditsOf({ auditSources }: Deps, who: Readonly<{ subjectId: string } | { actorId: string }>) {
  return (await Promise.all(auditSources.map((source) => source({ ...who, limit: mostAudits })))).flat();
}

const rollCallOf = ({ incidentId, siteId, origin, addedAt, signedOutAt, marks }: Entry): RollCall => ({
  incidentId,
  siteId,
  origin,
  addedAt,
  ...(signedOutAt && { signedOutAt }),
  marks: marks.map(({ id: _id, byId: _who, byName: _name, receivedAt: _when, ...mark }) => mark),
});

type Known = NonNullable<PersonRecords['person']>;

const withoutCopies = ({ displayName, firstName, lastName, reminders, visible }: Known): Known => ({
  displayName,
  firstName,
  lastName,
  reminders,
  visible,
});
