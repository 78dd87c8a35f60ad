import { beforeAll, describe, expect, it, vi } from 'vitest';
import { content } from './platform/http.ts';
import { codeAt, codeNow, type Kiosk, newKiosk, pair, pairingCode } from './platform/kiosk.ts';
import { administrator, type Member, newcomer } from './platform/people.ts';
import { clock } from './platform/sandbox.ts';
import { giveBadge, move, newSite, presenceAt, type Site, statusOf } from './platform/sites.ts';
import { unique } from './platform/unique.ts';

type Scan = Readonly<{ siteId: string; inside: boolean; changed: boolean; visitId?: string; occupancy: number }>;
type Synced = Readonly<{ results: readonly Readonly<{ id: string; outcome: string; code?: string }>[] }>;

const scan = ({ device }: Member, code: string) =>
  device.call<Scan>('POST', '/api/register/me/kiosk-scan', { body: { code } });
const before = async (seconds: number): Promise<string> =>
  new Date((await clock.now()).getTime() - seconds * 1_000).toISOString();

let ada: Member;
let site: Site;
let kiosk: Kiosk;
beforeAll(async () => {
  ada = await newcomer('Ada', 'Lovelace');
});

describe('a device at the door', () => {
  beforeAll(async () => {
    site = await newSite();
  });

  it('becomes a kiosk by a code that works once', async () => {
    const { code, kiosk: made } = await pairingCode(site.id);
    content(await pair(code.toLowerCase()));
    const again = await pair(code);
    expect([again.status, again.json]).toMatchObject([410, { code: 'register.pairing_code_unusable' }]);
    const { device } = await administrator();
    type Listed = Readonly<{ kiosks: readonly object[] }>;
    const { kiosks } = content(await device.call<Listed>('GET', `/api/register/kiosks?siteId=${site.id}`));
    expect(kiosks).toMatchObject([{ id: made.id, status: 'paired' }]);
  });

  it('does not by a code that was left lying', async () => {
    const { code, expiresAt } = await pairingCode(site.id);
    await clock.moveTo(new Date(expiresAt));
    expect((await pair(code)).json).toMatchObject({ code: 'register.pairing_code_unusable' });
  });

  it('can do what kiosks do and nothing that people do', async () => {
    const { device, config } = await newKiosk(site.id);
    expect(config).toMatchObject({ siteName: site.name, kiosk: { siteId: site.id, status: 'paired' } });
    for (const path of ['/api/people/me', '/api/register/me/status', `/api/register/sites/${site.id}/presence`])
      expect([path, (await device.call('GET', path)).status]).toEqual([path, 403]);
    expect((await ada.device.call('GET', '/api/register/kiosk/config')).status).toBe(403);
  });

  it('is out from the moment it is revoked', async () => {
    const { id, device } = await newKiosk(site.id);
    const { device: admin } = await administrator();
    content(await admin.call('DELETE', `/api/register/kiosks/${id}`), 204);
    await expect.poll(async () => (await device.call('GET', '/api/register/kiosk/config')).status).toBe(401);
  });
});

describe('a code that changes every half minute', () => {
  beforeAll(async () => {
    site = await newSite();
    kiosk = await newKiosk(site.id);
  });

  it('lets a phone in, and the next one out', async () => {
    expect(content(await scan(ada, await codeNow(kiosk)))).toMatchObject({ inside: true, changed: true, occupancy: 1 });
    expect((await presenceAt(site.id)).people).toMatchObject([{ personId: ada.person.id }]);
    await clock.advance(60);
    expect(content(await scan(ada, await codeNow(kiosk)))).toMatchObject({ inside: false, changed: true });
    expect((await presenceAt(site.id)).count).toBe(0);
  });

  it('counts once, however often one phone scans it', async () => {
    await clock.advance(60);
    const code = await codeNow(kiosk);
    const replies = await Promise.all([scan(ada, code), scan(ada, code), scan(ada, code)]);
    expect(replies.map((reply) => content(reply).inside)).toEqual([true, true, true]);
    expect(replies.filter(({ json }) => json.changed)).toHaveLength(1);
    content(await move(ada.device, 'out', site.id));
  });

  it('is worth nothing on a picture that somebody took earlier', async () => {
    const picture = await codeNow(kiosk);
    await clock.advance(300);
    const late = await scan(ada, picture);
    expect([late.status, late.json]).toMatchObject([410, { code: 'register.kiosk_code_unusable' }]);
    expect((await statusOf(ada.device, site.id)).state).toBe('out');
  });

  it('cannot be made up, nor made for later', async () => {
    const code = await codeNow(kiosk);
    const madeUp = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
    const later = codeAt(kiosk, new Date((await clock.now()).getTime() + 600_000));
    for (const each of [madeUp, later])
      expect((await scan(ada, each)).json).toMatchObject({ code: 'register.kiosk_code_unusable' });
    expect((await statusOf(ada.device, site.id)).state).toBe('out');
  });
});

