import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, type IndexSpec, isDuplicateKey } from '@guildhall/mongo';
import type { Passkeys, UsedCeremonies } from '../../app/credential-ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { credentialRefusals } from '../../domain/credential-refusals.ts';
import type { Passkey } from '../../domain/passkey.ts';
import { findAll, findById, findOne } from './documents.ts';

export type PasskeyState = Omit<Passkey, 'id' | 'version'>;
export type CeremonyState = Readonly<{ expiresAt: Date }>;

const oneCredential = 'one_passkey_per_credential';

export const passkeyIndexes: readonly IndexSpec[] = [
  // FinishPasskeySignIn: which passkey has signed.
  { name: oneCredential, keys: { 'state.credentialId': 1 }, unique: true },
  // ListPasskeys, and merging and erasing people.
  { name: 'passkeys_of_person', keys: { 'state.personId': 1 } },
];

type Deps = Readonly<{ passkeys: Aggregates<PasskeyState>; toMessage: (said: Audited) => Envelope }>;

export const passkeyRepository = ({ passkeys, toMessage }: Deps): Passkeys => ({
  find: (id) => findById(passkeys, id),
  findByCredential: (credentialId) => findOne(passkeys, { 'state.credentialId': credentialId }),
  ofPerson: (personId) => findAll(passkeys, { 'state.personId': personId, 'state.removedAt': { $exists: false } }),
  save: async ({ id, version, ...state }, facts) => {
    const dueAt = state.removedAt;
    await passkeys.save({ id, version, state, messages: facts.map(toMessage), dueAt }).catch((cause: unknown) => {
      throw isDuplicateKey(cause, oneCredential) ? credentialRefusals.passkeyExists(cause) : cause;
    });
  },
  remove: ({ id, version }) => passkeys.remove(id, version),
});

export const usedCeremonies = (ceremonies: Aggregates<CeremonyState>): UsedCeremonies => ({
  add: ({ id, expiresAt }) => ceremonies.save({ id, version: 1, state: { expiresAt }, dueAt: expiresAt }),
  remove: (id) => ceremonies.remove(id, 1),
});
