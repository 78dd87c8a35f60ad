const operationTimeoutMs = 5_000;
const slotMs = 250;

let current: AbortSignal | undefined;
let endsAtMs = 0;

/**
 * Options that end an operation after five seconds, and the connection it waits on with it. The driver has no such
 * limit any more: an operation whose connection broke at the wrong moment may wait for an answer for ever. Operations
 * of one quarter of a second share a signal, since making one costs more than the rest of a small command.
 */
export function inTime(): { signal: AbortSignal } {
  const nowMs = performance.now();
  if (!current || nowMs >= endsAtMs) {
    current = AbortSignal.timeout(operationTimeoutMs + slotMs);
    endsAtMs = nowMs + slotMs;
  }
  return { signal: current };
}
