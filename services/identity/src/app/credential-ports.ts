import type { Audited } from '../domain/audit.ts';
import type { AppTokenFact, AppTokens as AppTokenFamily } from '../domain/app-token.ts';
import type { DeviceCredential, DeviceFact } from '../domain/device-credential.ts';
import type { Ceremony, CeremonyPurpose, Passkey } from '../domain/passkey.ts';
import type { Person } from '../domain/person.ts';
import type { Pin, PinTries } from '../domain/pin.ts';

// Each `save` stores state and facts in one conditional write; it throws `stale` when somebody was faster.

export interface AppTokens {
  find(id: string): Promise<AppTokenFamily | undefined>;
  ofPerson(personId: string): Promise<readonly AppTokenFamily[]>;
  save(tokens: AppTokenFamily, facts: readonly (AppTokenFact | Audited)[]): Promise<void>;
  remove(tokens: AppTokenFamily): Promise<void>;
}

export type AccessClaims = Readonly<{ personId: string; familyId: string; tokenId: string; expiresAt: Date }>;

export interface SignedTokens {
  sign(claims: AccessClaims & Readonly<{ issuedAt: Date }>): Promise<string>;
  /** What it says; undefined when it is not ours, for somebody else, or over. */
  read(token: string, now: Date): Promise<AccessClaims | undefined>;
}

export interface Devices {
  find(id: string): Promise<DeviceCredential | undefined>;
  findByToken(tokenHash: string): Promise<DeviceCredential | undefined>;
  save(device: DeviceCredential, facts: readonly (DeviceFact | Audited)[]): Promise<void>;
}

export interface Pins {
  find(personId: string): Promise<Pin | undefined>;
  findByNumber(number: string): Promise<Pin | undefined>;
  /** Throws `identity.number_taken` when somebody else has the number. */
  save(pin: Pin, facts: readonly Audited[]): Promise<void>;
  remove(pin: Pin): Promise<void>;
}

export interface PinTriesStore {
  find(number: string): Promise<PinTries | undefined>;
  save(tries: PinTries): Promise<void>;
  remove(tries: PinTries): Promise<void>;
}

export interface PinCodes {
  makeNumber(): string;
  hash(personId: string, pin: string): string;
  /** Takes the same time whether there is one or not, and whether it is right or wrong. */
  matches(pin: Pin | undefined, tried: string): boolean;
}

export interface Passkeys {
  find(id: string): Promise<Passkey | undefined>;
  findByCredential(credentialId: string): Promise<Passkey | undefined>;
  ofPerson(personId: string): Promise<readonly Passkey[]>;
  /** Throws `identity.passkey_exists` when the credential is known under another id. */
  save(passkey: Passkey, facts: readonly Audited[]): Promise<void>;
  remove(passkey: Passkey): Promise<void>;
}

export interface Ceremonies {
  make(purpose: CeremonyPurpose, personId: string, now: Date): Readonly<{ ceremonyId: string; challenge: string }>;
  read(ceremonyId: string, purpose: CeremonyPurpose, personId: string, now: Date): Ceremony | undefined;
}

export interface UsedCeremonies {
  /** Throws `stale` when it was used before. */
  add(ceremony: Ceremony): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What a browser gave: as WebAuthn's JSON has it. */
export type GivenCredential = Readonly<{
  id: string;
  rawId: string;
  type: string;
  response: Readonly<{ transports?: readonly string[] }>;
}>;

type Descriptor = Readonly<{ id: string; type: string; transports?: readonly string[] }>;

export type CreationOptions = Readonly<{
  challenge: string;
  rp: Readonly<{ id?: string; name: string }>;
  user: Readonly<{ id: string; name: string; displayName: string }>;
  pubKeyCredParams: readonly Readonly<{ type: string; alg: number }>[];
  timeout?: number;
  excludeCredentials?: readonly Descriptor[];
  authenticatorSelection?: Readonly<{ residentKey?: string; requireResidentKey?: boolean; userVerification?: string }>;
  attestation?: string;
}>;

export type RequestOptions = Readonly<{
  challenge: string;
  timeout?: number;
  rpId?: string;
  userVerification?: string;
}>;

export interface WebAuthn {
  creationOptions(person: Person, own: readonly Passkey[], challenge: string): Promise<CreationOptions>;
  requestOptions(challenge: string): Promise<RequestOptions>;
  /** Throws `identity.passkey_refused`. */
  verifyCreation(
    given: GivenCredential,
    challenge: string,
  ): Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isBackedUp'>>;
  /** Throws `identity.passkey_refused`, also for a counter that went back. */
  verifyProof(
    given: GivenCredential,
    challenge: string,
    passkey: Passkey,
  ): Promise<Pick<Passkey, 'counter' | 'isBackedUp'>>;
}
