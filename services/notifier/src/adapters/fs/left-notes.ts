import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Note } from '../../app/ports.ts';

export type LeftNotes = Readonly<{
  notes: readonly Note[];
  /** Removes the files of processes that are no more; call it once their notes are stored. */
  discard(): void;
}>;

/** `<process id>-<random>.notes`. */
export const noteName = (pid: number, random: string): string => `${pid}-${random}.notes`;

/** What other processes have noted here; one that is alive still writes to its file, which does no harm. */
export function leftNotes(folder: string, isAlive: (pid: number) => boolean): LeftNotes {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.notes(\.next)?$/.test(file)) : [];
  return {
    notes: files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').flatMap(noteOf)),
    discard: () => {
      for (const file of files) if (!isAlive(Number.parseInt(file, 10))) rmSync(join(folder, file), { force: true });
    },
  };
}

/** A line that was cut by the death of its writer says nothing. */
function noteOf(line: string): readonly Note[] {
  try {
    const { messageId, attempt } = JSON.parse(line) as Note;
    return [{ messageId, attempt: { ...attempt, at: new Date(attempt.at) } }];
  } catch {
    return [];
  }
}
