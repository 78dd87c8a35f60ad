import type { createApi, KioskEvent, SyncResult } from '@guildhall/client';
import { seal, type Sealed, unseal } from '../../offline/sealed.ts';
import { all, drop, keep } from '../../offline/vault.ts';

/** A visitor who came in at this kiosk, so that they can leave while there is no connection. */
export type Guest = Readonly<{
  /** The visitor, or the event of the arrival while the platform does not know them. */
  id: string;
  name: string;
  at: string;
  visitorId?: string;
}>;

const most = 200;

/** A guest of yesterday has gone. */
const keptMs = 24 * 3_600_000;

/** An event as it is kept: a PIN is sealed, for the device stands where everybody passes. */
type Kept = Omit<KioskEvent, 'pin'> & Readonly<{ pin?: KioskEvent['pin']; sealedPin?: Sealed }>;

/** What happened here and the platform does not know yet, first things first. */
export const waiting = (): Promise<readonly Pick<KioskEvent, 'id' | 'at'>[]> => all<Kept>('kiosk-events');

export async function enqueue({ pin, ...event }: KioskEvent): Promise<void> {
  const kept: Kept = pin ? { ...event, sealedPin: await seal(event.id, pin) } : event;
  await keep('kiosk-events', kept);
}

/** Undefined for a PIN that cannot be read any more. */
async function opened({ sealedPin, ...event }: Kept): Promise<KioskEvent | undefined> {
  if (!sealedPin) return event;
  const pin = (await unseal(event.id, sealedPin)) as KioskEvent['pin'];
  return pin && { ...event, pin };
}

const unreadable = ({ id }: Kept): SyncResult => ({ id, outcome: 'refused', code: '', detail: '', visitorId: '' });

export const addGuest = (guest: Guest): Promise<void> => keep('kiosk-people', guest);

export const removeGuest = (id: string): Promise<void> => drop('kiosk-people', [id]);

/** Who came in here and has not left, by a part of the name. */
export async function guestsNamed(name: string, now: Date): Promise<readonly Guest[]> {
  const guests = await all<Guest>('kiosk-people');
  const gone = guests.filter(({ at }) => now.getTime() - new Date(at).getTime() > keptMs);
  await drop(
    'kiosk-people',
    gone.map(({ id }) => id),
  );
  const wanted = name.toLocaleLowerCase().trim();
  return guests.filter((guest) => !gone.includes(guest) && guest.name.toLocaleLowerCase().includes(wanted));
}

type Sync = Pick<ReturnType<typeof createApi>['register'], 'syncKiosk'>;

/** Hands in what waits, with the original times. Resolves to what was refused for good. Throws when out of reach. */
export async function handIn(api: Sync): Promise<readonly SyncResult[]> {
  const refused: SyncResult[] = [];
  for (;;) {
    const kept = (await all<Kept>('kiosk-events')).slice(0, most);
    const read = await Promise.all(kept.map(opened));
    const events = read.filter((event) => event !== undefined);
    const lost = kept.filter((_, index) => !read[index]).map(unreadable);
    if (kept.length === 0) return refused;
    const { results } = events.length > 0 ? await api.syncKiosk({ events }) : { results: [] };
    const settled = [...results.filter(({ outcome }) => outcome !== 'retry'), ...lost];
    await Promise.all(settled.map(introduce));
    await drop(
      'kiosk-events',
      settled.map(({ id }) => id),
    );
    refused.push(...settled.filter(({ outcome }) => outcome === 'refused'));
    // What is to be sent again later is not sent again at once.
    if (settled.length < kept.length) return refused;
  }
}

/** The platform knows the guest now: from here on they leave under their own id. */
async function introduce({ id, visitorId }: SyncResult): Promise<void> {
  const guest = (await all<Guest>('kiosk-people')).find((one) => one.id === id);
  if (guest && visitorId) await addGuest({ ...guest, visitorId });
}
