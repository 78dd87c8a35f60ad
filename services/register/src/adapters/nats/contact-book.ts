import { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import { Method } from '@guildhall/contracts/identity/v1/service';
import { servicePrincipal } from '@guildhall/kernel';
import { type Bus, client } from '@guildhall/messaging';
import type { ContactBook } from '../../app/reports/ports.ts';

// What identity takes at once.
const most = 5_000;

/** The verified contacts that identity keeps. */
export function contactBook(bus: Bus): ContactBook {
  const identity = client(bus, CredentialService);
  const ask = async (personIds: readonly string[]) => {
    const { people } = await identity.listContacts(
      { personIds: [...personIds] },
      { principal: servicePrincipal('register') },
    );
    return people.map(({ personId, contacts }) => {
      const of = (method: Method): string[] =>
        contacts.filter((one) => one.method === method).map(({ value }) => value);
      return [personId, { emails: of(Method.EMAIL), phones: of(Method.SMS) }] as const;
    });
  };
  return {
    of: async (personIds) => {
      const parts = Array.from({ length: Math.ceil(personIds.length / most) }, (_, index) =>
        ask(personIds.slice(index * most, (index + 1) * most)),
      );
      return new Map((await Promise.all(parts)).flat());
    },
  };
}
