import { soughtList, type Sought } from './sought-list.ts';

/** A save with messages, from before it is sent to the store until its streams have the messages. */
export type Ticket = Readonly<{ keptAt: Date }>;

/** Tells that a mark of this process stands in the store, without which a crash could lose what is saved. */
export type Cover = Readonly<{
  relay: string;
  isValid(): boolean;
  /** Writes the mark; rejects when the store cannot. */
  renew(): Promise<void>;
}>;

/** What one process knows of the messages it saved in one collection; in memory only, bounded. */
export interface OutboxLedger {
  /** A save with messages begins. Its moment counts before the store has it, and never goes back. */
  begin(): Ticket;
  /** The streams have its messages, or it was certainly not stored. */
  settle(ticket: Ticket): void;
  /** It is stored, and nobody holds its messages any more: a reading from its moment on has to bring them out. */
  defer(ticket: Ticket): void;
  /** It may have been stored, or one message cannot be sent: it is looked at again by its aggregate's id. */
  seek(ticket: Ticket, sought: Omit<Sought, 'keptAt'>): void;
  /** The same for what another process has kept. */
  readonly sought: ReturnType<typeof soughtList>;
  /** From when on to read, if that is due. It stays in `confirmedBefore` until `endReading`. */
  beginReading(): Date | undefined;
  endReading(isDone: boolean): void;
  /** Everything kept before has reached its streams, or was certainly not stored. */
  confirmedBefore(): Date;
  /** Since when the oldest waits. */
  oldest(): Date | undefined;
  /** How many saves wait; those that a reading has to find are counted until it begins. */
  depth(): number;
  /** How many saves have begun. */
  begun(): number;
  /** Set by the relay that brings these messages out. */
  cover: Cover | undefined;
}

/** A ledger with nothing in it. */
export function outboxLedger(): OutboxLedger {
  const line = ticketLine();
  const sought = soughtList();
  const deferred = deferredSaves();
  const oldest = (): Date | undefined => earliest(line.first(), sought.oldest(), deferred.oldest());
  return {
    sought,
    cover: undefined,
    begin: line.add,
    settle: line.take,
    defer: (ticket) => {
      deferred.add(ticket);
      line.take(ticket);
    },
    seek: (ticket, one) => {
      sought.add({ ...one, keptAt: ticket.keptAt });
      line.take(ticket);
    },
    beginReading: deferred.beginReading,
    endReading: deferred.endReading,
    confirmedBefore: () => oldest() ?? line.now(),
    oldest,
    depth: () => line.size() + sought.size() + deferred.size(),
    begun: line.begun,
  };
}

/** The saves that a reading has to find, by the moment of the oldest alone: there may be any number of them. */
function deferredSaves() {
  let from: Date | undefined;
  let size = 0;
  let reading: Date | undefined;
  return {
    add: ({ keptAt }: Ticket): void => {
      from = earliest(from, keptAt);
      size += 1;
    },
    beginReading: (): Date | undefined => {
      reading = earliest(reading, from);
      from = undefined;
      size = 0;
      return reading;
    },
    endReading: (isDone: boolean): void => {
      if (!isDone) from = earliest(from, reading);
      reading = undefined;
    },
    oldest: (): Date | undefined => earliest(from, reading),
    size: (): number => size,
  };
}

const earliest = (...moments: readonly (Date | undefined)[]): Date | undefined =>
  moments.reduce((one, other) => (one && other ? (one <= other ? one : other) : (one ?? other)));

const compactAt = 1_024;

type Place = { readonly keptAt: Date; isTaken: boolean };

/** Tickets in the order of their moments. Those in the middle are taken at any time; the line moves up at its head. */
function ticketLine() {
  let places: Place[] = [];
  let head = 0;
  let taken = 0;
  let begun = 0;
  let latestMs = 0;

  // A clock that is set back must not give a moment that counts as confirmed.
  const now = (): Date => new Date((latestMs = Math.max(latestMs, Date.now())));

  return {
    now,
    add: (): Ticket => {
      const place: Place = { keptAt: now(), isTaken: false };
      places.push(place);
      begun += 1;
      return place;
    },
    take: (ticket: Ticket): void => {
      const place = ticket as Place;
      if (place.isTaken) return;
      place.isTaken = true;
      taken += 1;
      while (places[head]?.isTaken) head += 1;
      if (head < compactAt || head * 2 < places.length) return;
      places = places.slice(head);
      taken -= head;
      head = 0;
    },
    first: (): Date | undefined => places[head]?.keptAt,
    size: (): number => places.length - taken,
    begun: (): number => begun,
  };
}
