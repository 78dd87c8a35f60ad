import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { claim, newContact } from '../../domain/contact.ts';
import { addContact, dropContact, outgrownPush } from '../../domain/own-contacts.ts';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { auditOf, platform } from '../caller.ts';
import { ownContact } from '../people/add-person.ts';
import type { Contacts, People } from '../ports.ts';

export type BindPushToken = Readonly<{ personId: string; token: string }>;

type Deps = Readonly<{ contacts: Contacts; people: People; newId: NewId; clock: Clock }>;

/** A phone that changes hands changes owner: whoever had its token has it no more. Says whether it was news. */
export const bindPushTokenHandler = (deps: Deps): Handler<BindPushToken, boolean> => {
  const { contacts, people, newId, clock } = deps;
  const drop = personChanger(deps, (person, contactId) => dropContact(person, contactId, clock.now()));
  return async ({ personId, token }) => {
    const person = await people.find(personId);
    if (person?.status !== 'active') throw refusals.personNotFound();
    const { contact, previousId } = await retryStale(async () => {
      const at = clock.now();
      const current = await contacts.find('push', token);
      const previous = current?.personId === personId ? undefined : current?.personId;
      if (current && previous) await drop(previous, current.id);
      const next = current && !previous && current.ownedAt ? current : undefined;
      if (next) return { contact: next, previousId: undefined };
      const claimed = claim(current ?? newContact(newId(), 'push', token, at), personId, at);
      const entries = previous ? [auditOf(platform, 'contact.reassigned', personId, at)] : [];
      await contacts.save(
        claimed,
        entries.map((entry) => audited(claimed, entry)),
      );
      return { contact: claimed, previousId: previous };
    });
    // Once more: the previous owner may have been about to list it when it was taken from them.
    if (previousId) await drop(previousId, contact.id);
    return add(deps, personId, contact);
  };
};

type Decide = (person: Person, contactId: string) => ReturnType<typeof dropContact>;

const personChanger =
  ({ people }: Deps, decide: Decide) =>
  (personId: string, contactId: string): Promise<void> =>
    retryStale(async () => {
      const person = await people.find(personId);
      const decision = person && decide(person, contactId);
      if (decision) await people.save(decision.next, decision.facts);
    });

/** A person keeps the tokens of their last five phones. */
const add = ({ people, clock }: Deps, personId: string, contact: Parameters<typeof ownContact>[0]): Promise<boolean> =>
  retryStale(async () => {
    const at = clock.now();
    const current = await people.find(personId);
    if (!current) throw refusals.personNotFound();
    const decision = addContact(outgrownPush(current), ownContact(contact, at), at);
    if (decision) await people.save(decision.next, decision.facts);
    return decision !== undefined;
  });
