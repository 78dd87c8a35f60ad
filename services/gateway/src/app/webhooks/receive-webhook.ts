import { AppError } from '@guildhall/kernel';

/** Which requests of vendors were taken, for as long as the same one might come again. */
export interface Receipts {
  has(id: string): Promise<boolean>;
  add(id: string, expiresAt: Date): Promise<void>;
}

type Deps = Readonly<{ receipts: Receipts; realNow: () => number; report: (error: unknown) => void }>;

/** Takes a request whose signature was checked; `id` is that very request's. */
export type ReceiveWebhook = <T>(id: string, carryOut: () => Promise<T>) => Promise<T>;

const DAY_MS = 24 * 3_600_000;

/**
 * Each request of a vendor is carried out once. It is noted only after that: a vendor whose first try failed on our side
 * may repeat it. Without the store they are taken all the same, for whoever carries them out knows a repeat too.
 */
export function receiveWebhook({ receipts, realNow, report }: Deps): ReceiveWebhook {
  const isKnown = (id: string): Promise<boolean> =>
    receipts.has(id).catch((error: unknown) => {
      report(error);
      return false;
    });
  const underWay = new Set<string>();
  return async (id, carryOut) => {
    if (underWay.has(id)) throw repeated();
    underWay.add(id);
    try {
      if (await isKnown(id)) throw repeated();
      const result = await carryOut();
      await receipts.add(id, new Date(realNow() + DAY_MS)).catch(report);
      return result;
    } finally {
      underWay.delete(id);
    }
  };
}

const repeated = (): AppError => new AppError('conflict', 'gateway.webhook_repeated', 'This was received before.');
