import type { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import type { Implementation } from '@guildhall/messaging';
import type { CredentialUseCases } from '../../app/credential-use-cases.ts';
import { displayNameOf } from '../../domain/names.ts';
import { callerOf } from './vocabulary.ts';

type Names = 'setPin' | 'getPin' | 'removePin' | 'findByPin' | 'createDeviceCredential' | 'revokeDeviceCredential';

export const deviceMethods = (use: CredentialUseCases): Pick<Implementation<typeof CredentialService>, Names> => ({
  setPin: async ({ pin }, call) => ({ number: await use.setPin({ pin, caller: callerOf(call) }), isSet: true }),
  getPin: async (_, call) => {
    const number = await use.getPin({ caller: callerOf(call) });
    return number === undefined ? { isSet: false } : { number, isSet: true };
  },
  removePin: async (_, call) => {
    await use.removePin({ caller: callerOf(call) });
    return {};
  },
  findByPin: async ({ number, pin }) => {
    const person = await use.findByPin({ number, pin });
    return { personId: person.id, firstName: person.firstName, displayName: displayNameOf(person) };
  },
  createDeviceCredential: async ({ id, siteId, label }, call) => ({
    id,
    token: await use.createDevice({ id, siteId, label, caller: callerOf(call) }),
  }),
  revokeDeviceCredential: async ({ id }, call) => {
    await use.revokeDevice({ id, caller: callerOf(call) });
    return {};
  },
});
