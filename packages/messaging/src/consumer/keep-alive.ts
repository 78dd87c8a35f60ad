import type { JsMsg } from '@nats-io/jetstream';

/** A handler that hangs for longer than this is taken for dead, and its message goes to another replica. */
const longestMs = 120_000;

/** Asks the broker for more time while messages are being handled, so that the time to acknowledge can be short. */
export function keepAlive(ackWaitMs: number, canSend: () => boolean) {
  const since = new Map<JsMsg, number>();
  const timer = setInterval(() => {
    if (!canSend()) return;
    const now = Date.now();
    for (const [message, startedAt] of since) {
      if (now - startedAt > longestMs) since.delete(message);
      else if (now - startedAt > ackWaitMs / 3) message.working();
    }
  }, ackWaitMs / 3);
  return {
    add: (message: JsMsg): void => {
      since.set(message, Date.now());
    },
    delete: (message: JsMsg): void => {
      since.delete(message);
    },
    close: (): void => clearInterval(timer),
  };
}
