import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import type { WebAuthn } from '../../app/credential-ports.ts';
import { credentialRefusals as refusals } from '../../domain/credential-refusals.ts';
import { displayNameOf } from '../../domain/names.ts';
import { ceremonyLifeMs } from '../../domain/passkey.ts';

type Place = Readonly<{ origin: string; rpId: string; rpName: string }>;

/** Passkeys of the site at this address; a passkey made for another one does not answer here. */
export const placeOf = (publicUrl: string): Place => {
  const { origin, hostname } = new URL(publicUrl);
  return { origin, rpId: hostname, rpName: 'Guildhall' };
};

export const webAuthn = (place: Place): WebAuthn => ({ ...asking(place), ...verifying(place) });

const asking = ({ rpId, rpName }: Place): Pick<WebAuthn, 'creationOptions' | 'requestOptions'> => ({
  creationOptions: (person, own, challenge) =>
    generateRegistrationOptions({
      rpID: rpId,
      rpName,
      userName: person.handle,
      userDisplayName: displayNameOf(person),
      userID: new TextEncoder().encode(person.id),
      challenge: isoBase64URL.toBuffer(challenge),
      timeout: ceremonyLifeMs,
      excludeCredentials: own.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
      // Discoverable, and proven by finger, face or PIN: with it nothing else is asked for.
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    }),
  requestOptions: (challenge) =>
    generateAuthenticationOptions({
      rpID: rpId,
      challenge: isoBase64URL.toBuffer(challenge),
      timeout: ceremonyLifeMs,
      userVerification: 'required',
    }),
});

const verifying = ({ origin, rpId }: Place): Pick<WebAuthn, 'verifyCreation' | 'verifyProof'> => ({
  verifyCreation: async (given, expectedChallenge) => {
    const response = given as unknown as RegistrationResponseJSON;
    const rules = { response, expectedChallenge, expectedOrigin: origin, expectedRPID: rpId };
    const { registrationInfo } = await refused(verifyRegistrationResponse(rules));
    if (!registrationInfo) throw refusals.passkeyRefused();
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: isoBase64URL.fromBuffer(credential.publicKey),
      counter: credential.counter,
      transports: given.response.transports ?? [],
      isBackedUp: credentialBackedUp,
    };
  },
  verifyProof: async (given, expectedChallenge, { credentialId, publicKey, counter }) => {
    const credential = { id: credentialId, publicKey: isoBase64URL.toBuffer(publicKey), counter };
    const response = given as unknown as AuthenticationResponseJSON;
    const rules = { response, expectedChallenge, expectedOrigin: origin, expectedRPID: rpId, credential };
    const { verified, authenticationInfo } = await refused(verifyAuthenticationResponse(rules));
    if (!verified) throw refusals.passkeyRefused();
    return { counter: authenticationInfo.newCounter, isBackedUp: authenticationInfo.credentialBackedUp };
  },
});

/** The library throws plain errors at everything that a browser would not have sent. */
const refused = <Verified>(verifying: Promise<Verified>): Promise<Verified> =>
  verifying.catch((cause: unknown) => {
    throw refusals.passkeyRefused(cause);
  });
