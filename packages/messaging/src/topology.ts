import type { StreamName } from '@guildhall/contracts';
import { DiscardPolicy, JetStreamApiError, RetentionPolicy, StorageType, type StreamInfo } from '@nats-io/jetstream';
import type { Bus } from './bus/connect.ts';

const hour = 3_600_000;
const nanos = (milliseconds: number): number => milliseconds * 1_000_000;

/** How long a stream keeps a message: longer than any consumer of ours may be away. */
const keepMs = 7 * 24 * hour;
/** Within it the stream drops a repeat by its id; beyond it consumers have to. */
const repeatMs = 120_000;

/**
 * The stream as it is, made first where it is missing. Everybody who needs a stream makes it: all make the same.
 * Throws what the broker answers.
 */
export async function ensureStream({ jsm, replicas }: Bus, { name, subjects }: StreamName): Promise<StreamInfo> {
  const existing = await findStream({ jsm }, name);
  if (existing) return existing;
  return jsm.streams.add({
    name,
    subjects: [...subjects],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    max_age: nanos(keepMs),
    duplicate_window: nanos(repeatMs),
    num_replicas: replicas,
    allow_direct: true,
  });
}

/** The stream, or undefined when there is none. */
export async function findStream({ jsm }: Pick<Bus, 'jsm'>, name: string): Promise<StreamInfo | undefined> {
  try {
    return await jsm.streams.info(name);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** True when the broker says that a stream, a consumer or a message is not there. */
export const isMissing = (error: unknown): boolean => error instanceof JetStreamApiError && error.status === 404;
