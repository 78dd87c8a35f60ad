import { setTimeout as delay } from 'node:timers/promises';
import type { RequestHandler, Response } from 'express';
import { type Fault, isAtHead, type Provider } from './fault.ts';
import type { FaultBoard } from './fault-board.ts';

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
  const spoil = fault.effect && spoilers[fault.effect];
  if (spoil) {
    spoil(res);
    return false;
  }
  if (fault.status === undefined) return false;
  if (fault.retryAfterSeconds !== undefined) res.set('Retry-After', String(fault.retryAfterSeconds));
  refuse(res, { ...fault, status: fault.status });
  return true;
}

/** Drops the connection of a call before its body is read, where a fault says so. */
export const resetEarly =
  (faults: FaultBoard, provider: Provider): RequestHandler =>
  (req, _res, next) => {
    if (faults.take(provider, [req.originalUrl], isAtHead)) req.socket.resetAndDestroy();
    else next();
  };

/** What becomes of an answer after the call was taken. */
const spoilers: Partial<Record<NonNullable<Fault['effect']>, (res: Response) => void>> = {
  duplicate: (res) => {
    res.end = () => {
      res.socket?.resetAndDestroy();
      return res;
    };
  },
  cut: (res) => {
    res.end = (chunk?: unknown) => {
      const bytes = bytesOf(chunk);
      res.write(bytes.subarray(0, bytes.length / 2), () => res.socket?.destroy());
      return res;
    };
  },
  malformed: (res) => {
    const end = res.end.bind(res);
    res.end = (chunk?: unknown) => {
      const bytes = bytesOf(chunk);
      const spoilt = Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.from([0x00, 0xff, 0x7b])]);
      res.set('Content-Length', String(spoilt.length));
      return end(spoilt);
    };
  },
};

const bytesOf = (chunk: unknown): Buffer =>
  Buffer.from(chunk instanceof Uint8Array || typeof chunk === 'string' ? chunk : '');

/** Makes the answer arrive one byte at a time. */
function drip(res: Response, overMs: number): void {
  const end = res.end.bind(res);
  res.end = (chunk?: unknown) => {
    const bytes = bytesOf(chunk);
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
