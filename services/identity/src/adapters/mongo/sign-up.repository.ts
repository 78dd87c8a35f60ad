import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { SignUps } from '../../app/accounts/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { MailWanted } from '../../domain/accounts/mail.ts';
import { forgetSignUpAt, type SignUp } from '../../domain/accounts/sign-up.ts';
import { findById, findOne } from './documents.ts';

export type SignUpState = Omit<SignUp, 'id' | 'version'>;

export const signUpIndexes: readonly IndexSpec[] = [
  // ConfirmAccount: the sign-up that a link was sent for. One per user name follows from the id.
  {
    name: 'sign_up_by_token',
    keys: { 'state.pending.tokenHash': 1 },
    where: { 'state.pending.tokenHash': { $exists: true } },
  },
];

type ToMessage = (mail: MailWanted | Audited) => Envelope;
type Deps = Readonly<{ signUps: Aggregates<SignUpState>; toMessage: ToMessage }>;

export const signUpRepository = ({ signUps, toMessage }: Deps): SignUps => ({
  find: (id) => findById(signUps, id),
  findByToken: (tokenHash) => findOne(signUps, { 'state.pending.tokenHash': tokenHash }),
  save: async (signUp, facts) => {
    const { id, version, ...state } = signUp;
    await signUps.save({ id, version, state, messages: facts.map(toMessage), dueAt: forgetSignUpAt(signUp) });
  },
  remove: ({ id, version }) => signUps.remove(id, version),
});
