import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  ContactVerifiedSchema,
  CredentialRevokedSchema,
  LoginSucceededSchema,
  PersonCreatedSchema,
  PersonUpdatedSchema,
} from '@guildhall/contracts/identity/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { AccessTokenFact } from '../../domain/access-token.ts';
import { displayNameOf } from '../../domain/names.ts';
import type { Person, PersonFact } from '../../domain/person.ts';
import { permissionsOf, type Role } from '../../domain/roles.ts';
import type { SessionFact } from '../../domain/session.ts';

export const personMessage =
  (roles: readonly Role[]) =>
  (said: PersonFact): Envelope => {
    const { person, at } = said;
    switch (said.type) {
      case 'person-created':
        return fact(PersonCreatedSchema, person, at, { ...named(person), at: timestampFromDate(at) });
      case 'contact-verified': {
        const body = { personId: person.id, contactId: said.contactId, at: timestampFromDate(at) };
        return fact(ContactVerifiedSchema, person, at, body);
      }
      case 'person-updated':
        return fact(PersonUpdatedSchema, person, at, {
          ...named(person),
          active: person.status === 'active',
          permissions: [...permissionsOf(roles, person.roles)],
          at: timestampFromDate(at),
        });
    }
  };

export function sessionMessage({ type, session, at }: SessionFact): Envelope {
  const schema = type === 'login-succeeded' ? LoginSucceededSchema : CredentialRevokedSchema;
  return fact(schema, session, at, { personId: session.personId, sessionId: session.id, at: timestampFromDate(at) });
}

export const accessTokenMessage = ({ token, revokedId, at }: AccessTokenFact): Envelope =>
  fact(CredentialRevokedSchema, token, at, { personId: token.id, sessionId: revokedId, at: timestampFromDate(at) });

const named = (person: Person) => ({
  personId: person.id,
  handle: person.handle,
  firstName: person.firstName,
  lastName: person.lastName,
  displayName: displayNameOf(person),
});
