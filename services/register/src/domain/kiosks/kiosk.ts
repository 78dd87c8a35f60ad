import { kioskIsDoor, kioskNotFound, kioskOff, pairingCodeUnusable } from './refusals.ts';

export type KioskKind = 'kiosk' | 'door';
export type KioskStatus = 'unpaired' | 'paired' | 'revoked';

/** A device that stands at an entrance. */
export type Kiosk = Readonly<{
  id: string;
  version: number;
  siteId: string;
  name: string;
  /** Kept with each movement; may be empty. */
  entrance: string;
  kind: KioskKind;
  status: KioskStatus;
  /** The hash of the code that pairs a device, and when it is over. */
  pairing?: Readonly<{ codeHash: string; until: Date }>;
  /** How often a device was paired: what it shows is signed with a key of that pairing. */
  pairings: number;
  pairedAt?: Date;
  lastSeenAt?: Date;
  createdAt: Date;
}>;

const pairingMs = 10 * 60_000;
const seenEveryMs = 60_000;

type NewKiosk = Readonly<Pick<Kiosk, 'id' | 'siteId' | 'name' | 'entrance' | 'kind'> & { codeHash: string; at: Date }>;

export const newKiosk = ({ codeHash, at, ...kiosk }: NewKiosk): Kiosk => ({
  ...kiosk,
  version: 1,
  status: 'unpaired',
  pairing: pairingFrom(codeHash, at),
  pairings: 0,
  createdAt: at,
});

/** Another code; the device that is paired goes on until the code is used. */
export function offerPairing(kiosk: Kiosk, codeHash: string, at: Date): Kiosk {
  if (kiosk.status === 'revoked') throw kioskNotFound();
  return { ...kiosk, version: kiosk.version + 1, pairing: pairingFrom(codeHash, at) };
}

/** Uses the code up. */
export function pair(kiosk: Kiosk, at: Date): Kiosk {
  const { pairing, ...rest } = kiosk;
  if (kiosk.status === 'revoked' || !pairing || pairing.until <= at) throw pairingCodeUnusable();
  const [version, pairings] = [kiosk.version + 1, kiosk.pairings + 1];
  return { ...rest, version, pairings, status: 'paired', pairedAt: at, lastSeenAt: at };
}

export function revoke({ pairing: _over, ...kiosk }: Kiosk): Kiosk {
  return { ...kiosk, version: kiosk.version + 1, status: 'revoked' };
}

/** Undefined while the last sign of life is recent enough: most of them need no write. */
export const seen = (kiosk: Kiosk, at: Date): Kiosk | undefined =>
  kiosk.lastSeenAt && at.getTime() - kiosk.lastSeenAt.getTime() < seenEveryMs
    ? undefined
    : { ...kiosk, version: kiosk.version + 1, lastSeenAt: at };

/** Refuses a device that is out, and a door reader where a kiosk is meant. */
export function checkDevice(kiosk: Kiosk | undefined, kinds: readonly KioskKind[]): asserts kiosk is Kiosk {
  if (kiosk?.status !== 'paired') throw kioskOff();
  if (!kinds.includes(kiosk.kind)) throw kioskIsDoor();
}

const pairingFrom = (codeHash: string, at: Date) => ({ codeHash, until: new Date(at.getTime() + pairingMs) });
