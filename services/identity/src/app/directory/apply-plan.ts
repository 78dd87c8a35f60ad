import { AppError, type Clock, type NewId } from '@guildhall/kernel';
import type { DirectoryPerson, DirectoryPlan } from '../../domain/directory.ts';
import { cleanNames } from '../../domain/names.ts';
import { isAdministrator, isGone, type Person, told } from '../../domain/person.ts';
import { member } from '../../domain/roles.ts';
import { addressOf } from '../address.ts';
import { auditOf } from '../caller.ts';
import { type AddPerson, ownContact } from '../people/add-person.ts';
import type { ContactClaimer } from '../people/claim-contact.ts';
import type { AdministratorKeeper } from '../people/keep-administrators.ts';
import type { Caller, Contacts, People, PhoneNumbers } from '../ports.ts';
import { changeOne } from '../records/move.ts';
import type { EndCredentials } from '../sessions/end-credentials.ts';

type Deps = Readonly<{
  people: People;
  contacts: Contacts;
  claimer: ContactClaimer;
  addPerson: AddPerson;
  administrators: AdministratorKeeper;
  endCredentials: EndCredentials;
  phones: PhoneNumbers;
  report: (error: unknown) => void;
  newId: NewId;
  clock: Clock;
}>;

export type ApplyPlan = (plan: DirectoryPlan, caller: Caller) => Promise<void>;

/** One person at a time; one who cannot be taken over is reported, and stops nobody else. */
export const planApplier =
  (deps: Deps): ApplyPlan =>
  async ({ joiners, stayers, leaverIds }, caller) => {
    const each = async (run: () => Promise<unknown>): Promise<void> => {
      await run().catch((error: unknown) => {
        // The store being away is no fault of this person: the whole run is repeated.
        if (error instanceof AppError && error.kind !== 'unavailable') deps.report(error);
        else throw error;
      });
    };
    for (const person of joiners) await each(() => join(deps, person, caller));
    for (const { personId, person, isReturning } of stayers) {
      await each(() => rename(deps, personId, person, isReturning));
    }
    for (const id of leaverIds) await each(() => leave(deps, id, caller));
  };

/** Who has the address already is that person: from now on they are the directory's. */
async function join(deps: Deps, { id: directoryId, email = '', ...person }: DirectoryPerson, caller: Caller) {
  const { people, contacts, claimer, addPerson, phones, newId, clock } = deps;
  const at = clock.now();
  const value = addressOf(phones, 'email', email, '/email');
  const owner = (await contacts.find('email', value))?.personId;
  const found = owner ? await people.find(owner) : undefined;
  const names = cleanNames(person);
  if (found && !isGone(found)) {
    const change = { ...names, source: 'directory', directoryId, kind: 'staff', status: 'active' } as const;
    const entry = auditOf(caller, 'person.joined', found.id, at, 'system');
    await changeOne(people, found.id, (current) => told(current, change, at), entry);
  } else {
    const id = newId();
    const contact = await claimer.claim({ method: 'email', value, pointer: '/email' }, id, at);
    const origin = { source: 'directory', directoryId, kind: 'staff', roles: [member] } as const;
    const entry = auditOf(caller, 'person.joined', id, at, 'system');
    await addPerson({ id, ...names, ...origin, contacts: [ownContact(contact, at)] }, at, [entry]);
  }
}

const rename = ({ people, clock }: Deps, id: string, person: DirectoryPerson, isReturning: boolean) =>
  changeOne(people, id, (current) => {
    const change = { ...cleanNames(person), ...(isReturning && { status: 'active' as const }) };
    return told(current, change, clock.now());
  });

/** Out at once, everywhere; an open visit stays open, for whoever is inside has to be counted. */
async function leave({ people, administrators, endCredentials, clock }: Deps, id: string, caller: Caller) {
  const at = clock.now();
  const current = await people.find(id);
  if (current && isAdministrator(current)) await administrators.takeOut(id);
  const disabled = (person: Person) =>
    told(person, { status: 'disabled', credentialsFrom: new Date(at.getTime() + 1) }, at);
  const entry = auditOf(caller, 'person.left', id, at, 'system');
  await changeOne(
    people,
    id,
    (person) => (person.status === 'active' ? disabled(person) : told(person, {}, at)),
    entry,
  );
  await endCredentials(id);
}
