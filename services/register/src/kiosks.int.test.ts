import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import { Direction } from '@guildhall/contracts/register/v1/events';
import { KioskKind, KioskService, KioskStatus, SyncOutcome } from '@guildhall/contracts/register/v1/kiosks';
import { anonymous, AppError } from '@guildhall/kernel';
import { type Bus, type Call, type Client, client, connectBus, type Implementation, serve } from '@guildhall/messaging';
import { type TestClock, testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { macOf } from './adapters/node/kiosk-codes.ts';
import { as, callRegister, startRegister } from './testing.ts';

let nats: TestNats;
let bus: Bus;
let clock: TestClock;
let instances: Awaited<ReturnType<typeof startRegister>>[];
let identity: ReturnType<typeof serve>;
let register: ReturnType<typeof callRegister>;
let kiosks: Client<typeof KioskService>;

const admin = as('Alex Admin');
const ada = as('Ada Lovelace');

/** As much of identity as devices need: a token for each device, one person with a PIN. */
const devices: Partial<Implementation<typeof CredentialService>> = {
  createDeviceCredential: async ({ id }) => ({ id, token: `token-of-${id}` }),
  revokeDeviceCredential: async () => ({}),
  findByPin: async ({ number, pin }) => {
    if (`${number} ${pin}` !== '1815 271828') throw new AppError('unauthenticated', 'identity.wrong_pin', 'Wrong.');
    return { personId: 'ada-lovelace', firstName: 'Ada', displayName: 'Ada Lovelace' };
  },
};

beforeAll(async () => {
  nats = await testNats();
  clock = testClock('2026-03-02T09:00:00Z');
  bus = await connectBus({ servers: nats.url, name: 'test' });
  identity = serve(bus, CredentialService, devices as Implementation<typeof CredentialService>);
  const database = uniqueName('kiosks');
  instances = [];
  for (let i = 0; i < 2; i++) instances.push(await startRegister({ natsUrl: nats.url, database, clock }));
  register = callRegister(bus);
  kiosks = client(bus, KioskService, { timeoutMs: 10_000 });
  const people = instances[0]!.store.connection.collection<{ _id: string; displayName: string }>('people');
  await people.insertOne({ _id: 'ada-lovelace', displayName: 'Ada Lovelace' });
});

afterAll(async () => {
  await identity.close();
  await bus.close();
  await instances[0]?.store.connection.dropDatabase();
  await Promise.all(instances.map(({ close }) => close()));
  await nats.close();
});

/** What travels beside the call of a device. */
const device = (id: string, siteId: string): Pick<Call, 'principal' | 'client'> => ({
  principal: { ...anonymous, kind: 'kiosk', sessionId: id, siteId },
  client: { ip: '192.0.2.8', userAgent: 'Kiosk' },
});

/** Each test has a site with a paired device of its own. */
async function paired(kind: KioskKind = KioskKind.KIOSK) {
  const site = { id: uniqueName('site').replaceAll('_', '-'), name: 'Vauxhall Walk', timeZone: 'Europe/London' };
  const { id: siteId } = await register.createSite({ site }, admin);
  const { code } = await kiosks.createKiosk({ kiosk: { siteId, name: 'Hall', kind } }, admin);
  const { kiosk, token } = await kiosks.pairKiosk({ code });
  const id = kiosk!.id;
  return { siteId, id, token, by: device(id, siteId) };
}

const at = (text: string) => timestampFromDate(new Date(text));
const staysAt = async (siteId: string) => {
  const found = await instances[0]!.store.connection.collection('visits').find({ 'state.siteId': siteId }).toArray();
  const times = (state: { in: { at: Date }; out?: { at: Date } }) => [
    state.in.at.toISOString(),
    state.out?.at.toISOString(),
  ];
  return found.map(({ state }) => times(state)).sort();
};

describe('a kiosk', () => {
  it('is paired once, listed as seen, and out when revoked', async () => {
    const { siteId, id, token, by } = await paired();
    expect(token).toBe(`token-of-${id}`);
    expect(await kiosks.getKioskConfig({}, by)).toMatchObject({ siteName: 'Vauxhall Walk', idleSeconds: 20 });
    expect((await kiosks.listKiosks({ siteId }, admin)).kiosks).toMatchObject([{ id, status: KioskStatus.PAIRED }]);
    await kiosks.revokeKiosk({ kioskId: id }, admin);
    await expect(kiosks.getKioskConfig({}, by)).rejects.toMatchObject({ code: 'register.kiosk_off' });
  });

  it('shows a code that signs in by itself computed proof, once, through any process', async () => {
    clock.set('2026-03-02T09:00:00Z');
    const { siteId, id, by } = await paired();
    const { codeKey, stepSeconds, codePrefix } = await kiosks.getKioskConfig({}, by);
    const step = Math.floor(clock.now().getTime() / 1000 / stepSeconds);
    const code = `${codePrefix}${id}.${step}.${macOf(codeKey, id, step)}`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => kiosks.scanKiosk({ code }, ada)));
    expect(new Set(answers.map(({ inside }) => inside))).toEqual(new Set([true]));
    expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
    expect(await staysAt(siteId)).toHaveLength(1);
  });

  it('signs in by PIN and shows a first name and an initial', async () => {
    const { by } = await paired();
    expect(await kiosks.moveByPin({ number: '1815', pin: '271828' }, by)).toMatchObject({
      shownName: 'Ada L.',
      inside: true,
    });
    await expect(kiosks.moveByPin({ number: '1815', pin: '1' }, by)).rejects.toMatchObject({
      code: 'identity.wrong_pin',
    });
  });

  it('receives a visitor, prints the badge, and lets them go by it', async () => {
    const { by } = await paired();
    const { visitorId, shownName } = await kiosks.receiveAtKiosk({ walkIn: { name: 'Cy Twombly' } }, by);
    expect(shownName).toBe('Cy T.');
    const badge = await kiosks.getBadgeAtKiosk({ visitorId }, by);
    expect(Buffer.from(badge.data).toString()).toContain('Cy Twombly');
    expect((await kiosks.findExpected({ name: 'cy' }, by)).visitors).toMatchObject([{ id: visitorId, inside: true }]);
    expect(await kiosks.leaveAtKiosk({ visitorId }, by)).toMatchObject({ changed: true, inside: false });
  });
});

