import type { Receipts } from './receive-webhook.ts';

type Deps = Readonly<{ receipts: Receipts; realNow: () => number; report: (error: unknown) => void }>;

/** Carries out what the vendor calls `id`, unless it was before. */
export type TellOnce = (id: string, carryOut: () => Promise<void>) => Promise<void>;

const DAY_MS = 24 * 3_600_000;

/**
 * Some vendors tell a thing again, signed anew, until they hear that it arrived: then it did, however often it comes. Two
 * at the same moment may both be carried out, so whoever is told has to know a repeat by its id as well.
 */
export function tellOnce({ receipts, realNow, report }: Deps): TellOnce {
  const isKnown = (id: string): Promise<boolean> =>
    receipts.has(id).catch((error: unknown) => {
      report(error);
      return false;
    });
  return async (id, carryOut) => {
    if (await isKnown(id)) return;
    await carryOut();
    await receipts.add(id, new Date(realNow() + DAY_MS)).catch(report);
  };
}
