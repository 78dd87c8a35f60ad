import { AppError } from '@guildhall/kernel';

/** Somebody who follows a feed. */
export type Member = Readonly<{
  /** Whether the caller may still see it. */
  isAllowed: () => Promise<boolean>;
  heartbeat: () => void;
  /** `isOver` when the caller must not come back by itself. */
  end: (isOver: boolean) => void;
}>;

type Limits = Readonly<{
  most: number;
  /** Milliseconds of real time. */
  heartbeatMs: number;
  recheckMs: number;
}>;

export type Audience = Readonly<{
  /** Throws when the house is full. Returns how to leave. */
  join(member: Member): () => void;
  size(): number;
  /** Ends every feed; they are invited to come back, to whoever is here then. */
  close(): void;
}>;

/** Everybody who follows a feed of this gateway: kept awake by heartbeats, and let go when their rights end. */
export function audience({ most, heartbeatMs, recheckMs }: Limits): Audience {
  const members = new Set<Member>();
  let isClosed = false;

  const recheck = async (member: Member): Promise<void> => {
    // Who cannot be asked about now is asked about next time.
    const isAllowed = await member.isAllowed().catch(() => true);
    if (!isAllowed && members.delete(member)) member.end(true);
  };
  const beat = setInterval(() => members.forEach((member) => member.heartbeat()), heartbeatMs);
  const check = setInterval(() => members.forEach((member) => void recheck(member)), recheckMs);

  return {
    join(member) {
      if (isClosed || members.size >= most) throw full();
      members.add(member);
      return () => void members.delete(member);
    },
    size: () => members.size,
    close() {
      isClosed = true;
      clearInterval(beat);
      clearInterval(check);
      for (const member of members) member.end(false);
      members.clear();
    },
  };
}

const full = (): AppError =>
  new AppError('unavailable', 'gateway.too_many_feeds', 'Too many pages are following at the moment.', {
    retryAfterSeconds: 10,
  });
