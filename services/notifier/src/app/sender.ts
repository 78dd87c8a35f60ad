import type { Message } from '../domain/message.ts';

/** Carries one message; `current` is its newest version, for a claim may be renewed while it waits for its turn. */
export type Deliver = (current: () => Message, signal: AbortSignal) => Promise<void>;

type Carried = { message: Message; readonly dropping: AbortController };

export type Sender = Readonly<{
  /** Takes charge of a claimed message, or of its newer version when it is in charge already. */
  offer(message: Message): void;
  /** Lets go of this one if it still waits. */
  drop(id: string): void;
  /** Lets go of what still waits, and finishes what is being sent. */
  close(): Promise<void>;
}>;

type Deps = Readonly<{ deliver: Deliver; report: (error: unknown, messageId: string) => void }>;

/** What this process is sending. The providers' limits decide how much of it moves at once. */
export function sender({ deliver, report }: Deps): Sender {
  const carried = new Map<string, Carried>();
  const running = new Set<Promise<void>>();
  let isClosing = false;

  const carry = async (id: string, one: Carried): Promise<void> => {
    try {
      await deliver(() => one.message, one.dropping.signal);
    } catch (error) {
      report(error, id);
    } finally {
      carried.delete(id);
    }
  };

  return {
    offer: (message) => {
      const known = carried.get(message.id);
      if (known) return void (known.message = message);
      const one = { message, dropping: new AbortController() };
      if (isClosing) one.dropping.abort();
      carried.set(message.id, one);
      const run = carry(message.id, one).finally(() => running.delete(run));
      running.add(run);
    },
    drop: (id) => carried.get(id)?.dropping.abort(new Error('A newer message took its place.')),
    close: async () => {
      isClosing = true;
      for (const { dropping } of carried.values()) dropping.abort(new Error('The sender is closing.'));
      await Promise.allSettled(running);
    },
  };
}
