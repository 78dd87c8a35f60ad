import type { StreamName } from '@guildhall/contracts';
import type { Bus } from '../bus/connect.ts';
import { ensureStream } from '../topology.ts';
import type { StreamMark, StreamMarks } from './outbox-source.ts';
import type { Stored } from './publisher.ts';

/** What one stream has, as far as this relay knows. */
export type StreamWatch = Readonly<{
  name: string;
  /** Makes the stream where it is missing. True when it is another one than before, or lost its newest messages. */
  look(): Promise<boolean>;
  /** The sequence that was confirmed last. */
  sequence(): number;
  /** Remembers what was confirmed; true when the sequence shows that the stream is another one. */
  confirmed(stored: Stored, messageId: string, sequenceWhenSent: number): boolean;
  /** While a replay runs, the written mark stays where it was, so that a crash starts the replay again. */
  hold(): void;
  /** The replay is done. */
  release(): void;
  /** Writes the mark when it moved. */
  save(): Promise<void>;
}>;

/** Watches a stream for loss: by its creation time, its last sequence, and the message id at the remembered sequence. */
export function watchStream(bus: Bus, stream: StreamName, marks: StreamMarks): StreamWatch {
  const { name } = stream;
  let created = '';
  let saved: StreamMark | undefined;
  let latest: StreamMark | undefined;
  let held = false;

  const lost = async (mark: StreamMark, firstSequence: number, lastSequence: number): Promise<boolean> => {
    if (mark.created !== created || lastSequence < mark.sequence) return true;
    // Nothing was published yet, or what was has reached its age.
    if (mark.sequence === 0 || firstSequence > mark.sequence) return false;
    const message = await bus.jsm.streams.getMessage(name, { seq: mark.sequence });
    return message?.header.get('Nats-Msg-Id') !== mark.messageId;
  };

  return {
    name,
    sequence: () => latest?.sequence ?? 0,
    async look() {
      const info = await ensureStream(bus, stream);
      created = String(info.created);
      saved ??= await marks.load(name);
      const mark = latest ?? saved;
      const isLost = !mark || (await lost(mark, info.state.first_seq, info.state.last_seq));
      if (isLost) latest = undefined;
      return isLost;
    },
    confirmed({ sequence, duplicate }, messageId, sequenceWhenSent) {
      if (duplicate) return false;
      if (sequence <= sequenceWhenSent) return true;
      if (sequence > (latest?.sequence ?? 0)) latest = { created, sequence, messageId };
      return false;
    },
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      latest ??= { created, sequence: 0, messageId: '' };
    },
    async save() {
      const mark = latest;
      if (held || !mark || (mark.sequence === saved?.sequence && mark.created === saved.created)) return;
      await marks.save(name, mark);
      saved = mark;
    },
  };
}
