import { timestampDate } from '@bufbuild/protobuf/wkt';
import { IdentityService, type Person, type ResolveCredentialResponse } from '@guildhall/contracts/identity/v1/service';
import { type Bus, client } from '@guildhall/messaging';
import type { Credential, Resolve } from '../../app/credentials/credential.ts';

/** Asks identity who is behind a credential. */
export function credentialClient(bus: Bus): Resolve<Person> {
  const identity = client(bus, IdentityService);
  return async (credential) => {
    const answer = await identity.resolveCredential(questionOf(credential));
    const principal = principalOf(credential, answer);
    return (
      principal && { principal, person: answer.person, expiresAt: answer.expiresAt && timestampDate(answer.expiresAt) }
    );
  };
}

function principalOf({ kind }: Credential, { person, device, ...answer }: ResolveCredentialResponse) {
  const { permissions, sessionId } = answer;
  if (person) return { kind, personId: person.id, sessionId, displayName: person.displayName, permissions } as const;
  if (!device) return undefined;
  const { id, siteId, label } = device;
  return { kind: 'kiosk', personId: '', sessionId: id, displayName: label, permissions, siteId } as const;
}

function questionOf({ kind, hash, signed }: Credential) {
  if (signed !== undefined) return { credential: { case: 'appToken', value: signed } } as const;
  return kind === 'session'
    ? ({ credential: { case: 'sessionHash', value: hash } } as const)
    : ({ credential: { case: 'accessTokenHash', value: hash } } as const);
}
