import { AppError, type Clock } from '@guildhall/kernel';
import type { Contact } from '../../domain/contact.ts';
import { absorbed, advance, assertMergeable, type Before, concludeMerge, type Merge } from '../../domain/merge.ts';
import { isAdministrator, type Person, told } from '../../domain/person.ts';
import type { Passkeys } from '../credential-ports.ts';
import type { AdministratorKeeper } from '../people/keep-administrators.ts';
import type { Contacts, People } from '../ports.ts';
import type { Merges } from '../record-ports.ts';
import type { EndCredentials } from '../sessions/end-credentials.ts';
import { claimPeople, releasePeople } from './claim-people.ts';
import { changeContact, changePasskey, changeOne } from './move.ts';

export type MergeDeps = Readonly<{
  merges: Merges;
  people: People;
  contacts: Contacts;
  passkeys: Passkeys;
  administrators: AdministratorKeeper;
  endCredentials: EndCredentials;
  clock: Clock;
}>;

/** Brings a merge to its end from wherever it stands. Refuses while nothing has been changed yet. */
export async function runMerge(deps: MergeDeps, merge: Merge): Promise<Merge> {
  if (merge.state === 'claiming') return runMerge(deps, await claim(deps, merge));
  if (merge.state !== 'running') return merge;
  const { people, merges, clock } = deps;
  const merged = await people.among(merge.mergedIds);
  await absorb(deps, merge);
  for (const before of merge.before) await dissolve(deps, merge, before);
  for (const { id } of merged) await deps.endCredentials(id);
  await releasePeople(people, [merge.survivorId], merge.id);
  const { next, facts } = concludeMerge(merge, 'merged', clock.now());
  await merges.save(next, facts);
  return next;
}

async function claim(deps: MergeDeps, merge: Merge): Promise<Merge> {
  const { people, merges, passkeys, administrators } = deps;
  const ids = [merge.survivorId, ...merge.mergedIds];
  try {
    const [survivor, ...merged] = await claimPeople(people, ids, merge.id);
    assertMergeable(survivor, merged);
    if (!willAdminister(merge, survivor, merged)) {
      // Asked first, while it can still be refused: somebody has to stay.
      for (const person of merged.filter(isLosing)) await administrators.takeOut(person?.id ?? '');
    }
    const before = await Promise.all(merged.flatMap((person) => (person ? [beforeOf(passkeys, person)] : [])));
    const running = advance(merge, { state: 'running', before, survivorRoles: survivor?.roles ?? [] });
    await merges.save(running, []);
    return running;
  } catch (error) {
    // Whatever else went wrong may pass: then the merge goes on later.
    if (error instanceof AppError && error.kind === 'conflict') await giveUp(deps, merge);
    throw error;
  }
}

async function giveUp({ people, merges, administrators }: MergeDeps, merge: Merge): Promise<void> {
  const involved = await people.among([merge.survivorId, ...merge.mergedIds]);
  for (const person of involved.filter(isAdministrator)) await administrators.enter(person.id);
  await releasePeople(
    people,
    involved.map(({ id }) => id),
    merge.id,
  );
  await merges.save(advance(merge, { state: 'refused' }), []);
}

const isLosing = (person: Person | undefined): boolean => person !== undefined && isAdministrator(person);

const willAdminister = (
  { keepsPermissions }: Merge,
  survivor: Person | undefined,
  merged: readonly (Person | undefined)[],
): boolean => isLosing(survivor) || (keepsPermissions && merged.some(isLosing));

const beforeOf = async (passkeys: Passkeys, person: Person): Promise<Before> => ({
  id: person.id,
  status: person.status === 'disabled' ? 'disabled' : 'active',
  roles: person.roles,
  contacts: person.contacts,
  preferredContactId: person.preferredContactId,
  passkeyIds: (await passkeys.ofPerson(person.id)).map(({ id }) => id),
});

/** The survivor first: whatever is taken from the others has its place already. */
async function absorb(deps: MergeDeps, merge: Merge): Promise<void> {
  const { people, administrators, clock } = deps;
  const merged = await people.among(merge.mergedIds);
  const survivor = await changeOne(people, merge.survivorId, (person) => {
    const others = merge.before.map((before) => ({
      ...(merged.find(({ id }) => id === before.id) ?? person),
      ...before,
    }));
    return told(person, absorbed(person, others, merge.keepsPermissions), clock.now());
  });
  if (survivor && isAdministrator(survivor)) await administrators.enter(survivor.id);
}

/** The other becomes a tombstone, then what was theirs goes over. */
async function dissolve(deps: MergeDeps, merge: Merge, before: Before): Promise<void> {
  const { people, administrators, clock } = deps;
  const at = clock.now();
  if (before.roles.includes('administrator')) await administrators.takeOut(before.id);
  await changeOne(people, before.id, ({ mergeId: _done, ...person }) => {
    const credentialsFrom = new Date(at.getTime() + 1);
    const change = { status: 'merged' as const, mergedInto: merge.survivorId, contacts: [], credentialsFrom };
    return told(person, { ...change, preferredContactId: '' }, at);
  });
  const toSurvivor = (contact: Contact) => (contact.personId === before.id ? merge.survivorId : undefined);
  for (const { id } of before.contacts) await changeContact(deps.contacts, id, toSurvivor);
  for (const id of before.passkeyIds) await changePasskey(deps.passkeys, id, before.id, merge.survivorId);
}
