import type { Process } from '@guildhall/runtime';
import { hash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { leftNotes, noteName } from '../adapters/fs/left-notes.ts';
import { noteFile } from '../adapters/fs/note-file.ts';
import type { MessageRepository, Notes } from '../app/ports.ts';
import { recallAcceptedHandler } from '../app/recall-accepted.ts';
import { recordOutcome } from '../app/record-outcome.ts';
import type { Settings } from '../config.ts';

/** Waits before the nth repeat of a write. */
export const pause = (n: number): Promise<void> => sleep(Math.min(50 * 2 ** n, 1_000), undefined, { ref: false });

/** Settles what a process that died on this host left behind, then opens a file for our own notes. */
export async function keepNotes(
  { settings, store, life, log }: Process<Settings>,
  messages: MessageRepository,
): Promise<Notes> {
  const database = `${settings.MONGO_URL}/${store.connection.name}`;
  const folder = join(settings.NOTES_DIR, hash('sha256', database, 'hex').slice(0, 16));
  const left = leftNotes(folder, isOtherProcess);
  await recallAcceptedHandler({ messages, record: recordOutcome({ messages, pause }) })(left.notes);
  left.discard();
  const name = noteName(process.pid, randomBytes(6).toString('hex'));
  const file = noteFile({ folder, name, report: (error) => log.warn({ error }, 'note not kept') });
  return life.hold('notes', file, (held) => held.close());
}

// In a container every process has the same number: a file of ours is one of our predecessor.
function isOtherProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
