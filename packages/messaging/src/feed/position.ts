/** A place in a stream that outlives the stream: sequences start again when it is made anew, its creation time does not. */
export type Position = Readonly<{ createdMs: number; sequence: number }>;

/** `<created>-<sequence>`, as clients send it back in `Last-Event-ID`. */
export const positionId = ({ createdMs, sequence }: Position): string => `${createdMs}-${sequence}`;

/** Undefined when the text is none of ours. */
export function parsePosition(id: string): Position | undefined {
  const [, createdMs, sequence] = /^(\d{1,15})-(\d{1,15})$/.exec(id) ?? [];
  return createdMs && sequence ? { createdMs: Number(createdMs), sequence: Number(sequence) } : undefined;
}

/** A stream as the broker describes it. */
export type StreamState = Readonly<{ createdMs: number; firstSequence: number; lastSequence: number }>;

/** Where to go on reading: behind a sequence, from a moment on (dropping what was seen), or with what comes next. */
export type Start = Readonly<{ sequence: number }> | Readonly<{ time: Date }> | 'next';

/** How far back a reader looks again that cannot tell what it missed, in milliseconds. */
export const overlapMs = 60_000;

/**
 * Where a reader that stopped at `last` goes on. In the same stream behind its sequence. In a stream that was made
 * anew, or lost its end, sequences say nothing: everything since a minute before `lastSeenAt` is read again.
 */
export function startOf(last: Position | undefined, lastSeenAt: Date, stream: StreamState): Start {
  if (!last) return 'next';
  const isSame = last.createdMs === stream.createdMs && last.sequence <= stream.lastSequence;
  if (isSame) return { sequence: last.sequence + 1 };
  return { time: new Date(lastSeenAt.getTime() - overlapMs) };
}
