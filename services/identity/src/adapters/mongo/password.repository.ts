import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { Passwords, PasswordTries } from '../../app/accounts/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { MailWanted } from '../../domain/accounts/mail.ts';
import type { Password } from '../../domain/accounts/password.ts';
import { forgetTriesAt, type Tries } from '../../domain/accounts/tries.ts';
import { findById, findOne } from './documents.ts';

export type PasswordState = Omit<Password, 'id' | 'version'>;
export type TriesState = Omit<Tries, 'id' | 'version'>;

export const passwordIndexes: readonly IndexSpec[] = [
  // CompletePasswordReset: whose password a link sets. One per person follows from the id.
  {
    name: 'password_by_reset',
    keys: { 'state.reset.tokenHash': 1 },
    where: { 'state.reset.tokenHash': { $exists: true } },
  },
];

type ToMessage = (mail: MailWanted | Audited) => Envelope;
type Deps = Readonly<{ passwords: Aggregates<PasswordState>; toMessage: ToMessage }>;

export const passwordRepository = ({ passwords, toMessage }: Deps): Passwords => ({
  find: (personId) => findById(passwords, personId),
  findByReset: (tokenHash) => findOne(passwords, { 'state.reset.tokenHash': tokenHash }),
  save: ({ id, version, ...state }, facts) => passwords.save({ id, version, state, messages: facts.map(toMessage) }),
  remove: ({ id, version }) => passwords.remove(id, version),
});

export const triesRepository = (tries: Aggregates<TriesState>): PasswordTries => ({
  find: (id) => findById(tries, id),
  save: async (one) => {
    const { id, version, ...state } = one;
    await tries.save({ id, version, state, dueAt: forgetTriesAt(one) });
  },
  remove: ({ id, version }) => tries.remove(id, version),
});
