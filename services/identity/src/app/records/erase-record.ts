import { AppError, type Clock, isTransient, retryStale } from '@guildhall/kernel';
import { audited, type Origin } from '../../domain/audit.ts';
import { cleared, erasePerson } from '../../domain/erasure.ts';
import { dueOf, isAdministrator, type Person } from '../../domain/person.ts';
import type { Passkeys, Pins } from '../credential-ports.ts';
import type { AdministratorKeeper } from '../people/keep-administrators.ts';
import type { Contacts, People } from '../ports.ts';
import type { AuditTrail } from '../record-ports.ts';
import type { EndCredentials } from '../sessions/end-credentials.ts';

/** Removes what a person has with the services and passwords they sign in by. */
export type RemoveAccounts = (personId: string) => Promise<void>;

export type EraseDeps = Readonly<{
  people: People;
  contacts: Contacts;
  passkeys: Passkeys;
  pins: Pins;
  administrators: AdministratorKeeper;
  endCredentials: EndCredentials;
  removeAccounts: RemoveAccounts;
  auditTrail: AuditTrail;
  clock: Clock;
}>;

/** `by`: who wants it. */
export type EraseRecord = (personId: string, by: Origin) => Promise<void>;

/**
 * The person first, in one write that also tells it; then what was theirs. A repeat, also one by the person's due date,
 * goes on with what is left. Throws `identity.last_administrator`.
 */
export const recordEraser =
  (deps: EraseDeps): EraseRecord =>
  async (personId, by) => {
    const { people, administrators, clock } = deps;
    await retryStale(async () => {
      const at = clock.now();
      const current = await people.find(personId);
      const decision = current && erasePerson(current, at);
      if (!decision) return;
      if (isAdministrator(current)) await administrators.takeOut(personId);
      const entry = { at, action: 'person.erased', subjectId: personId, ...by } as const;
      await people.save(decision.next, [...decision.facts, audited(decision.next, entry)]);
    });
    await clearRecord(deps, personId).catch(leaveToDueDate);
  };

// The person is gone already; what has to wait a moment, such as for a message on its way, is done when it is due.
function leaveToDueDate(error: unknown): void {
  if (!(error instanceof AppError) || !isTransient(error.kind)) throw error;
}

async function clearRecord(deps: EraseDeps, personId: string): Promise<void> {
  const person = await deps.people.find(personId);
  if (person?.status !== 'erased' || person.isCleared) return;
  await deps.endCredentials(personId);
  await deps.removeAccounts(personId);
  for (const passkey of await deps.passkeys.ofPerson(personId)) await deps.passkeys.remove(passkey);
  const pin = await deps.pins.find(personId);
  if (pin) await deps.pins.remove(pin);
  for (const contactId of person.leftContactIds ?? []) await removeContact(deps, contactId, personId);
  await deps.auditTrail.forget(personId);
  await deps.people.save(cleared(person), []);
}

const removeContact = ({ contacts }: EraseDeps, contactId: string, personId: string): Promise<void> =>
  retryStale(async () => {
    const current = await contacts.findById(contactId);
    if (current?.personId === personId) await contacts.remove(current);
  });

/** Goes on with erasing somebody, and lets the last of them go once that need not be told again. */
export const endErasureHandler =
  (deps: EraseDeps) =>
  async (personId: string): Promise<void> => {
    await clearRecord(deps, personId);
    const left: Person | undefined = await deps.people.find(personId);
    const due = left?.isCleared ? dueOf(left) : undefined;
    if (!left || !due || due > deps.clock.now()) return;
    // Once more: entries of their last moments may have been on their way when it was done first.
    await deps.auditTrail.forget(personId);
    await deps.people.remove(left);
  };
