/** `coming`: about to be the one that is sent, once the one before is retired. */
export type LinkStatus = 'coming' | 'active' | 'full' | 'expired' | 'retired';

/** A link by which so many people can join the workspace. Each place is somebody's, so that none is counted twice. */
export type InviteLink = Readonly<{
  id: string;
  version: number;
  /** Sealed: it lets anybody in. */
  sealedUrl: Uint8Array;
  endsWith: string;
  cap: number;
  /** Places that were taken before this was the link. */
  takenBefore: number;
  /** Who has a place. */
  holders: readonly string[];
  /** Who of them was seen in the workspace. */
  joiners: readonly string[];
  expiresAt?: Date;
  status: LinkStatus;
  /** Which warnings went out, such as "places:1600" and "days:7". */
  warned: readonly string[];
  createdAt: Date;
  createdBy: string;
}>;

export type LinkFact = Readonly<{ link: InviteLink; at: Date }> &
  (
    | Readonly<{ type: 'link-warning'; what: 'places' | 'days'; value: number }>
    | Readonly<{ type: 'link-full' | 'link-expired' | 'link-activated' }>
  );

export type LinkOutcome = Readonly<{ next: InviteLink; facts: readonly LinkFact[] }>;

/** At which parts of the places, and how many days before the end, administrators are warned. */
export type Warnings = Readonly<{ parts: readonly number[]; days: readonly number[] }>;

export const reservedOf = ({ takenBefore, holders }: InviteLink): number => takenBefore + holders.length;

const dayMs = 86_400_000;

export const isUsable = ({ status, expiresAt }: InviteLink, now: Date): boolean =>
  status === 'active' && !(expiresAt && expiresAt <= now);

/** Whoever has a place can still join by it. */
const isOpen = ({ status, expiresAt }: InviteLink, now: Date): boolean =>
  (status === 'active' || status === 'full') && !(expiresAt && expiresAt <= now);

/** Nothing where there is no place; a place that is the volunteer's already is not taken twice. */
export function reserve(
  link: InviteLink,
  volunteerId: string,
  now: Date,
  warnings: Warnings,
): LinkOutcome | 'has-place' | undefined {
  if (link.holders.includes(volunteerId)) return isOpen(link, now) ? 'has-place' : undefined;
  if (!isUsable(link, now) || reservedOf(link) >= link.cap) return undefined;
  const taken: InviteLink = { ...link, version: link.version + 1, holders: [...link.holders, volunteerId] };
  const isFull = reservedOf(taken) >= taken.cap;
  const passed = warnings.parts
    .map((part) => Math.ceil(link.cap * part))
    .filter((count) => reservedOf(link) < count && reservedOf(taken) >= count)
    // That it is full says more.
    .filter((count) => !isFull && !link.warned.includes(`places:${count}`));
  const next: InviteLink = {
    ...taken,
    warned: [...link.warned, ...passed.map((count) => `places:${count}`)],
    ...(isFull && { status: 'full' }),
  };
  const told = passed.map((value): LinkFact => ({ type: 'link-warning', what: 'places', value, link: next, at: now }));
  return { next, facts: isFull ? [...told, { type: 'link-full', link: next, at: now }] : told };
}

/** Gives a place back; a link that was full is in use again, unless another one is. */
export function release(link: InviteLink, volunteerId: string, now: Date, isOther: boolean): LinkOutcome | undefined {
  if (!link.holders.includes(volunteerId) || link.joiners.includes(volunteerId)) return undefined;
  const holders = link.holders.filter((id) => id !== volunteerId);
  const isBack = link.status === 'full' && !isOther && isOpen(link, now);
  const next: InviteLink = {
    ...link,
    version: link.version + 1,
    holders,
    ...(isBack && { status: 'active' as const }),
  };
  return { next, facts: isBack ? [{ type: 'link-activated', link: next, at: now }] : [] };
}

export function noteJoined(link: InviteLink, volunteerId: string): LinkOutcome | undefined {
  if (link.joiners.includes(volunteerId)) return undefined;
  return { next: { ...link, version: link.version + 1, joiners: [...link.joiners, volunteerId] }, facts: [] };
}

export function retire(link: InviteLink): LinkOutcome | undefined {
  if (link.status === 'retired') return undefined;
  return { next: { ...link, version: link.version + 1, status: 'retired' }, facts: [] };
}

/** Warns as the end comes nearer, and ends it. Nothing when nothing is due. */
export function age(link: InviteLink, now: Date, warnings: Warnings): LinkOutcome | undefined {
  const { expiresAt } = link;
  if (!expiresAt || link.status === 'expired' || link.status === 'retired') return undefined;
  if (expiresAt <= now) {
    const next: InviteLink = { ...link, version: link.version + 1, status: 'expired' };
    return { next, facts: link.status === 'active' ? [{ type: 'link-expired', link: next, at: now }] : [] };
  }
  const passed = warnings.days.filter(
    (days) => now.getTime() >= expiresAt.getTime() - days * dayMs && !link.warned.includes(`days:${days}`),
  );
  if (passed.length === 0) return undefined;
  const warned = [...link.warned, ...passed.map((days) => `days:${days}`)];
  const next: InviteLink = { ...link, version: link.version + 1, warned };
  // Where several are due at once, the nearest says it all.
  const value = Math.min(...passed);
  return { next, facts: [{ type: 'link-warning', what: 'days', value, link: next, at: now }] };
}

export function ageDueAt(link: InviteLink, warnings: Warnings): Date | undefined {
  const { expiresAt, status, warned, createdAt } = link;
  if (status === 'coming') return createdAt;
  if (!expiresAt || status === 'expired' || status === 'retired') return undefined;
  const before = warnings.days
    .filter((days) => !warned.includes(`days:${days}`))
    .map((days) => expiresAt.getTime() - days * dayMs);
  return new Date(Math.min(expiresAt.getTime(), ...before));
}
