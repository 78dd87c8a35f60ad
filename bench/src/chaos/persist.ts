import { setTimeout as delay } from 'node:timers/promises';
import { type Reply, textOf } from './http-client.ts';
import type { Ledger } from './ledger.ts';

/** What a client that never gives up makes of an answer. */
export type Outcome = 'done' | 'again' | 'unexpected';

const pauseMs = 100;

/** Conflicts and limits pass; what is away comes back; everything else must not happen, whatever dies. */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'done';
  return [409, 429, 503, 504].includes(status) ? 'again' : 'unexpected';
}

type Options = Readonly<{
  ledger: Ledger;
  /** Aborted when there is no use in trying any longer. */
  signal: AbortSignal;
  /** Decides otherwise about some answers. */
  judge?: (reply: Reply) => Outcome;
}>;

/** Asks again and again until it is done; undefined when it was given up. */
export async function persist(ask: () => Promise<Reply>, options: Options): Promise<Reply | undefined> {
  const { ledger, signal, judge = ({ status }) => outcomeOf(status) } = options;
  while (!signal.aborted) {
    try {
      const reply = await ask();
      const outcome = judge(reply);
      if (outcome === 'done') return reply;
      if (outcome === 'unexpected') {
        ledger.unexpected.push(`${reply.status} ${textOf(reply, 'code') ?? ''}`);
        return undefined;
      }
      ledger.failed(`${reply.status} ${textOf(reply, 'code') ?? ''}`);
    } catch (error) {
      ledger.failed(nameOf(error));
    }
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
  }
  ledger.abandoned++;
  return undefined;
}

const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'failure';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
