import type { Clock, NewId } from '@guildhall/kernel';
import { createAppTokenHandler } from './app-tokens/create-app-token.ts';
import { forgetAppTokensHandler } from './app-tokens/forget-app-tokens.ts';
import { type AppTokenIssuer } from './app-tokens/issue-app-tokens.ts';
import { refreshAppTokenHandler } from './app-tokens/refresh-app-token.ts';
import { addContactHandler } from './contacts/add-contact.ts';
import { bindPushTokenHandler } from './contacts/bind-push-token.ts';
import { listContactsHandler } from './contacts/list-contacts.ts';
import { purposeProver } from './contacts/prove-purpose.ts';
import { removeContactHandler } from './contacts/remove-contact.ts';
import { verifyContactHandler } from './contacts/verify-contact.ts';
import type * as credentials from './credential-ports.ts';
import { createDeviceHandler } from './devices/create-device.ts';
import { revokeDeviceHandler } from './devices/revoke-device.ts';
import { createPasskeyHandler } from './passkeys/create-passkey.ts';
import {
  forgetPasskeyHandler,
  listPasskeysHandler,
  removePasskeyHandler,
  renamePasskeyHandler,
} from './passkeys/own-passkeys.ts';
import { passkeyProver } from './passkeys/prove-by-passkey.ts';
import { ceremonyRunner } from './passkeys/run-ceremony.ts';
import { signInByPasskeyHandler, startPasskeySignInHandler } from './passkeys/sign-in-by-passkey.ts';
import { startRegistrationHandler } from './passkeys/start-registration.ts';
import type { ContactClaimer } from './people/claim-contact.ts';
import { findByPinHandler } from './pins/find-by-pin.ts';
import { forgetTriesHandler } from './pins/forget-tries.ts';
import { forgetPinHandler, getPinHandler, removePinHandler } from './pins/own-pin.ts';
import { setPinHandler } from './pins/set-pin.ts';
import type * as ports from './ports.ts';
import { freshnessGuard } from './reauthentication/assert-fresh.ts';
import { type IsPassword, reauthenticateHandler } from './reauthentication/reauthenticate.ts';
import { startReauthenticationHandler } from './reauthentication/start-reauthentication.ts';
import type { OpenSession } from './sign-in/open-session.ts';
import type { SpendText } from './sign-in/spend-text.ts';

/** What these use cases bring themselves. */
export type CredentialPorts = Readonly<{
  appTokens: credentials.AppTokens;
  signedTokens: credentials.SignedTokens;
  devices: credentials.Devices;
  pins: credentials.Pins;
  pinTries: credentials.PinTriesStore;
  pinCodes: credentials.PinCodes;
  passkeys: credentials.Passkeys;
  ceremonies: credentials.Ceremonies;
  usedCeremonies: credentials.UsedCeremonies;
  webAuthn: credentials.WebAuthn;
}>;

/** What they share with the rest of the service. */
export type CredentialSurroundings = Readonly<{
  contacts: ports.Contacts;
  people: ports.People;
  sessions: ports.Sessions;
  audits: ports.Audits;
  codes: ports.Codes;
  tokens: ports.Tokens;
  phones: ports.PhoneNumbers;
  claimer: ContactClaimer;
  openSession: OpenSession;
  spendText: SpendText;
  issueAppTokens: AppTokenIssuer;
  isPassword: IsPassword;
  newId: NewId;
  clock: Clock;
}>;

export function credentialUseCases(given: CredentialPorts, around: CredentialSurroundings) {
  const base = { ...around, ...given };
  const withCeremony = { ...base, ceremony: ceremonyRunner(base), provePurpose: purposeProver(base) };
  const parts = { ...withCeremony, proveByPasskey: passkeyProver(withCeremony) };
  return {
    createAppToken: createAppTokenHandler(parts),
    refreshAppToken: refreshAppTokenHandler(parts),
    forgetAppTokens: forgetAppTokensHandler(parts),
    startPasskeyRegistration: startRegistrationHandler(parts),
    createPasskey: createPasskeyHandler(parts),
    listPasskeys: listPasskeysHandler(parts),
    renamePasskey: renamePasskeyHandler(parts),
    removePasskey: removePasskeyHandler(parts),
    forgetPasskey: forgetPasskeyHandler(parts),
    startPasskeySignIn: startPasskeySignInHandler(parts),
    signInByPasskey: signInByPasskeyHandler(parts),
    startReauthentication: startReauthenticationHandler(parts),
    reauthenticate: reauthenticateHandler(parts),
    assertFresh: freshnessGuard(parts),
    addContact: addContactHandler(parts),
    verifyContact: verifyContactHandler(parts),
    removeContact: removeContactHandler(parts),
    listContacts: listContactsHandler(parts),
    bindPushToken: bindPushTokenHandler(parts),
    setPin: setPinHandler(parts),
    getPin: getPinHandler(parts),
    removePin: removePinHandler(parts),
    forgetPin: forgetPinHandler(parts),
    findByPin: findByPinHandler(parts),
    forgetTries: forgetTriesHandler(parts),
    createDevice: createDeviceHandler(parts),
    revokeDevice: revokeDeviceHandler(parts),
  };
}

export type CredentialUseCases = ReturnType<typeof credentialUseCases>;
