import type { Clock } from '@guildhall/kernel';
import type { DirectoryChanges } from '../domain/directory.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { inMemoryCredentials } from './credentials.testing.ts';
import { credentialUseCases } from './credential-use-cases.ts';
import type { AuditPosition, AuditTrail, KeptAudit } from './record-ports.ts';
import { type RecordPorts, recordUseCases } from './record-use-cases.ts';
import { shelf } from './shelf.testing.ts';
import { callerOf, comeIn, type InMemoryIdentity, inMemoryIdentity } from './testing.ts';

/** The whole service over memory, but for accounts. */
export function inMemoryWorld(clock: Clock) {
  const identity = inMemoryIdentity(clock);
  const { said, recorded } = identity;
  const given = { ...inMemoryCredentials(said), appTokens: identity.appTokens, devices: identity.devices };
  const isPassword = async (_personId: string, password: string) => password === 'correct horse';
  const around = { ...identity, ...identity.parts, isPassword };
  const directory: { changes?: DirectoryChanges; asked: (string | undefined)[] } = { asked: [] };
  const kept = inMemoryRecords(identity, recorded, directory);
  const records = recordUseCases(kept, { ...around, ...given });
  return { ...identity, ...given, merges: kept.merges, ...credentialUseCases(given, around), ...records, directory };
}

export type InMemoryWorld = ReturnType<typeof inMemoryWorld>;

function inMemoryRecords(
  { people, said }: InMemoryIdentity,
  recorded: AuditEntry[],
  told: { changes?: DirectoryChanges; asked: (string | undefined)[] },
): RecordPorts {
  const merges = shelf<Parameters<RecordPorts['merges']['save']>[0]>(said);
  const jobs = shelf<Parameters<RecordPorts['jobs']['save']>[0]>([]);
  return {
    merges: { ...merges, recent: async () => merges.all().toReversed() },
    jobs: { ...jobs, save: (job) => jobs.save(job, []) },
    directory: {
      changes: async (link) => {
        told.asked.push(link);
        return told.changes ?? { people: [], removedIds: [], link: 'next', isComplete: link === undefined };
      },
    },
    peopleOfDirectory: async () =>
      people
        .all()
        .flatMap(({ id, directoryId, status }) =>
          directoryId ? [{ id, directoryId, isActive: status === 'active' }] : [],
        ),
    auditTrail: inMemoryTrail(recorded),
    describeAccounts: async () => ({ services: [] }),
    removeAccounts: async () => undefined,
    mostLeaversPercent: 20,
    report: () => undefined,
  };
}

/** Somebody who has just come in by e-mail, with their session as caller. */
export async function arrive(world: InMemoryWorld, name: string) {
  const { person } = await comeIn(world, `${name.toLowerCase()}@example.org`, name, 'Lovelace');
  const [session] = await world.sessions.ofPerson(person.id);
  return { person, caller: callerOf(person.id, session?.id) };
}

/** The list of entries over an array; each has its place as its id. */
export const inMemoryTrail = (recorded: AuditEntry[]): AuditTrail => ({
  list: async ({ subjectId, actorId, action, from, before, limit }) =>
    recorded
      .map((entry, index) => ({ id: String(index).padStart(6, '0'), entry }))
      .filter(({ entry }) => !subjectId || entry.subjectId === subjectId)
      .filter(({ entry }) => !actorId || entry.actorId === actorId)
      .filter(({ entry }) => !action || entry.action === action)
      .filter(({ entry }) => !from || entry.at >= from)
      .filter((one) => !before || isOlder(one, before))
      .toSorted((one, other) => (isOlder(one, { at: other.entry.at, id: other.id }) ? 1 : -1))
      .slice(0, limit),
  ofSubject: async (id) => recorded.filter(({ subjectId }) => subjectId === id),
  keep: async (entries) => void recorded.push(...entries.map(({ entry }) => entry)),
  forget: async () => undefined,
  prune: async () => undefined,
});

const isOlder = ({ id, entry: { at } }: KeptAudit, than: AuditPosition): boolean =>
  at < than.at || (at.getTime() === than.at.getTime() && id < than.id);
