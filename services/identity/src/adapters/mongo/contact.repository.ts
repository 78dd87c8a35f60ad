import { AppError } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, type IndexSpec, isDuplicateKey } from '@guildhall/mongo';
import type { Contacts } from '../../app/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { type Contact, type ContactFact, forgetAt } from '../../domain/contact.ts';
import { findById, findOne } from './documents.ts';

export type ContactState = Omit<Contact, 'id' | 'version'>;

const oneContactPerAddress = 'one_contact_per_address';

export const contactIndexes: readonly IndexSpec[] = [
  // CreateChallenge, CreatePerson: the contact of an address, of which there is one.
  { name: oneContactPerAddress, keys: { 'state.method': 1, 'state.value': 1 }, unique: true },
  // VerifyChallenge, GetChallenge, delivery reports: the contact that a challenge belongs to.
  { name: 'contact_by_challenge', keys: { 'state.challenges.id': 1 } },
  // Register: the contact that a registration token was given for.
  {
    name: 'contact_by_registration',
    keys: { 'state.registration.tokenHash': 1 },
    where: { 'state.registration.tokenHash': { $exists: true } },
  },
];

type Deps = Readonly<{ contacts: Aggregates<ContactState>; toMessage: (fact: ContactFact | Audited) => Envelope }>;

export const contactRepository = ({ contacts, toMessage }: Deps): Contacts => ({
  find: (method, value) => findOne(contacts, { 'state.method': method, 'state.value': value }),
  findById: (id) => findById(contacts, id),
  findByChallenge: (challengeId) => findOne(contacts, { 'state.challenges.id': challengeId }),
  findByRegistration: (tokenHash) => findOne(contacts, { 'state.registration.tokenHash': tokenHash }),
  save: async (contact, facts) => {
    const { id, version, ...state } = contact;
    const dueAt = forgetAt(contact);
    await contacts.save({ id, version, state, messages: facts.map(toMessage), dueAt }).catch(refuse);
  },
  remove: ({ id, version }) => contacts.remove(id, version),
});

// Two who write to a new address at once: the later one reads what the earlier one stored, and decides again.
function refuse(cause: unknown): never {
  if (!isDuplicateKey(cause, oneContactPerAddress)) throw cause;
  throw new AppError('stale', 'identity.contact_exists', 'This contact has just been added.', { cause });
}
