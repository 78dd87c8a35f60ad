import { credentialRefusals as refusals } from './credential-refusals.ts';

/** What opens a kiosk for a person: a number that others may know, and a PIN. */
export type Pin = Readonly<{
  id: string;
  version: number;
  number: string;
  pinHash: string;
  setAt: Date;
  /** It opens nothing any more; what is left of it goes once that has been told. */
  removedAt?: Date;
}>;

/** The tries of a number, whether anybody has it or not: both are refused and locked alike. */
export type PinTries = Readonly<{
  /** The number. */
  id: string;
  version: number;
  failures: number;
  lastAt: Date;
  lockedUntil?: Date;
}>;

const minute = 60_000;
const mostFailures = 5;
const lockMs = 15 * minute;

/** Throws `identity.weak_pin` for what whoever stands behind one tries first. */
export function assertStrong(pin: string): void {
  if (!/^\d{6,12}$/.test(pin)) throw refusals.weakPin('must be 6 to 12 digits');
  if (/^(\d{1,3})\1+$/.test(pin)) throw refusals.weakPin('must not repeat itself');
  if (isRun(pin, 1) || isRun(pin, -1)) throw refusals.weakPin('must not be digits in a row');
  if (new Set(pin).size < 3) throw refusals.weakPin('must have at least three different digits');
}

const isRun = (pin: string, step: 1 | -1): boolean =>
  [...pin].every((digit, index, all) => index === 0 || Number(digit) === (Number(all[index - 1]) + step + 10) % 10);

export const isUsable = (pin: Pin | undefined): pin is Pin => pin !== undefined && !pin.removedAt;

export const removePin = ({ id, version, number, setAt }: Pin, at: Date): Pin => ({
  id,
  version: version + 1,
  number,
  pinHash: '',
  setAt,
  removedAt: at,
});

/** Until when no PIN is tried for this number. */
export const lockOf = (tries: PinTries | undefined, at: Date): Date | undefined =>
  tries?.lockedUntil && at < tries.lockedUntil ? tries.lockedUntil : undefined;

/** Counts a wrong PIN; the fifth locks the number. A quarter of an hour without one forgets those before. */
export function countFailure(current: PinTries | undefined, number: string, at: Date): PinTries {
  const isOver = !current || at.getTime() - current.lastAt.getTime() >= lockMs;
  const failures = (isOver ? 0 : current.failures) + 1;
  const lock = failures >= mostFailures ? { lockedUntil: new Date(at.getTime() + lockMs) } : {};
  return { id: number, version: (current?.version ?? 0) + 1, failures, lastAt: at, ...lock };
}

/** A right PIN forgives the wrong ones before it; undefined when there were none. */
export const forgive = (current: PinTries | undefined, at: Date): PinTries | undefined =>
  current && current.failures > 0
    ? { id: current.id, version: current.version + 1, failures: 0, lastAt: at }
    : undefined;

/** When the tries of a number no longer matter. */
export const triesOverAt = ({ lastAt }: PinTries): Date => new Date(lastAt.getTime() + 2 * lockMs);
