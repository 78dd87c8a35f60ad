import type { StreamName } from '@guildhall/contracts';
import type { StreamInfo } from '@nats-io/jetstream';
import type { Bus } from '../bus/connect.ts';
import { ensureStream } from '../topology.ts';
import type { StreamMark, StreamMarks } from './outbox-source.ts';
import type { Stored } from './ack-table.ts';

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

  return {
    name,
    sequence: () => latest?.sequence ?? 0,
    async look() {
      const info = await ensureStream(bus, stream);
      created = info.created;
      saved ??= await marks.load(name);
      const mark = latest ?? saved;
      const isLost = !mark || (await lostSince(bus, mark, info));
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

/** True when the stream is not the one the mark was made in, or no longer has what it had then. */
async function lostSince(bus: Bus, mark: StreamMark, { created, config, state }: StreamInfo): Promise<boolean> {
  if (mark.created !== created || state.last_seq < mark.sequence) return true;
  // Nothing was published yet, or what was has reached its age.
  if (mark.sequence === 0 || state.first_seq > mark.sequence) return false;
  const message = await bus.jsm.streams.getMessage(config.name, { seq: mark.sequence });
  return message?.header.get('Nats-Msg-Id') !== mark.messageId;
}
