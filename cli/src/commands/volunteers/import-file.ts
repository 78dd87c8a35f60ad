import type { Import } from '@guildhall/client';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openSession, type Session } from '../../api/session.ts';
import { UsageError } from '../../exit-codes.ts';
import { fileFormat } from '../../output/file.ts';
import { progress } from '../../output/progress.ts';
import { table } from '../../output/table.ts';
import type { Terminal } from '../../terminal.ts';
import type { Given } from './given.ts';
import { untilOver } from './until-over.ts';

type Importing = Given & Readonly<{ dryRun?: boolean; allOrNothing?: boolean; update?: boolean }>;

/** Waits for the end; a line that was wrong makes the command fail, after everything was said. */
export async function importFile(terminal: Terminal, path: string, asked: Importing): Promise<void> {
  fileFormat(path);
  const file = await readFile(path, 'base64').catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
  const { dryRun = false, allOrNothing = false, update: updateExisting = false } = asked;
  const session = await openSession(terminal, asked);
  const request = { file, name: basename(path), dryRun, allOrNothing, updateExisting };
  const ended = await followed(terminal, session, await session.api.volunteers.startImport(request));
  terminal.out(asked.json ? JSON.stringify(ended, undefined, 2) : inWords(ended));
  if (ended.state !== 'done' || ended.failed > 0) throw new Error(whyNot(ended));
}

const isOver = ({ state }: Import): boolean => state !== 'checking' && state !== 'running';

async function followed(terminal: Terminal, { api }: Session, begun: Import): Promise<Import> {
  const bar = progress(terminal, 'lines', begun.rows);
  let shown = 0;
  try {
    return await untilOver(begun, isOver, async () => {
      const now = await api.volunteers.getImport({ importId: begun.importId });
      for (; shown < now.done; shown += 1) bar.step();
      return now;
    });
  } finally {
    bar.stop();
  }
}

function inWords({ dryRun, created, updated, unchanged, failed, issues }: Import): string {
  const verb = dryRun ? 'would be ' : '';
  const counts = `${created} ${verb}added, ${updated} ${verb}changed, ${unchanged} as they were, ${failed} wrong.`;
  if (issues.length === 0) return counts;
  const lines = table(issues, [
    { heading: 'LINE', of: ({ line }) => line },
    { heading: 'COLUMN', of: ({ column }) => column },
    { heading: 'KIND', of: ({ severity }) => severity },
    { heading: 'WHAT', of: ({ detail }) => detail },
  ]);
  return `${lines}\n\n${counts}`;
}

function whyNot({ state, failed, allOrNothing }: Import): string {
  if (state === 'cancelled') return 'The import was stopped. What it had done stays.';
  const wrong = failed === 1 ? 'A line is wrong' : `${failed} lines are wrong`;
  return allOrNothing ? `${wrong}: nothing was changed.` : `${wrong}; the others are done.`;
}
