import { describe, expect, it } from 'vitest';
import { aPerson } from '../testing.ts';
import { aKioskSite } from './testing.ts';

const at = new Date('2026-03-02T09:00:00Z');

const by = aPerson('Alex Admin');

const reading = (badgeId: string, eventId = 'event-1') => ({ badgeId, kioskId: 'k', siteId: 'vw', eventId, at });

describe('a badge', () => {
  it('is kept as a hash, and found by what the reader reads', async () => {
    const site = aKioskSite();
    const badge = await site.assignBadge({ badgeId: '04:A2:2F', personId: 'grace', label: 'no 7', by });
    expect(JSON.stringify(badge)).not.toContain('A2');
    expect(await site.readBadge(reading('04:a2:2f'))).toMatchObject({ id: 'grace', displayName: 'Grace Hopper' });
  });

  it('belongs to whom it was given last', async () => {
    const site = aKioskSite();
    await site.assignBadge({ badgeId: 'X', personId: 'grace', label: '', by });
    await site.assignBadge({ badgeId: 'X', personId: 'gregor', label: '', by });
    expect(await site.readBadge(reading('X'))).toMatchObject({ id: 'gregor' });
    expect(await site.badges.all()).toHaveLength(1);
  });

  it('is given to nobody unknown', async () => {
    const assigning = aKioskSite().assignBadge({ badgeId: 'X', personId: 'nobody', label: '', by });
    await expect(assigning).rejects.toMatchObject({ code: 'register.person_not_found' });
  });

  it('is given and taken away with an audit entry of who did it', async () => {
    const site = aKioskSite();
    const { id } = await site.assignBadge({ badgeId: 'X', personId: 'grace', label: '', by });
    await site.removeBadge({ id, by });
    await expect(site.removeBadge({ id, by })).rejects.toMatchObject({ code: 'register.badge_not_found' });
    expect(await site.badges.all()).toEqual([]);
    expect([...site.audits.entries.values()]).toMatchObject([
      { action: 'badge.assign', actorId: 'alex-admin', subjectId: 'grace', ip: by.ip },
      { action: 'badge.remove', actorId: 'alex-admin', subjectId: 'grace', ip: by.ip },
    ]);
  });
});

describe('an unknown badge', () => {
  it('is recorded once for each event, without what was read', async () => {
    const site = aKioskSite();
    for (const id of ['event-1', 'event-1', 'event-2'])
      expect(await site.readBadge(reading('04:A2', id))).toBeUndefined();
    const entries = [...site.audits.entries.values()];
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['badge.unknown', 'k'],
      ['badge.unknown', 'k'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('04:A2');
  });

  it('is answered like a known one', async () => {
    const site = aKioskSite();
    await site.assignBadge({ badgeId: 'X', personId: 'grace', label: '', by });
    const tap = (id: string, badgeId: string) => ({
      id,
      key: id,
      at,
      what: 'tap' as const,
      entrance: '',
      subject: () => site.readBadge(reading(badgeId, id)),
    });
    const [known, unknown] = await site.sync({ siteId: 'vw', events: [tap('e1', 'X'), tap('e1', 'Y')] });
    expect(known).toEqual(unknown);
  });
});
