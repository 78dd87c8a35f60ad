import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { badgeNotFound } from '../../domain/kiosks/refusals.ts';
import { personNotFound } from '../../domain/refusals.ts';
import type { Mover } from '../../domain/visit.ts';
import type { AuditTrail } from '../ports.ts';
import type { Hosts } from '../visitors/ports.ts';
import type { Badge, Badges, KioskCodes } from './ports.ts';
import type { Subject } from './sync-events.ts';

export type AssignBadge = Readonly<{ badgeId: string; personId: string; label: string; by: Mover }>;

type Deps = Readonly<{
  badges: Badges;
  hosts: Hosts;
  codes: KioskCodes;
  audits: AuditTrail;
  clock: Clock;
  newId: NewId;
}>;

/** Gives a badge to a person; whoever had it has it no more. */
export const assignBadgeHandler =
  (deps: Deps): Handler<AssignBadge, Badge> =>
  async ({ badgeId, personId, label, by }) => {
    const { badges, hosts, codes, clock } = deps;
    const person = await hosts.find(personId);
    if (!person) throw personNotFound();
    const badge = { id: codes.badgeKey(badgeId), personId, displayName: person.name, label, assignedAt: clock.now() };
    await recordChange(deps, 'badge.assign', personId, by);
    await badges.put(badge);
    return badge;
  };

/** `id` is what stands for the badge. */
export type RemoveBadge = Readonly<{ id: string; by: Mover }>;

/** Nobody has the badge any more. */
export const removeBadgeHandler =
  (deps: Omit<Deps, 'hosts' | 'codes'>): Handler<RemoveBadge> =>
  async ({ id, by }) => {
    const badge = await deps.badges.find(id);
    if (!badge) throw badgeNotFound();
    await recordChange(deps, 'badge.remove', badge.personId, by);
    await deps.badges.remove(id);
  };

// Before the change: whoever is cut short in between does it again, and no change is without an entry.
async function recordChange(
  { audits, clock, newId }: Pick<Deps, 'audits' | 'clock' | 'newId'>,
  action: 'badge.assign' | 'badge.remove',
  subjectId: string,
  { personId: actorId, via, ip, userAgent }: Mover,
): Promise<void> {
  await audits.record({ id: newId(), at: clock.now(), action, actorId, subjectId, siteId: '', via, ip, userAgent });
}

/** A badge at a reader. `eventId` makes the entry of an unknown one unique. */
export type ReadBadge = Readonly<{ badgeId: string; kioskId: string; siteId: string; eventId: string; at: Date }>;

type ReadDeps = Readonly<{ badges: Badges; hosts: Hosts; codes: KioskCodes; audits: AuditTrail }>;

/** Whose badge it is. One that nobody has leaves an audit entry, and the reader hears of no difference. */
export const readBadgeBy =
  ({ badges, hosts, codes, audits }: ReadDeps) =>
  async ({ badgeId, kioskId, siteId, eventId, at }: ReadBadge): Promise<Subject> => {
    const key = codes.badgeKey(badgeId);
    const badge = await badges.find(key);
    const person = badge && (await hosts.find(badge.personId));
    if (person) return { id: person.id, displayName: person.name, kind: 'person' };
    const id = `badge-${kioskId}-${codes.badgeKey(eventId)}`;
    const what = { action: 'badge.unknown', actorId: kioskId, subjectId: key, siteId } as const;
    await audits.record({ ...what, id, at, via: 'kiosk', ip: '', userAgent: '' });
    return undefined;
  };
