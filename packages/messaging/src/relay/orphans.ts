import type { OutboxMark, OutboxMarks } from './outbox-source.ts';

export type Orphans = Readonly<{
  /** Looks at the marks of other relays, and goes on in the place of those that are gone. Rejects when that fails. */
  look(): Promise<void>;
  /** Since when messages of that source may wait that nobody has brought out yet. */
  oldest(source: string): Date | undefined;
}>;

type Moments = OutboxMark['confirmedBefore'];

export type OrphanOptions = Readonly<{
  /** The id of this relay. */
  relay: string;
  /** The names of its sources. */
  sources: readonly string[];
  marks: OutboxMarks;
  silentMs: number;
  /** Brings out everything kept since these moments, by source; rejects when it could not. */
  goOn: (since: Moments) => Promise<void>;
}>;

type Seen = { readonly mark: OutboxMark; readonly sinceMs: number; readonly readAfterMs: number; isRead: boolean };

/** Silent for so many times `silentMs`, a process is gone, and what it had sent to the store has ended there as well. */
const goneAfter = 4;

/**
 * Whether another process lives is seen by its mark moving; the clocks of machines are never compared. Marks that are
 * there at the start are gone on from at once: most likely they are what the process left that this one follows.
 * A second time, before the mark is deleted, for what the store was still writing when its process died.
 */
export function orphans({ relay, sources, marks, silentMs, goOn }: OrphanOptions): Orphans {
  const seen = new Map<string, Seen>();
  let isFirstLook = true;

  const observe = async (): Promise<void> => {
    const all = await marks.all();
    for (const id of seen.keys()) if (!all.has(id)) seen.delete(id);
    for (const [id, mark] of all) {
      const stands = seen.get(id)?.mark.heartbeatAt.getTime() === mark.heartbeatAt.getTime();
      if (id === relay || stands || !sources.some((name) => name in mark.confirmedBefore)) continue;
      const readAfterMs = isFirstLook ? 0 : silentMs;
      seen.set(id, { mark, sinceMs: performance.now(), readAfterMs, isRead: false });
    }
    isFirstLook = false;
  };

  const silentFor = ({ sinceMs }: Seen): number => performance.now() - sinceMs;
  const isGone = (one: Seen): boolean => silentFor(one) >= goneAfter * silentMs;
  const isDue = (one: Seen): boolean => (one.isRead ? isGone(one) : silentFor(one) >= one.readAfterMs);
  const isOursAlone = ({ mark }: Seen): boolean => Object.keys(mark.confirmedBefore).every((n) => sources.includes(n));

  return {
    look: async () => {
      await observe();
      const due = [...seen].filter(([, one]) => isDue(one));
      if (due.length === 0) return;
      // Asked before the reading: it has to begin when they are gone.
      const gone = due.filter(([, one]) => isGone(one) && isOursAlone(one));
      await goOn(earliestOf(due.map(([, { mark }]) => mark.confirmedBefore)));
      for (const [, one] of due) one.isRead = true;
      for (const [id, { mark }] of gone) await marks.remove(id, mark.heartbeatAt);
    },
    oldest: (source) => {
      const unread = [...seen.values()].filter((one) => !one.isRead && silentFor(one) >= silentMs);
      return earliestOf(unread.map(({ mark }) => mark.confirmedBefore))[source];
    },
  };
}

function earliestOf(all: readonly Moments[]): Moments {
  const earliest: Record<string, Date> = {};
  for (const moments of all) {
    for (const [name, at] of Object.entries(moments)) {
      const known = earliest[name];
      if (!known || at < known) earliest[name] = at;
    }
  }
  return earliest;
}
