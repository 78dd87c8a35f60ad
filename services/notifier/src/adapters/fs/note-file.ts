import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Note, Notes } from '../../app/ports.ts';

const SHORTEST_BYTES = 256 * 1024;

type Options = Readonly<{
  folder: string;
  /** Unique among all processes that ever used the folder. */
  name: string;
  report: (error: unknown) => void;
}>;

/**
 * Notes in a file: one line each, written before anything else happens. No fsync: the kernel keeps what a killed
 * process wrote, and a power cut is no reason to slow every message down.
 */
export function noteFile({ folder, name, report }: Options): Notes & Readonly<{ close(): void }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const open = new Map<string, string>();
  let file = openSync(path, 'wx', 0o600);
  let written = 0;
  let longest = SHORTEST_BYTES;

  const guarded = (work: () => void): void => reported(work, report);
  const shorten = (): void => {
    const next = openSync(`${path}.next`, 'w', 0o600);
    const lines = [...open.values()].join('');
    writeSync(next, lines);
    renameSync(`${path}.next`, path);
    closeSync(file);
    file = next;
    written = lines.length;
    // Where nearly all of it is still needed, the next time is far away: else each note would write them all again.
    longest = Math.max(SHORTEST_BYTES, 2 * written);
  };
  return {
    add: (note) => {
      const line = `${JSON.stringify(note satisfies Note)}\n`;
      open.set(note.messageId, line);
      guarded(() => {
        writeSync(file, line);
        written += line.length;
        if (written > longest) shorten();
      });
    },
    remove: (messageId) => void open.delete(messageId),
    close: () => {
      guarded(shorten);
      closeSync(file);
    },
  };
}

/** A full disk costs the notes, never the message. */
function reported(work: () => void, report: Options['report']): void {
  try {
    work();
  } catch (error) {
    report(error);
  }
}
