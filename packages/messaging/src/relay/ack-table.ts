/** What the stream says when it has stored a message. */
export type Stored = Readonly<{ stream: string; sequence: number; duplicate: boolean }>;

type Pending = Readonly<{ sentAt: number; resolve: (stored: Stored) => void; reject: (error: Error) => void }>;

const sweepMs = 250;

/** The publications that wait for an acknowledgement, by number; one timer for all. */
export function ackTable(ackWaitMs: number) {
  const pending = new Map<number, Pending>();
  let lastNumber = 0;

  const take = (number: number): Pending | undefined => {
    const one = pending.get(number);
    pending.delete(number);
    return one;
  };

  const failOlderThan = (moment: number, reason: string): void => {
    for (const [number, { sentAt }] of pending) if (sentAt <= moment) take(number)?.reject(new Error(reason));
  };
  const timer = setInterval(() => failOlderThan(Date.now() - ackWaitMs, 'the stream did not answer in time'), sweepMs);

  return {
    take,
    failAll: (reason: string): void => failOlderThan(Infinity, reason),
    /** Calls `send` with a number that is free, and waits for what `take` is told about it. */
    add: (send: (number: number) => void): Promise<Stored> =>
      new Promise<Stored>((resolve, reject) => {
        lastNumber += 1;
        send(lastNumber);
        pending.set(lastNumber, { sentAt: Date.now(), resolve, reject });
      }),
    close: (): void => {
      clearInterval(timer);
      failOlderThan(Infinity, 'the relay was closed');
    },
  };
}
