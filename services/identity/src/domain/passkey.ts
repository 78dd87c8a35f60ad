/** A key pair that a device of the person keeps; we have its public half. */
export type Passkey = Readonly<{
  id: string;
  version: number;
  personId: string;
  /** What the device calls it. */
  credentialId: string;
  /** COSE, in base64url. */
  publicKey: string;
  counter: number;
  transports: readonly string[];
  isBackedUp: boolean;
  label: string;
  createdAt: Date;
  lastUsedAt?: Date;
  /** It opens nothing any more; what is left of it goes once that has been told. */
  removedAt?: Date;
}>;

export const mostPasskeys = 20;

/** What signing once more changed. */
export const usePasskey = (current: Passkey, counter: number, isBackedUp: boolean, at: Date): Passkey => ({
  ...current,
  version: current.version + 1,
  counter,
  isBackedUp,
  lastUsedAt: at,
});

export const renamePasskey = (current: Passkey, label: string): Passkey => ({
  ...current,
  version: current.version + 1,
  label,
});

/** The device may be registered again at once. */
export const removePasskey = (current: Passkey, at: Date): Passkey => ({
  ...current,
  version: current.version + 1,
  credentialId: `removed ${current.id}`,
  publicKey: '',
  removedAt: at,
});

/** One registration or proof by passkey, from the challenge to its answer. */
export type Ceremony = Readonly<{ id: string; challenge: string; expiresAt: Date }>;

/** For what a ceremony was begun: a challenge for one answers no other. Proving again who one is, is a sign-in. */
export type CeremonyPurpose = 'registration' | 'sign-in';

export const ceremonyLifeMs = 5 * 60_000;
