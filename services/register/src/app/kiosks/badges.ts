import type { Clock, Handler } from '@guildhall/kernel';
import { personNotFound } from '../../domain/refusals.ts';
import type { AuditTrail } from '../ports.ts';
import type { Hosts } from '../visitors/ports.ts';
import type { Badge, Badges, KioskCodes } from './ports.ts';
import type { Subject } from './sync-events.ts';

export type AssignBadge = Readonly<{ badgeId: string; personId: string; label: string }>;

type Deps = Readonly<{ badges: Badges; hosts: Hosts; codes: KioskCodes; clock: Clock }>;

/** Gives a badge to a person; whoever had it has it no more. */
export const assignBadgeHandler =
  ({ badges, hosts, codes, clock }: Deps): Handler<AssignBadge, Badge> =>
  async ({ badgeId, personId, label }) => {
    const person = await hosts.find(personId);
    if (!person) throw personNotFound();
    const badge = { id: codes.badgeKey(badgeId), personId, displayName: person.name, label, assignedAt: clock.now() };
    await badges.put(badge);
    return badge;
  };

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
