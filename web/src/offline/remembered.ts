import { isProblem } from '../api/problem.ts';
import { drop, find, keep } from './vault.ts';

type Kept<T> = Readonly<{ id: string; value: T; at: number }>;

export type Remembered<T> = Readonly<{
  value: T;
  /** When the platform said so, by this device's clock. */
  at: Date;
  /** It was said just now. */
  isNew: boolean;
}>;

/** What the platform answers; while it cannot be reached, what it answered last on this device. */
export async function remembered<T>(id: string, ask: () => Promise<T>): Promise<Remembered<T>> {
  try {
    const value = await ask();
    await remember(id, value);
    return { value, at: new Date(), isNew: true };
  } catch (error) {
    const kept = isUnreachable(error) ? await recall<T>(id) : undefined;
    if (!kept) throw error;
    return kept;
  }
}

/** A gateway that finds its services gone is as good as out of reach. */
export const isUnreachable = (error: unknown): boolean =>
  isProblem(error) && (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504);

export async function recall<T>(id: string): Promise<Remembered<T> | undefined> {
  const kept = await find<Kept<T>>('memory', id).catch(() => undefined);
  return kept && { value: kept.value, at: new Date(kept.at), isNew: false };
}

/** A device that cannot keep anything works as long as it is connected. */
export async function remember(id: string, value: unknown): Promise<void> {
  await keep('memory', { id, value, at: Date.now() } as Kept<unknown>).catch(() => undefined);
}

export const forget = (...ids: readonly string[]): Promise<void> => drop('memory', ids).catch(() => undefined);
