import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  ContactVerifiedSchema,
  CredentialRevokedSchema,
  LoginSucceededSchema,
  PersonCreatedSchema,
  PersonErasedSchema,
  PersonMergedSchema,
  PersonReachableSchema,
  PersonUnmergedSchema,
  PersonUpdatedSchema,
} from '@guildhall/contracts/identity/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { AccessTokenFact } from '../../domain/access-token.ts';
import type { AppTokenFact } from '../../domain/app-token.ts';
import type { DeviceFact } from '../../domain/device-credential.ts';
import type { MergeFact } from '../../domain/merge.ts';
import { displayNameOf } from '../../domain/names.ts';
import { type Person, type PersonFact, reachOf } from '../../domain/person.ts';
import { permissionsOf, type Role } from '../../domain/roles.ts';
import type { SessionFact } from '../../domain/session.ts';
import { kindToProto, methodToProto, namesOf } from './vocabulary.ts';

export const personMessage =
  (roles: readonly Role[]) =>
  (said: PersonFact): Envelope => {
    const { person, at } = said;
    switch (said.type) {
      case 'person-created':
        return fact(PersonCreatedSchema, person, at, {
          ...namesOf(person),
          kind: kindToProto(person.kind),
          at: timestampFromDate(at),
        });
      case 'contact-verified': {
        const body = { personId: person.id, contactId: said.contactId, at: timestampFromDate(at) };
        return fact(ContactVerifiedSchema, person, at, body);
      }
      case 'person-reachable':
        return fact(PersonReachableSchema, person, at, { ...reached(person), at: timestampFromDate(at) });
      case 'person-erased':
        return fact(PersonErasedSchema, person, at, { personId: person.id, at: timestampFromDate(at) });
      case 'person-updated':
        return fact(PersonUpdatedSchema, person, at, {
          ...namesOf(person),
          active: person.status === 'active',
          permissions: [...permissionsOf(roles, person.roles)],
          at: timestampFromDate(at),
          kind: kindToProto(person.kind),
          reminders: person.reminders,
          visible: person.visible,
        });
    }
  };

export function sessionMessage({ type, session, at }: SessionFact): Envelope {
  const schema = type === 'login-succeeded' ? LoginSucceededSchema : CredentialRevokedSchema;
  return fact(schema, session, at, { personId: session.personId, sessionId: session.id, at: timestampFromDate(at) });
}

export const accessTokenMessage = ({ token, revokedId, at }: AccessTokenFact): Envelope =>
  fact(CredentialRevokedSchema, token, at, { personId: token.id, sessionId: revokedId, at: timestampFromDate(at) });

export const appTokensMessage = ({ tokens, at }: AppTokenFact): Envelope =>
  fact(CredentialRevokedSchema, tokens, at, revoked(tokens.personId, tokens.id, at));

export const deviceMessage = ({ device, at }: DeviceFact): Envelope =>
  fact(CredentialRevokedSchema, device, at, revoked('', device.id, at));

export const mergeMessage = ({ type, merge, mergedId, at }: MergeFact): Envelope =>
  fact(type === 'merged' ? PersonMergedSchema : PersonUnmergedSchema, merge, at, {
    survivorId: merge.survivorId,
    mergedId,
    mergeId: merge.id,
    at: timestampFromDate(at),
  });

const revoked = (personId: string, sessionId: string, at: Date) => ({
  personId,
  sessionId,
  at: timestampFromDate(at),
});

function reached(person: Person) {
  const { isActive, locale, timeZone, preferredContactId, contacts } = reachOf(person);
  const reaches = contacts.map(({ id, method, value }) => ({ contactId: id, method: methodToProto(method), value }));
  const displayName = displayNameOf(person);
  return {
    personId: person.id,
    displayName,
    active: isActive,
    locale,
    timeZone,
    preferredContactId,
    contacts: reaches,
  };
}
