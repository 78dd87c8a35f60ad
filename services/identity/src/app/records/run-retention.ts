import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { isForgotten, isUnseen, lastSeenOf } from '../../domain/person-retention.ts';
import type { Person } from '../../domain/person.ts';
import { auditOf, originOf } from '../caller.ts';
import type { Audits, Caller, Contacts, People, Sessions } from '../ports.ts';
import type { AuditTrail } from '../record-ports.ts';
import type { EraseRecord } from './erase-record.ts';

export type RunRetention = Readonly<{ dryRun: boolean; caller: Caller }>;
export type Retained = Readonly<{ person: Person; lastSeenAt: Date }>;
export type Retention = Readonly<{ people: readonly Retained[]; erased: number }>;

type Deps = Readonly<{
  people: People;
  contacts: Contacts;
  sessions: Sessions;
  eraseRecord: EraseRecord;
  audits: Audits;
  auditTrail: AuditTrail;
  clock: Clock;
}>;

const pageSize = 200;
const mostNamed = 1_000;
const dayMs = 24 * 3_600_000;

/** Erases whom nobody has seen for 90 days. Resumable: who is gone is not found again. */
export const runRetentionHandler =
  (deps: Deps): Handler<RunRetention, Retention> =>
  async ({ dryRun, caller }) => {
    const { people, eraseRecord, audits, auditTrail, clock } = deps;
    const at = clock.now();
    const named: Retained[] = [];
    let erased = 0;
    for (let last = ''; ;) {
      const page = await people.after(last, pageSize);
      for (const person of page.filter((one) => isForgotten(one, at))) {
        if (await wasSeen(deps, person, at)) continue;
        if (!dryRun) await eraseRecord(person.id, originOf(caller)).catch(ignoreLastAdministrator);
        erased += dryRun ? 0 : 1;
        if (named.length < mostNamed) named.push({ person, lastSeenAt: lastSeenOf(person) });
      }
      last = page.at(-1)?.id ?? '';
      if (page.length < pageSize) break;
    }
    if (!dryRun) await prune(auditTrail, at);
    await audits.record(dryRun ? [] : [auditOf(caller, 'retention.run', caller.principal.personId, at)]);
    return { people: named, erased };
  };

/** What the record of the person does not say: a device still in use, a code used lately. */
async function wasSeen({ sessions, contacts }: Deps, person: Person, at: Date): Promise<boolean> {
  const devices = await sessions.ofPerson(person.id);
  const own = await Promise.all(person.contacts.map(({ id }) => contacts.findById(id)));
  const moments = [...devices.map(({ lastSeenAt }) => lastSeenAt), ...own.map((contact) => contact?.lastUsedAt)];
  return moments.some((moment) => moment !== undefined && !isUnseen(moment, at));
}

// Became one between the page and now: then they stay.
function ignoreLastAdministrator(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'identity.last_administrator') throw error;
}

/** Who signed in is forgotten after 30 days, what administrators did after two years. */
const prune = (auditTrail: AuditTrail, at: Date): Promise<void> =>
  auditTrail.prune({ signIns: new Date(at.getTime() - 30 * dayMs), others: new Date(at.getTime() - 730 * dayMs) });
