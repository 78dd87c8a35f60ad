import { describe, expect, it } from 'vitest';
import { someone } from '../visitors/testing.ts';
import { visitorId } from '../../domain/visitors/visitor.ts';
import type { DeviceEvent } from './sync-events.ts';
import { aKioskSite } from './testing.ts';

const evening = '2026-03-02T18:00:00Z';
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const nothing = { visitorId: '', vehicle: '', acceptances: [] };
const arrival = { ...nothing, siteId: 'vw', eventKey: 'event-1', at: at('09:00'), walkIn: someone };

const batch = (site: ReturnType<typeof aKioskSite>, leaves: boolean): DeviceEvent[] => [
  {
    id: 'event-1',
    key: 'event-1',
    at: at('09:00'),
    what: 'in',
    entrance: '',
    subject: () => site.arrivedOffline(arrival),
  },
  ...(leaves
    ? [
        {
          id: 'event-2',
          key: 'event-2',
          at: at('11:00'),
          what: 'out' as const,
          entrance: '',
          subject: () => site.departedOffline('vw', '', 'event-1'),
        },
      ]
    : []),
];

describe('a visitor who came while the kiosk had no connection', () => {
  it('is one visitor with the original times, however often it is sent', async () => {
    const site = aKioskSite(evening);
    for (let i = 0; i < 2; i++) {
      const results = await site.sync({ siteId: 'vw', events: batch(site, true) });
      for (const { visitorId } of results) await site.followVisit(visitorId, arrival);
    }
    const id = visitorId('event-1');
    expect(await site.staysOf(id)).toEqual([['03-02T09:00', '03-02T11:00']]);
    expect([...site.visitors.stored.values()]).toMatchObject([{ id, status: 'left', leftAt: at('11:00') }]);
    expect(site.visitors.told()).toEqual(['visitor-arrived', 'visitor-left']);
  });

  it('is inside when nothing says otherwise, and the host hears of it', async () => {
    const site = aKioskSite('2026-03-02T09:20:00Z');
    const hosted = { ...arrival, walkIn: { ...someone, hostId: 'grace' } };
    const subject = () => site.arrivedOffline(hosted);
    await site.sync({
      siteId: 'vw',
      events: [{ id: 'event-1', key: 'event-1', at: at('09:00'), what: 'in', entrance: '', subject }],
    });
    await site.followVisit(visitorId('event-1'), hosted);
    expect(site.visitors.told()).toEqual(['visitor-arrived', 'host-arrival']);
    expect(site.presence.count('vw')).toBe(1);
  });

  it('is to be sent again when the departure is handed in before the arrival', async () => {
    const site = aKioskSite(evening);
    const [came, went] = batch(site, true);
    expect(await site.sync({ siteId: 'vw', events: [went!] })).toMatchObject([{ outcome: 'retry' }]);
    await site.sync({ siteId: 'vw', events: [went!, came!] });
    expect(await site.staysOf(visitorId('event-1'))).toEqual([['03-02T09:00', '03-02T11:00']]);
  });

  it('is counted even when the host is nobody the register knows', async () => {
    const site = aKioskSite(evening);
    const odd = { ...arrival, walkIn: { ...someone, hostId: 'nobody' } };
    const subject = () => site.arrivedOffline(odd);
    await site.sync({
      siteId: 'vw',
      events: [{ id: 'event-1', key: 'event-1', at: at('09:00'), what: 'in', entrance: '', subject }],
    });
    expect(site.presence.count('vw')).toBe(1);
  });

  it('is among those of the day on which they came, handed in a day later', async () => {
    const site = aKioskSite('2026-03-03T10:00:00Z');
    for (const one of batch(site, true)) await site.sync({ siteId: 'vw', events: [one] });
    await site.followVisit(visitorId('event-1'), arrival);
    expect([...site.visitors.stored.values()]).toMatchObject([{ expectedOn: '2026-03-02', status: 'left' }]);
  });

  it('keeps a telephone number, and comes in without one that cannot be', async () => {
    const site = aKioskSite(evening);
    const phoned = (phone: string, eventKey: string) =>
      site.arrivedOffline({ ...arrival, eventKey, walkIn: { ...someone, phone } });
    await phoned('+44 20 7946 0018', 'event-1');
    await phoned('nobody knows', 'event-2');
    expect([...site.visitors.stored.values()].map(({ phone }) => phone)).toEqual(['+442079460018', '']);
  });

  it('goes by the name of the event in whatever batch', async () => {
    const site = aKioskSite(evening);
    for (const one of batch(site, true)) await site.sync({ siteId: 'vw', events: [one] });
    expect(await site.staysOf(visitorId('event-1'))).toEqual([['03-02T09:00', '03-02T11:00']]);
  });
});
