import { api } from '../../api/api.ts';
import { isProblem } from '../../api/problem.ts';
import { all, drop, keep } from '../../offline/vault.ts';
import type { Incident, RollCallEntry } from '@guildhall/client';

export type MarkState = 'safe' | 'help' | 'missing' | 'not_on_site';

/** What a warden said on this phone, kept until the platform has it. */
export type Mark = Readonly<{
  /** A ULID: the same mark, however often it is sent. */
  id: string;
  siteId: string;
  /** Who said it: another person on this phone does not hand it in as their own. */
  byId: string;
  /** By this phone's clock; the platform corrects it by how wrong the clock is. */
  at: string;
  state: MarkState;
  /** Since when the person was in the state that the warden saw, by the platform's clock. */
  seenAt?: string;
  /** Of whom, where the incident is known. */
  entryId?: string;
  /** Of whom, where only the list is. Empty for somebody who is on no list. */
  personId: string;
  /** The name of somebody who is on no list. */
  added?: string;
  /** What the badge said that was scanned; `personId` is whose it claims to be. */
  scanned?: string;
  note?: string;
  musterPoint?: string;
}>;

export type Handed = Readonly<{
  kept: readonly string[];
  /** What the platform will never take, with the reason. */
  refused: readonly Readonly<{ id: string; detail: string }>[];
  /** Whose the badges were. */
  scanned: readonly Readonly<{ id: string; entry: RollCallEntry }>[];
}>;

export const keepMark = (mark: Mark): Promise<void> => keep('marks', mark);

/** What this person said here and the platform does not know yet, first things first. */
export const marksOf = async (siteId: string, byId: string): Promise<readonly Mark[]> =>
  (await all<Mark>('marks')).filter((mark) => mark.siteId === siteId && mark.byId === byId);

/** Hands in what was said. Throws when the platform cannot be reached; nothing is lost then, and nothing is twice. */
export async function handIn(incident: Incident, marks: readonly Mark[]): Promise<Handed> {
  const apart = await Promise.all([
    ...marks.filter(({ added }) => added).map((mark) => addEntry(incident.id, mark)),
    ...marks.filter(({ scanned }) => scanned).map((mark) => scanBadge(incident.id, mark)),
  ]);
  const given = marks.filter(({ added, scanned }) => !added && !scanned);
  const placed = given.flatMap((mark) => {
    const entryId = mark.entryId ?? incident.entries.find(({ personId }) => personId === mark.personId)?.id;
    return entryId ? [{ ...mark, entryId }] : [];
  });
  const lost = given.filter(({ id }) => !placed.some((mark) => mark.id === id));
  const { kept, refused } = await send(incident.id, placed);
  const handed = {
    kept: [...kept, ...apart.flatMap((one) => one.kept)],
    refused: [...refused, ...apart.flatMap((one) => one.refused), ...lost.map(({ id }) => ({ id, detail: '' }))],
    scanned: apart.flatMap((one) => one.scanned),
  };
  await drop('marks', [...handed.kept, ...handed.refused.map(({ id }) => id)]);
  return handed;
}

type Placed = Mark & Readonly<{ entryId: string }>;

const nothing: Handed = { kept: [], refused: [], scanned: [] };

const most = 500;

async function send(incidentId: string, marks: readonly Placed[]): Promise<Handed> {
  if (marks.length === 0) return nothing;
  const batch = marks.slice(0, most);
  const handed = await api.register.addMarks({
    incidentId,
    marks: batch.map(({ id, entryId, state, at, note, musterPoint }) => ({
      id,
      entryId,
      state,
      at,
      ...(note && { note }),
      ...(musterPoint && { musterPoint }),
    })),
    sentAt: new Date().toISOString(),
  });
  const rest = await send(incidentId, marks.slice(most));
  return { ...rest, kept: [...handed.kept, ...rest.kept], refused: [...handed.refused, ...rest.refused] };
}

const addEntry = (incidentId: string, { id, added = '', state, note }: Mark): Promise<Handed> =>
  unlessRefused(id, async () => {
    const entry = { key: id, displayName: added, kind: 'visitor', state, ...(note && { note }) } as const;
    await api.register.addEntry({ incidentId, ...entry });
    return { ...nothing, kept: [id] };
  });

const scanBadge = (incidentId: string, { id, scanned: code = '', at, musterPoint }: Mark): Promise<Handed> =>
  unlessRefused(id, async () => {
    const times = { at, sentAt: new Date().toISOString() };
    const scan = { code, markId: id, ...times, ...(musterPoint && { musterPoint }) };
    const entry = await api.register.scanBadge({ incidentId, ...scan });
    return { ...nothing, kept: [id], scanned: [{ id, entry }] };
  });

/** Throws what may pass: only what the platform will never take is given up. */
async function unlessRefused(id: string, hand: () => Promise<Handed>): Promise<Handed> {
  try {
    return await hand();
  } catch (error) {
    if (!isProblem(error) || error.status === 0 || error.status === 429 || error.status >= 500) throw error;
    return { ...nothing, refused: [{ id, detail: error.message }] };
  }
}
