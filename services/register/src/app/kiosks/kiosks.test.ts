import { describe, expect, it } from 'vitest';
import { aSite } from '../testing.ts';
import { ada, aKioskSite } from './testing.ts';

const pin = { number: '1815', pin: '271828', by: { ...ada, personId: '', displayName: '' } } as const;

describe('pairing a kiosk', () => {
  it('takes the code however it is typed, once', async () => {
    const site = aKioskSite();
    const { code } = await site.register({ siteId: 'vw', name: 'Hall', entrance: '', kind: 'kiosk' });
    const typed = `${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`;
    expect(await site.pair(typed)).toMatchObject({ kiosk: { status: 'paired' }, token: 'token-1' });
    await expect(site.pair(code)).rejects.toMatchObject({ code: 'register.pairing_code_unusable' });
  });

  it('lets one of two devices that type the code at once win', async () => {
    const site = aKioskSite();
    const { code } = await site.register({ siteId: 'vw', name: 'Hall', entrance: '', kind: 'kiosk' });
    const outcomes = await Promise.allSettled([site.pair(code), site.pair(code)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(site.credentials.tokens.size).toBe(1);
  });

  it('gives the code back when no token could be made', async () => {
    const site = aKioskSite();
    const { code } = await site.register({ siteId: 'vw', name: 'Hall', entrance: '', kind: 'kiosk' });
    const { create } = site.credentials;
    Object.assign(site.credentials, { create: () => Promise.reject(new Error('away')) });
    await expect(site.pair(code)).rejects.toThrow('away');
    Object.assign(site.credentials, { create });
    expect(await site.pair(code)).toMatchObject({ kiosk: { status: 'paired' } });
  });

  it('is refused at an entrance that the site does not have', async () => {
    const site = aKioskSite(undefined, aSite({ entrances: [{ id: 'front', name: 'Front' }] }));
    const kiosk = { siteId: 'vw', name: 'Hall', entrance: 'Roof', kind: 'kiosk' } as const;
    await expect(site.register(kiosk)).rejects.toMatchObject({ code: 'register.unknown_entrance' });
  });
});

describe('a revoked kiosk', () => {
  it('is out: token, calls and what it shows', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    await site.revoke(kiosk.id);
    expect(site.credentials.tokens.size).toBe(0);
    await expect(site.config(kiosk.id)).rejects.toMatchObject({ code: 'register.kiosk_off' });
    await expect(site.scan({ code: site.shownBy(kiosk), by: ada })).rejects.toMatchObject({
      code: 'register.kiosk_code_unusable',
    });
  });
});

describe('scanning the code on a kiosk', () => {
  it('signs in, and with the next code out, by kiosk', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    expect(await site.scan({ code: site.shownBy(kiosk), by: ada })).toMatchObject({ inside: true, changed: true });
    site.clock.set('2026-03-02T17:00:00Z');
    expect(await site.scan({ code: site.shownBy(kiosk), by: ada })).toMatchObject({ inside: false, changed: true });
    const [visit] = await site.visits.allOf('ada');
    expect([visit?.in.via, visit?.out?.via]).toEqual(['kiosk', 'kiosk']);
  });

  it('toggles once for one code, also when sent twice at once', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    for (const inside of [true, false, true]) {
      const scan = () => site.scan({ code: site.shownBy(kiosk), by: ada });
      const answers = [...(await Promise.all([scan(), scan(), scan()])), await scan()];
      expect(new Set(answers.map((answer) => answer.inside))).toEqual(new Set([inside]));
      expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
      site.clock.set(new Date(site.clock.now().getTime() + 60_000).toISOString());
    }
  });

  it('is one toggle for each of two people with the same code', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    const bob = { ...ada, personId: 'bob', displayName: 'Bob Bauer' };
    const code = site.shownBy(kiosk);
    const answers = [await site.scan({ code, by: ada }), await site.scan({ code, by: bob })];
    expect(answers.map(({ occupancy }) => occupancy)).toEqual([1, 2]);
  });

  it.each([
    ['too old', -61_000],
    ['from the future', 61_000],
  ])('is refused when the code is %s', async (_, offMs) => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    const code = site.shownBy(kiosk, new Date(site.clock.now().getTime() + offMs));
    await expect(site.scan({ code, by: ada })).rejects.toMatchObject({ code: 'register.kiosk_code_unusable' });
  });

  it('is refused with a proof of another kiosk, and of an earlier pairing', async () => {
    const site = aKioskSite();
    const [{ kiosk }, { kiosk: other }] = [await site.paired(), await site.paired()];
    const before = site.shownBy(kiosk);
    const foreign = site.shownBy(other).replace(other.id, kiosk.id);
    await site.pair((await site.offerPairing(kiosk.id)).code);
    for (const code of [before, foreign, 'nonsense']) {
      await expect(site.scan({ code, by: ada })).rejects.toMatchObject({ code: 'register.kiosk_code_unusable' });
    }
  });
});

describe('number and PIN', () => {
  it('toggle, and show no more than a first name and an initial', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    const first = await site.moveByPin({ ...pin, kioskId: kiosk.id });
    const second = await site.moveByPin({ ...pin, kioskId: kiosk.id });
    expect([first, second]).toMatchObject([
      { shownName: 'Grace H.', inside: true },
      { shownName: 'Grace H.', inside: false },
    ]);
  });

  it('say nothing new when the direction is what already is', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    await site.moveByPin({ ...pin, kioskId: kiosk.id, direction: 'in' });
    const again = await site.moveByPin({ ...pin, kioskId: kiosk.id, direction: 'in' });
    expect(again).toMatchObject({ inside: true, changed: false });
  });

  it('that are wrong move nobody', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    await expect(site.moveByPin({ ...pin, pin: '1', kioskId: kiosk.id })).rejects.toMatchObject({
      code: 'identity.wrong_pin',
    });
    expect(site.visits.stored.size).toBe(0);
  });

  it('are not taken by a door reader', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired('door');
    await expect(site.moveByPin({ ...pin, kioskId: kiosk.id })).rejects.toMatchObject({
      code: 'register.kiosk_is_door',
    });
  });
});

describe('searching at a kiosk', () => {
  it('finds hosts by two letters, ten at most, by name only', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    expect(await site.findHosts({ kioskId: kiosk.id, name: 'gr' })).toEqual([
      { id: 'grace', name: 'Grace Hopper' },
      { id: 'gregor', name: 'Gregor Samsa' },
    ]);
    expect(await site.findHosts({ kioskId: kiosk.id, name: 'g ' })).toEqual([]);
  });

  it('finds visitors of today and those inside, and nobody else', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    await site.announce();
    await site.announce({ name: 'Lucy', expectedOn: '2026-03-03' });
    const { visitor } = await site.walkIn({ name: 'Luke' });
    const find = async () => (await site.findExpected({ kioskId: kiosk.id, name: 'lu' })).map(({ name }) => name);
    expect(await find()).toEqual(['Łukasz Żółć', 'Luke']);
    await site.leaves(visitor.id);
    expect(await find()).toEqual(['Łukasz Żółć']);
  });
});

describe('the configuration of a kiosk', () => {
  it('is all it needs, and a sign of life', async () => {
    const site = aKioskSite();
    const { kiosk } = await site.paired();
    site.clock.set('2026-03-02T10:00:00Z');
    const config = await site.config(kiosk.id);
    expect(config).toMatchObject({ site: { id: 'vw' }, today: '2026-03-02', reception: { idleSeconds: 20 } });
    expect(await site.kiosks.find(kiosk.id)).toMatchObject({ lastSeenAt: new Date('2026-03-02T10:00:00Z') });
  });
});