describe('a number and a PIN', () => {
  const pin = '271828';
  let number: string;
  beforeAll(async () => {
    site = await newSite();
    kiosk = await newKiosk(site.id);
    const made = await ada.device.call<{ number: string }>('PUT', '/api/people/me/pin', { body: { pin } });
    number = content(made).number;
  });
  const press = (body: object) =>
    kiosk.device.call<{ inside: boolean; shownName: string }>('POST', '/api/register/kiosk/pin', { body });

  it('move who has no phone with them, by first name and initial', async () => {
    const moved = content(await press({ number, pin }));
    expect(moved).toMatchObject({ shownName: 'Ada L.', inside: true, changed: true });
    expect(content(await press({ number, pin, direction: 'out' }))).toMatchObject({ inside: false });
  });

  it('are locked after some wrong ones, for who knows the right one too', async () => {
    const codes: unknown[] = [];
    for (let i = 0; i < 12 && codes.at(-1) !== 'identity.pin_locked'; i += 1)
      codes.push((await press({ number, pin: '314159' })).json['code' as never]);
    expect(codes.at(-1)).toBe('identity.pin_locked');
    const right = await press({ number, pin });
    expect([right.status, right.json]).toMatchObject([423, { code: 'identity.pin_locked' }]);
    expect((await presenceAt(site.id)).count).toBe(0);
  });
});

describe('what a kiosk kept while the line was cut', () => {
  let number: string;
  const pin = '141421';
  let bob: Member;
  beforeAll(async () => {
    bob = await newcomer('Bob', 'Noyce');
    const made = await bob.device.call<{ number: string }>('PUT', '/api/people/me/pin', { body: { pin } });
    number = content(made).number;
  });
  const sync = async (events: readonly object[]) =>
    content(await kiosk.device.call<Synced>('POST', '/api/register/kiosk/sync', { body: { events } })).results;

  it('becomes the visits that they were, at their times, and once', async () => {
    site = await newSite();
    kiosk = await newKiosk(site.id);
    const [cameAt, leftAt] = [await before(1_200), await before(600)];
    const events = [
      { id: `in-${unique()}`, at: cameAt, pin: { number, pin, direction: 'in' } },
      { id: `out-${unique()}`, at: leftAt, pin: { number, pin, direction: 'out' } },
      { id: `visitor-${unique()}`, at: cameAt, arrival: { walkIn: { name: 'Cy Twombly' } } },
    ];
    expect((await sync(events)).map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
    expect((await sync(events)).map(({ outcome }) => outcome)).toEqual(['repeated', 'repeated', 'repeated']);
    type Mine = Readonly<{ visits: readonly object[] }>;
    await vi.waitFor(async () => {
      const { visits } = content(await bob.device.call<Mine>('GET', `/api/register/me/visits?siteId=${site.id}`));
      expect(visits).toMatchObject([{ arrivedAt: cameAt, leftAt, open: false }]);
    });
    expect((await presenceAt(site.id)).people).toMatchObject([{ displayName: 'Cy Twombly', since: cameAt }]);
  });

  it('is refused one by one: what is too old, what is yet to come, what nobody may', async () => {
    const wrong = { number, pin: '999999', direction: 'in' };
    const right = { number, pin, direction: 'in' };
    const results = await sync([
      { id: `old-${unique()}`, at: await before(73 * 3_600), pin: right },
      { id: `new-${unique()}`, at: await before(-3_600), pin: right },
      { id: `bad-${unique()}`, at: await before(60), pin: wrong },
    ]);
    expect(results).toMatchObject([
      { outcome: 'refused', code: 'register.event_too_old' },
      { outcome: 'refused', code: 'register.event_in_future' },
      { outcome: 'refused', code: 'identity.wrong_pin' },
    ]);
  });
});

describe('a badge', () => {
  it('moves who has it, and one that nobody has is answered the same', async () => {
    site = await newSite();
    const door = await newKiosk(site.id, { kind: 'door', name: 'Yard' });
    const badgeId = unique();
    const assigned = { badgeId, personId: ada.person.id, label: `no ${badgeId}` };
    await giveBadge(assigned);
    const read = async (badge: string) => {
      const events = [{ id: `tap-${unique()}`, badgeId: badge, at: await before(1) }];
      const { results } = content(
        await door.device.call<Synced>('POST', '/api/register/badge-events', { body: { events } }),
      );
      return results.map(({ id: _, ...result }) => result);
    };
    expect(await read(badgeId)).toEqual(await read(unique()));
    expect((await presenceAt(site.id)).people).toMatchObject([{ personId: ada.person.id }]);
  });
});
