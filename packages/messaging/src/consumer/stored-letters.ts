import type { StoredMsg } from '@nats-io/jetstream';
import type { Bus } from '../bus/connect.ts';
import { ensureStream, isMissing } from '../topology.ts';
import { deadLetterStream, deadSubject } from './dead-letter-stream.ts';

const prefix = deadSubject('');

/** The consumer that gave the letter up. */
export const durableOf = ({ subject }: StoredMsg): string => subject.slice(prefix.length);

/**
 * The dead letters from a sequence on, the oldest first; `durables` narrows to those consumers. What dies while they are
 * read is not among them: a letter that is driven again and dies at once would be met again for ever.
 */
export async function* lettersFrom(
  bus: Bus,
  sequence: number,
  durables?: readonly string[],
): AsyncGenerator<StoredMsg> {
  await ensureStream(bus, deadLetterStream);
  const { state } = await bus.jsm.streams.info(deadLetterStream.name);
  for (let next = sequence; ;) {
    const letter = await letterFrom(bus, next);
    if (!letter || letter.seq > state.last_seq) return;
    if (!durables || durables.includes(durableOf(letter))) yield letter;
    next = letter.seq + 1;
  }
}

/** The letter with this number; undefined when it is not there any more. */
export async function letterAt(bus: Bus, sequence: number): Promise<StoredMsg | undefined> {
  await ensureStream(bus, deadLetterStream);
  const letter = sequence > 0 ? await letterFrom(bus, sequence) : undefined;
  return letter?.seq === sequence ? letter : undefined;
}

async function letterFrom(bus: Bus, sequence: number): Promise<StoredMsg | undefined> {
  try {
    const query = { seq: sequence, next_by_subj: `${prefix}>` };
    return (await bus.jsm.direct.getMessage(deadLetterStream.name, query)) ?? undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
