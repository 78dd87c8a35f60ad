import { type Handler, retryStale } from '@guildhall/kernel';
import { recordRefusals as refusals } from '../../domain/credential-refusals.ts';
import { advance, assertUndoable, type Before, concludeMerge, type Merge } from '../../domain/merge.ts';
import { replaceContacts } from '../../domain/own-contacts.ts';
import { isAdministrator, told } from '../../domain/person.ts';
import { originOf } from '../caller.ts';
import type { Caller } from '../ports.ts';
import type { AssertFresh } from '../reauthentication/assert-fresh.ts';
import { changeContact, changeOne, changePasskey } from './move.ts';
import type { MergeDeps } from './run-merge.ts';

export type UndoMerge = Readonly<{ mergeId: string; caller: Caller }>;

type Deps = MergeDeps & Readonly<{ assertFresh: AssertFresh }>;

/** Makes several of one again, within the 30 days. */
export const undoMergeHandler =
  (deps: Deps): Handler<UndoMerge, Merge> =>
  async ({ mergeId, caller }) => {
    await deps.assertFresh(caller);
    const undoing = await retryStale(async () => {
      const current = await deps.merges.find(mergeId);
      if (!current) throw refusals.mergeNotFound();
      assertUndoable(current, await deps.people.find(current.survivorId), deps.clock.now());
      if (current.state === 'undoing') return current;
      const next = advance(current, { state: 'undoing', by: originOf(caller, 'admin') });
      await deps.merges.save(next, []);
      return next;
    });
    return runUndo(deps, undoing);
  };

/** Brings an undo to its end from wherever it stands: first the others have back what was theirs. */
export async function runUndo(deps: MergeDeps, merge: Merge): Promise<Merge> {
  if (merge.state !== 'undoing') return merge;
  for (const before of merge.before) await restore(deps, merge, before);
  await giveUp(deps, merge);
  const { next, facts } = concludeMerge(merge, 'unmerged', deps.clock.now());
  await deps.merges.save(next, facts);
  return next;
}

async function restore(deps: MergeDeps, merge: Merge, before: Before): Promise<void> {
  const { people, contacts, passkeys, administrators, clock } = deps;
  const own: Before['contacts'][number][] = [];
  for (const contact of before.contacts) {
    const found = await contacts.findById(contact.id);
    // What the survivor has given away meanwhile is not there to be had back.
    if (found?.personId === merge.survivorId || found?.personId === before.id) own.push(contact);
    await changeContact(contacts, contact.id, (one) => (one.personId === merge.survivorId ? before.id : undefined));
  }
  for (const id of before.passkeyIds) await changePasskey(passkeys, id, merge.survivorId, before.id);
  const restored = await changeOne(people, before.id, ({ mergedInto: _undone, ...person }) => {
    const { status, roles, preferredContactId } = before;
    const change = { status, roles, preferredContactId };
    return told(person, { ...change, ...replaceContacts({ ...person, preferredContactId }, own) }, clock.now());
  });
  if (restored && isAdministrator(restored)) await administrators.enter(restored.id);
}

/** The survivor keeps what was theirs before, and what they came by since. */
async function giveUp({ people, administrators, clock }: MergeDeps, merge: Merge): Promise<void> {
  const givenBack = new Set(merge.before.flatMap(({ contacts }) => contacts).map(({ id }) => id));
  const gained = new Set(
    merge.before.flatMap(({ roles }) => roles).filter((role) => !merge.survivorRoles.includes(role)),
  );
  const current = await people.find(merge.survivorId);
  const roles = (current?.roles ?? []).filter((role) => !(merge.keepsPermissions && gained.has(role)));
  const isCeasing = current && isAdministrator(current) && !roles.includes('administrator');
  if (isCeasing) await administrators.takeOut(current.id);
  await changeOne(people, merge.survivorId, (person) => {
    const contacts = person.contacts.filter(({ id }) => !givenBack.has(id));
    return told(person, { roles, ...replaceContacts(person, contacts) }, clock.now());
  });
}
