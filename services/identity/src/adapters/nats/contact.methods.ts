import type { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import type { Implementation } from '@guildhall/messaging';
import type { CredentialUseCases } from '../../app/credential-use-cases.ts';
import { callerOf, challengeToProto, contactToProto, methodOf, personToProto } from './vocabulary.ts';

type Names = 'addContact' | 'verifyContact' | 'removeContact' | 'listContacts' | 'bindPushToken';

export const contactMethods = (
  use: Pick<CredentialUseCases, Names>,
): Pick<Implementation<typeof CredentialService>, Names> => ({
  addContact: async ({ method, value }, call) =>
    challengeToProto(await use.addContact({ method: methodOf(method), value, caller: callerOf(call) })),
  verifyContact: async ({ challengeId, code }, call) =>
    personToProto(await use.verifyContact({ challengeId, code, caller: callerOf(call) })),
  removeContact: async ({ contactId }, call) =>
    personToProto(await use.removeContact({ contactId, caller: callerOf(call) })),
  listContacts: async ({ personIds }) => {
    const found = await use.listContacts({ personIds });
    return { people: found.map(({ personId, contacts }) => ({ personId, contacts: contacts.map(contactToProto) })) };
  },
  bindPushToken: async ({ personId, token }) => ({ changed: await use.bindPushToken({ personId, token }) }),
});
