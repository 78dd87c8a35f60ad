import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { Authorizations, ServiceIdentities } from '../../app/oidc/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { MailWanted } from '../../domain/accounts/mail.ts';
import type { Authorization } from '../../domain/oidc/authorization.ts';
import { forgetIdentityAt, type ServiceIdentity } from '../../domain/oidc/service-identity.ts';
import { findAll, findById, findOne } from './documents.ts';

export type ServiceIdentityState = Omit<ServiceIdentity, 'id' | 'version'>;
export type AuthorizationState = Omit<Authorization, 'id' | 'version'>;

export const serviceIdentityIndexes: readonly IndexSpec[] = [
  // ListServiceLinks, UnlinkService: the accounts of a person.
  { name: 'identities_of_person', keys: { 'state.personId': 1 } },
  // ConfirmAccount, LinkService: the account that a link was made for.
  {
    name: 'identity_by_token',
    keys: { 'state.pending.tokenHash': 1 },
    where: { 'state.pending.tokenHash': { $exists: true } },
  },
];

type ToMessage = (mail: MailWanted | Audited) => Envelope;
type Deps = Readonly<{ identities: Aggregates<ServiceIdentityState>; toMessage: ToMessage }>;

export const serviceIdentityRepository = ({ identities, toMessage }: Deps): ServiceIdentities => ({
  find: (id) => findById(identities, id),
  findByToken: (tokenHash) => findOne(identities, { 'state.pending.tokenHash': tokenHash }),
  ofPerson: (personId) => findAll(identities, { 'state.personId': personId, 'state.linkedAt': { $exists: true } }),
  save: async (identity, facts) => {
    const { id, version, ...state } = identity;
    const dueAt = forgetIdentityAt(identity);
    await identities.save({ id, version, state, messages: facts.map(toMessage), dueAt });
  },
  remove: ({ id, version }) => identities.remove(id, version),
});

export const authorizationRepository = (authorizations: Aggregates<AuthorizationState>): Authorizations => ({
  find: (id) => findById(authorizations, id),
  save: ({ id, version, ...state }) => authorizations.save({ id, version, state, dueAt: state.expiresAt }),
  remove: ({ id, version }) => authorizations.remove(id, version),
});
