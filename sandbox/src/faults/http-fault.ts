import { setTimeout as delay } from 'node:timers/promises';
import type { Response } from 'express';
import type { Fault } from './fault.ts';

/** How a vendor words a refusal of its own. */
export type Refuse = (res: Response, fault: Fault & { status: number }) => void;

/**
 * Lets a fault strike an HTTP call. True when the call has been answered or dropped; otherwise it goes on,
 * late or with an answer that will not arrive as it should.
 */
export async function strike(fault: Fault | undefined, res: Response, refuse: Refuse): Promise<boolean> {
  if (!fault) return false;
  if (fault.effect === 'drip') {
    drip(res, fault.delayMs ?? 5_000);
    return false;
  }
  if (fault.delayMs !== undefined) await delay(fault.delayMs);
  if (fault.effect === 'reset') {
    res.socket?.resetAndDestroy();
    return true;
  }
  if (fault.effect === 'duplicate') {
    res.end = () => {
      res.socket?.resetAndDestroy();
      return res;
    };
    return false;
  }
  if (fault.status === undefined) return false;
  if (fault.retryAfterSeconds !== undefined) res.set('Retry-After', String(fault.retryAfterSeconds));
  refuse(res, { ...fault, status: fault.status });
  return true;
}

/** Makes the answer arrive one byte at a time. */
function drip(res: Response, overMs: number): void {
  const end = res.end.bind(res);
  res.end = (chunk?: unknown) => {
    const bytes = Buffer.from(chunk instanceof Uint8Array || typeof chunk === 'string' ? chunk : '');
    let sent = 0;
    const timer = setInterval(
      () => {
        if (res.destroyed || sent >= bytes.length) {
          clearInterval(timer);
          end();
          return;
        }
        res.write(bytes.subarray(sent, sent + 1));
        sent += 1;
      },
      overMs / (bytes.length + 1),
    );
    return res;
  };
}
