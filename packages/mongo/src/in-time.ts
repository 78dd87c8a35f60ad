const operationTimeoutMs = 5_000;

/**
 * Options that end an operation after five seconds, and the connection it waits on with it. The driver has no such
 * limit any more: an operation whose connection broke at the wrong moment may wait for an answer for ever.
 */
export const inTime = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(operationTimeoutMs) });
