import type { Message } from '../domain/message.ts';

/** Carries one message; `current` is its newest version, for a claim may be renewed while it waits for its turn. */
export type Deliver = (current: () => Message, signal: AbortSignal) => Promise<void>;

export type Sender = Readonly<{
  /** Takes charge of a claimed message, or of its newer version when it is in charge already. */
  offer(message: Message): void;
  /** Lets go of what still waits, and finishes what is being sent. */
  close(): Promise<void>;
}>;

type Deps = Readonly<{ deliver: Deliver; report: (error: unknown, messageId: string) => void }>;

/** What this process is sending. The providers' limits decide how much of it moves at once. */
export function sender({ deliver, report }: Deps): Sender {
  const carried = new Map<string, Message>();
  const running = new Set<Promise<void>>();
  const closing = new AbortController();

  const carry = async (id: string, offered: Message): Promise<void> => {
    try {
      await deliver(() => carried.get(id) ?? offered, closing.signal);
    } catch (error) {
      report(error, id);
    } finally {
      carried.delete(id);
    }
  };

  return {
    offer: (message) => {
      const isCarried = carried.has(message.id);
      carried.set(message.id, message);
      if (isCarried) return;
      const run = carry(message.id, message).finally(() => running.delete(run));
      running.add(run);
    },
    close: async () => {
      closing.abort(new Error('The sender is closing.'));
      await Promise.allSettled(running);
    },
  };
}
