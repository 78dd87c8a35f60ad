import type { Incident } from '@guildhall/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { useSession } from '../../api/session.ts';
import { useOnline } from '../../offline/online.ts';
import { say as announce } from '../../parts/notice.ts';
import { claimedBy } from './badge-code.ts';
import { type Handed, handIn, keepMark, type Mark, marksOf, type MarkState } from './marks.ts';
import { marked, withEntry } from './roll-call.ts';
import type { Row } from './rows.ts';
import { useEvacuationWords } from './words.ts';

const againMs = 5_000;

const none: readonly Mark[] = [];

export type Said = Readonly<{ state: MarkState; note?: string; musterPoint?: string }>;

export type Marks = Readonly<{
  /** What the platform does not know yet. */
  pending: readonly Mark[];
  say: (row: Row, said: Said) => void;
  add: (name: string, said: Said) => void;
  /** Whoever bears the badge is safe. */
  scan: (code: string, musterPoint: string) => void;
}>;

/**
 * What the warden says, kept on the phone first and handed in as soon as that is possible: a tap counts at once, and
 * the platform merges it whenever it arrives.
 */
export function useMarks(
  siteId: string,
  incident: Incident | undefined,
  change: (apply: (incident: Incident) => Incident) => void,
): Marks {
  const { person } = useSession();
  const client = useQueryClient();
  const queryKey = ['marks', siteId, person.id];
  const { data: pending = none } = useQuery({
    queryKey,
    queryFn: () => marksOf(siteId, person.id),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const write = async (mark: Mark): Promise<void> => {
    client.setQueryData<readonly Mark[]>(queryKey, (before = none) => [
      ...before.filter(({ id }) => id !== mark.id),
      mark,
    ]);
    await keepMark(mark);
  };
  const show = useShowTaken(change);
  const taken = (handed: readonly Mark[], scanned: Handed['scanned']): void => {
    show(handed, scanned);
    void client.invalidateQueries({ queryKey });
  };
  useHandIn(incident, pending, taken);
  const begin = (): Begun => ({ siteId, byId: person.id, at: new Date().toISOString() });
  return { pending, ...sayings((mark) => void write({ ...begin(), ...mark })) };
}

type Begun = Pick<Mark, 'siteId' | 'byId' | 'at'>;

/** What can be said, as the marks that it is. */
const sayings = (write: (mark: Omit<Mark, keyof Begun>) => void): Omit<Marks, 'pending'> => ({
  say: ({ key, entryId, personId, name, entry }, said) => {
    const added = personId === '' && !entryId ? { id: key, added: name } : { id: ulid() };
    const seenAt = entry?.stateAt;
    write({ ...added, personId, ...(entryId && { entryId }), ...(seenAt && { seenAt }), ...said });
  },
  add: (name, said) => write({ id: ulid(), personId: '', added: name, ...said }),
  scan: (scanned, musterPoint) => {
    const mark = { id: ulid(), personId: claimedBy(scanned) ?? '', state: 'safe', scanned } as const;
    write({ ...mark, ...(musterPoint && { musterPoint }) });
  },
});

/** Puts on the board what the platform has taken, and says whose badges it read. */
function useShowTaken(change: (apply: (incident: Incident) => Incident) => void) {
  const words = useEvacuationWords();
  const { person } = useSession();
  return (handed: readonly Mark[], scanned: Handed['scanned']): void => {
    for (const mark of handed) change((before) => asMarked(before, mark, person.displayName));
    for (const { id, entry } of scanned) {
      change((before) => withEntry(before, entry));
      // Whose badge it was, nobody could say before.
      if (!handed.find((mark) => mark.id === id)?.personId) announce(words.scanned(entry.displayName));
    }
  };
}

/** Shows what was handed in until the platform's own word about it comes. */
function asMarked(
  incident: Incident,
  { id, entryId, personId, at, state, note, musterPoint, scanned }: Mark,
  byName: string,
): Incident {
  const entry = incident.entries.find((one) => one.id === entryId || (personId !== '' && one.personId === personId));
  if (!entry) return incident;
  const more = { ...(note && { note }), ...(musterPoint && { musterPoint }) };
  const mark = { id, state, at, byId: '', byName, source: scanned ? 'scan' : 'warden', late: false, ...more } as const;
  return marked(incident, { entryId: entry.id, mark, state });
}

/** Hands in what waits, at once, and again as long as the platform cannot be reached. */
function useHandIn(
  incident: Incident | undefined,
  pending: readonly Mark[],
  onTaken: (marks: readonly Mark[], scanned: Handed['scanned']) => void,
): void {
  const words = useEvacuationWords();
  const isOnline = useOnline();
  const [tries, setTries] = useState(0);
  const isBusy = useRef(false);
  const latest = useRef({ pending, incident });
  latest.current = { pending, incident };
  const taken = useRef(onTaken);
  taken.current = onTaken;

  const run = useCallback(async (): Promise<void> => {
    const now = latest.current;
    if (isBusy.current || !now.incident || now.pending.length === 0) return;
    isBusy.current = true;
    try {
      const { kept, refused, scanned } = await handIn(now.incident, now.pending);
      if (refused.length > 0) announce(words.refused(refused.length, refused[0]?.detail ?? ''));
      taken.current(
        now.pending.filter(({ id }) => kept.includes(id)),
        scanned,
      );
    } finally {
      isBusy.current = false;
    }
  }, [words]);

  const isWaiting = pending.length > 0 && incident !== undefined;
  useEffect(() => {
    if (!isWaiting) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      timer = setTimeout(() => setTries((before) => before + 1), againMs);
    };
    void run().then(undefined, again);
    return () => clearTimeout(timer);
  }, [isWaiting, isOnline, pending, tries, run]);
}
