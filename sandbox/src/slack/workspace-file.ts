import type { Clock } from '@guildhall/kernel';
import { Journal } from '../messages/journal.ts';
import { type Addition, Workspace } from './workspace.ts';

/** A workspace that keeps its channels and members over restarts. */
export async function openWorkspace(path: string, domain: string, clock: Clock, report: (error: unknown) => void) {
  const { journal, entries } = await Journal.open(path, { lines: 100_000, bytes: 16 * 1024 * 1024 });
  const workspace = new Workspace(domain, clock, (addition) => void journal.append(addition).catch(report));
  for (const entry of entries as Addition[]) workspace.restore(entry);
  return { workspace, close: () => journal.close() };
}