describe('what a kiosk hands in afterwards', () => {
  it('gives the same visits in two halves, the later one first, twice, through two processes', async () => {
    clock.set('2026-03-10T18:00:00Z');
    const { siteId, by } = await paired();
    const pin = (id: string, time: string, direction: Direction) => ({
      id,
      at: at(`2026-03-10T${time}:00Z`),
      what: {
        case: 'pin',
        value: {
          number: '1815',
          pin: '271828',
          direction,
        },
      } as const,
    });
    const morning = [pin('event-1', '09:00', Direction.IN), pin('event-2', '12:00', Direction.OUT)];
    const afternoon = [pin('event-3', '13:00', Direction.IN), pin('event-4', '17:00', Direction.OUT)];
    const batches = [afternoon, morning, afternoon, morning];
    await Promise.all(batches.map((events) => kiosks.syncKiosk({ events }, by)));
    expect(await staysAt(siteId)).toEqual([
      ['2026-03-10T09:00:00.000Z', '2026-03-10T12:00:00.000Z'],
      ['2026-03-10T13:00:00.000Z', '2026-03-10T17:00:00.000Z'],
    ]);
  });

  it('has visitors among it', async () => {
    clock.set('2026-03-11T18:00:00Z');
    const { siteId, by } = await paired();
    const arrival = { case: 'arrival', value: { walkIn: { name: 'Cy Twombly' } } } as const;
    const departure = { case: 'departure', value: { arrivalEventId: 'arrival-1' } } as const;
    const events = [
      { id: 'arrival-1', at: at('2026-03-11T09:00:00Z'), what: arrival },
      { id: 'departure-1', at: at('2026-03-11T10:00:00Z'), what: departure },
    ];
    const { results } = await kiosks.syncKiosk({ events }, by);
    expect(results.map(({ outcome }) => outcome)).toEqual([SyncOutcome.APPLIED, SyncOutcome.APPLIED]);
    expect(await staysAt(siteId)).toEqual([['2026-03-11T09:00:00.000Z', '2026-03-11T10:00:00.000Z']]);
  });
});

describe('a door reader', () => {
  it('moves who has the badge, and answers the same for a badge that nobody has', async () => {
    clock.set('2026-03-12T09:00:00Z');
    const { siteId, by } = await paired(KioskKind.DOOR);
    await kiosks.assignBadge({ badgeId: '04A22F', personId: 'ada-lovelace', label: 'no 7' }, admin);
    const read = (id: string, badgeId: string) => ({ id, badgeId, at: at('2026-03-12T08:59:00Z') });
    const { results } = await kiosks.recordBadgeEvents(
      { events: [read('tap-0001', '04A22F'), read('tap-0001', 'X')] },
      by,
    );
    expect(results[0]).toEqual(results[1]);
    expect(await staysAt(siteId)).toEqual([['2026-03-12T08:59:00.000Z', undefined]]);
    const { audits } = await register.listAudits({ action: 'badge.unknown' }, admin);
    expect(audits).toHaveLength(1);
    expect((await kiosks.listBadges({}, admin)).badges).toMatchObject([{ personId: 'ada-lovelace', label: 'no 7' }]);
  });

  it('can do nothing else', async () => {
    const { by } = await paired(KioskKind.DOOR);
    await expect(kiosks.findHosts({ name: 'ada' }, by)).rejects.toMatchObject({ code: 'register.kiosk_is_door' });
  });
});
