import type { IdentityService } from '@guildhall/contracts/identity/v1/service';
import type { Implementation } from '@guildhall/messaging';
import { type PeopleHandlers, peopleMethods } from './people.methods.ts';
import { type SessionHandlers, sessionMethods } from './session.methods.ts';
import { type SignInHandlers, signInMethods } from './sign-in.methods.ts';

export type IdentityHandlers = SignInHandlers & SessionHandlers & PeopleHandlers;

export const identityService = (use: IdentityHandlers): Implementation<typeof IdentityService> => ({
  ...signInMethods(use),
  ...sessionMethods(use),
  ...peopleMethods(use),
});
