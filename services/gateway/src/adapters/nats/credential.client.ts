import { timestampDate } from '@bufbuild/protobuf/wkt';
import { IdentityService, type Person } from '@guildhall/contracts/identity/v1/service';
import { type Bus, client } from '@guildhall/messaging';
import type { Credential, Resolve } from '../../app/credentials/credential.ts';

/** Asks identity who is behind a credential. */
export function credentialClient(bus: Bus): Resolve<Person> {
  const identity = client(bus, IdentityService);
  return async (credential) => {
    const { person, permissions, sessionId, expiresAt } = await identity.resolveCredential(questionOf(credential));
    if (person === undefined) return undefined;
    return {
      principal: {
        kind: credential.kind,
        personId: person.id,
        sessionId,
        displayName: person.displayName,
        permissions,
      },
      person,
      expiresAt: expiresAt && timestampDate(expiresAt),
    };
  };
}

const questionOf = ({ kind, hash }: Credential) =>
  kind === 'session'
    ? ({ credential: { case: 'sessionHash', value: hash } } as const)
    : ({ credential: { case: 'accessTokenHash', value: hash } } as const);
