import { credentialRefusals } from '../domain/credential-refusals.ts';
import { ceremonyLifeMs } from '../domain/passkey.ts';
import type { Pin } from '../domain/pin.ts';
import type * as credentials from './credential-ports.ts';
import { type Said, shelf } from './shelf.testing.ts';

export function inMemoryAppTokens(facts: Said = []) {
  const families = shelf<Parameters<credentials.AppTokens['save']>[0]>(facts);
  const ofPerson = async (wanted: string) => families.all().filter(({ personId }) => personId === wanted);
  return { ...families, ofPerson } satisfies credentials.AppTokens;
}

export function inMemoryDevices(facts: Said = []) {
  const devices = shelf<Parameters<credentials.Devices['save']>[0]>(facts);
  const findByToken = (hash: string) => devices.first(({ tokenHash }) => tokenHash === hash);
  return { ...devices, findByToken } satisfies credentials.Devices;
}

/** Tokens that can be read by whoever looks at a failing test. */
export const plainTokens: credentials.SignedTokens = {
  sign: async (claims) => `signed ${JSON.stringify(claims)}`,
  read: async (token, now) => {
    if (!token.startsWith('signed ')) return undefined;
    const claims = JSON.parse(token.slice('signed '.length)) as credentials.AccessClaims;
    const expiresAt = new Date(claims.expiresAt);
    return now < expiresAt ? { ...claims, expiresAt } : undefined;
  },
};

export function inMemoryPasskeys(facts: Said = []): credentials.Passkeys {
  const passkeys = shelf<Parameters<credentials.Passkeys['save']>[0]>(facts, (wanted, others) => {
    if (others.some(({ credentialId }) => credentialId === wanted.credentialId))
      throw credentialRefusals.passkeyExists();
  });
  return {
    ...passkeys,
    findByCredential: (id) => passkeys.first(({ credentialId }) => credentialId === id),
    ofPerson: async (wanted) => passkeys.all().filter(({ personId, removedAt }) => personId === wanted && !removedAt),
  };
}

export function inMemoryPins(facts: Said = []): credentials.Pins {
  const pins = shelf<Parameters<credentials.Pins['save']>[0]>(facts, (wanted, others) => {
    if (others.some(({ number }) => number === wanted.number)) throw credentialRefusals.numberTaken();
  });
  const findByNumber = (wanted: string) => pins.first(({ number }) => number === wanted);
  return { ...pins, findByNumber };
}

/** Everything that credentials bring, over memory; a passkey signs when its credential says so. */
export function inMemoryCredentials(facts: Said = []) {
  const tries = shelf<Parameters<credentials.PinTriesStore['save']>[0]>([]);
  const used = shelf<Readonly<{ id: string; version: number }>>([]);
  let numbers = 0;
  return {
    appTokens: inMemoryAppTokens(facts),
    devices: inMemoryDevices(facts),
    signedTokens: plainTokens,
    passkeys: inMemoryPasskeys(facts),
    pins: inMemoryPins(facts),
    pinTries: { ...tries, save: (one: Parameters<typeof tries.save>[0]) => tries.save(one, []) },
    pinCodes: {
      // The first two people are offered the same number.
      makeNumber: () => String(10_000 + Math.floor(numbers++ / 2)),
      hash: (personId: string, pin: string) => `${personId} ${pin}`,
      matches: (pin: Pin | undefined, tried: string) => pin?.pinHash === `${pin?.id ?? ''} ${tried}`,
    },
    ceremonies: {
      make: (purpose: string, personId: string, now: Date) => {
        const ceremonyId = JSON.stringify([purpose, personId, now.getTime() + ceremonyLifeMs]);
        return { ceremonyId, challenge: `challenge of ${ceremonyId}` };
      },
      read: (ceremonyId: string, purpose: string, personId: string, now: Date) => {
        const [forWhat, forWhom, end] = JSON.parse(ceremonyId) as [string, string, number];
        if (forWhat !== purpose || forWhom !== personId || now.getTime() >= end) return undefined;
        return { id: ceremonyId, challenge: `challenge of ${ceremonyId}`, expiresAt: new Date(end) };
      },
    },
    usedCeremonies: {
      add: ({ id }: Readonly<{ id: string }>) => used.save({ id, version: 1 }, []),
      remove: (id: string) => used.remove({ id, version: 1 }),
    },
    webAuthn: obedientAuthenticator,
  };
}

/** Believes what was signed with the right challenge. */
const obedientAuthenticator: credentials.WebAuthn = {
  creationOptions: async ({ id, handle }, _own, challenge) => ({
    challenge,
    rp: { name: 'Test' },
    user: { id, name: handle, displayName: handle },
    pubKeyCredParams: [],
  }),
  requestOptions: async (challenge) => ({ challenge }),
  verifyCreation: async ({ id, rawId }, challenge) => {
    if (rawId !== challenge) throw credentialRefusals.passkeyRefused();
    return { credentialId: id, publicKey: 'key', counter: 0, transports: [], isBackedUp: false };
  },
  verifyProof: async ({ rawId }, challenge, { counter }) => {
    if (rawId !== challenge) throw credentialRefusals.passkeyRefused();
    return { counter: counter + 1, isBackedUp: false };
  },
};
