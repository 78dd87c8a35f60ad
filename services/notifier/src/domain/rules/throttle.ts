/** At most so many messages of a key to one recipient within a window that slides. */
export type Throttle = Readonly<{
  key: string;
  count: number;
  windowMs: number;
  /** What becomes of the rest: it waits for its turn, becomes one message, or is dropped. */
  over: 'hold' | 'merge' | 'drop';
}>;

/** A message's place, taken or booked ahead. */
type Slot = Readonly<{ id: string; at: Date }>;

/** The places of one key and recipient, in order of time. */
export type Tally = Readonly<{ id: string; version: number; slots: readonly Slot[]; windowMs: number }>;

export type Admission =
  | Readonly<{ kind: 'now' }>
  | Readonly<{ kind: 'hold'; until: Date }>
  /** All that are told the same moment become one message. */
  | Readonly<{ kind: 'merge'; until: Date }>
  | Readonly<{ kind: 'drop' }>;

/** More than these are not booked ahead: a tally is one small document. */
const MOST_SLOTS = 1_000;
const MERGED = 'merged';

/** Finds the message a place. The same for a message that is asked about again. */
export function admit(
  tally: Tally,
  id: string,
  { count, windowMs, over }: Throttle,
  at: Date,
): Readonly<{ tally: Tally; admission: Admission }> {
  const slots = tally.slots.filter((slot) => at.getTime() - slot.at.getTime() < windowMs);
  const same = (admission: Admission) => ({ tally, admission });
  const booked = slots.find((slot) => slot.id === id);
  if (booked) return same(booked.at > at ? { kind: 'hold', until: booked.at } : { kind: 'now' });
  const gathering = slots.find((slot) => slot.id === MERGED && slot.at > at);
  if (over === 'merge' && gathering) return same({ kind: 'merge', until: gathering.at });

  const place = (slot: Slot, admission: Admission) => ({
    tally: { ...tally, slots: [...slots, slot], windowMs: Math.max(tally.windowMs, windowMs) },
    admission,
  });
  const ahead = slots.at(-count);
  if (!ahead) return place({ id, at }, { kind: 'now' });
  const until = new Date(ahead.at.getTime() + windowMs);
  if (over === 'drop' || slots.length >= MOST_SLOTS) return same({ kind: 'drop' });
  return over === 'merge'
    ? place({ id: MERGED, at: until }, { kind: 'merge', until })
    : place({ id, at: until }, { kind: 'hold', until });
}

/** When nothing of it matters any more. */
export const endOf = ({ slots, windowMs }: Pick<Tally, 'slots' | 'windowMs'>): Date =>
  new Date((slots.at(-1)?.at.getTime() ?? 0) + windowMs);
