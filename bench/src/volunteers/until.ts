import { setTimeout as delay } from 'node:timers/promises';

type Patience = Readonly<{ everyMs: number; giveUpMs: number }>;

/** Looks again and again; resolves with what it saw first, or with nothing after so long. */
export async function untilSeen<T>(
  { everyMs, giveUpMs }: Patience,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const deadline = performance.now() + giveUpMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined || performance.now() > deadline) return seen;
    await delay(everyMs);
  }
}
