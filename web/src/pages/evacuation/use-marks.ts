import type { Incident } from '@guildhall/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { useSession } from '../../api/session.ts';
import { useOnline } from '../../offline/online.ts';
import { say } from '../../parts/notice.ts';
import { handIn, keepMark, type Mark, marksOf, type MarkState } from './marks.ts';
import { marked } from './roll-call.ts';
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
  const taken = (handed: readonly Mark[]): void => {
    for (const mark of handed) change((before) => asMarked(before, mark, person.displayName));
    void client.invalidateQueries({ queryKey });
  };
  useHandIn(incident, pending, taken);
  const begin = (): Pick<Mark, 'siteId' | 'byId' | 'at'> => ({ siteId, byId: person.id, at: new Date().toISOString() });
  return {
    pending,
    say: ({ key, entryId, personId, name, entry }, said) => {
      const added = personId === '' && !entryId ? { id: key, added: name } : { id: ulid() };
      const seenAt = entry?.stateAt;
      void write({ ...begin(), ...added, personId, ...(entryId && { entryId }), ...(seenAt && { seenAt }), ...said });
    },
    add: (name, said) => void write({ ...begin(), id: ulid(), personId: '', added: name, ...said }),
  };
}

/** Shows what was handed in until the platform's own word about it comes. */
function asMarked(
  incident: Incident,
  { id, entryId, personId, at, state, note, musterPoint }: Mark,
  byName: string,
): Incident {
  const entry = incident.entries.find((one) => one.id === entryId || (personId !== '' && one.personId === personId));
  if (!entry) return incident;
  const more = { ...(note && { note }), ...(musterPoint && { musterPoint }) };
  const mark = { id, state, at, byId: '', byName, source: 'warden', late: false, ...more } as const;
  return marked(incident, { entryId: entry.id, mark, state });
}

/** Hands in what waits, at once, and again as long as the platform cannot be reached. */
function useHandIn(
  incident: Incident | undefined,
  pending: readonly Mark[],
  onTaken: (marks: readonly Mark[]) => void,
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
      const { kept, refused } = await handIn(now.incident, now.pending);
      if (refused.length > 0) say(words.refused(refused.length, refused[0]?.detail ?? ''));
      taken.current(now.pending.filter(({ id }) => kept.includes(id)));
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
