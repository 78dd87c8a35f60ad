import type { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import type { Implementation } from '@guildhall/messaging';
import type { CredentialUseCases } from '../../app/credential-use-cases.ts';
import { appTokenMethods } from './app-token.methods.ts';
import { contactMethods } from './contact.methods.ts';
import { deviceMethods } from './device.methods.ts';
import { passkeyMethods } from './passkey.methods.ts';

export const credentialService = (use: CredentialUseCases): Implementation<typeof CredentialService> => ({
  ...appTokenMethods(use),
  ...passkeyMethods(use),
  ...contactMethods(use),
  ...deviceMethods(use),
});
