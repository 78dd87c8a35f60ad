import { createHmac, createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browser } from './browser/browser.ts';
import { newDevice } from './platform/device.ts';
import { follow, nextEvent } from './platform/events.ts';
import { content } from './platform/http.ts';
import { entryOf, type Incident, incident, mark, startIncident } from './platform/incidents.ts';
import { administrator, type Member, newcomer } from './platform/people.ts';
import { clock } from './platform/sandbox.ts';
import { giveBadge, move, newSite, type Site } from './platform/sites.ts';
import { unique } from './platform/unique.ts';

const delivered = { timeout: 15_000, interval: 50 };

let warden: Member;
let ann: Member;
let bob: Member;
let nobody: Member;
let site: Site;
let drill: Incident;
beforeAll(async () => {
  warden = await newcomer('Wanda', 'Warden');
  ann = await newcomer('Ann', 'Early');
  bob = await newcomer('Bob', 'Noyce');
  nobody = await newcomer('Nora', 'Nobody');
  site = await newSite({ wardens: [warden.person.id] });
  for (const { device } of [ann, bob]) content(await move(device, 'in', site.id));
  drill = content(await startIncident(warden.device, site.id, { musterPoints: ['Car park'] }), 201);
});

const stream = (): string => `/api/register/incidents/${drill.id}/stream`;
const call = (messages: readonly Record<string, unknown>[]) =>
  messages.flatMap(({ calls }) => calls as { entryId: string; delivery: { state: string; channel: string } }[]);

describe('a warden without the rights of an administrator', () => {
  it('follows the board: what others mark, and what becomes of the calls', async () => {
    const feed = await follow(warden.device, stream());
    await nextEvent(feed, ({ event }) => event === 'snapshot');
    const { id } = await entryOf(warden.device, drill.id, bob.person.id);
    content(await mark(warden.device, drill.id, id, { markId: unique(20), state: 'help' }));
    await nextEvent(feed, ({ event, data }) => event === 'roll-call-marked' && data['entryId'] === id);
    await clock.advance(61);
    await vi.waitFor(() => {
      const told = feed.seen.filter(({ event }) => event === 'roll-call-calls-changed').map(({ data }) => data);
      expect(call(told).map(({ delivery }) => delivery.state)).toContain('sent');
    }, delivered);
    feed.close();
  });

  it('sees on the board what became of the calls', async () => {
    await vi.waitFor(async () => {
      const { deliveries } = await entryOf(warden.device, drill.id, ann.person.id);
      expect(deliveries).toContainEqual(expect.objectContaining({ channel: 'email', state: 'sent' }));
    }, delivered);
  });

  it('is the only one who follows: others are refused, as if they came back too', async () => {
    const feed = await follow(warden.device, stream());
    const { id } = await entryOf(warden.device, drill.id, ann.person.id);
    content(await mark(warden.device, drill.id, id, { markId: unique(20), state: 'missing' }));
    const seen = await nextEvent(feed, ({ event }) => event === 'roll-call-marked');
    feed.close();
    for (const lastId of [undefined, seen.id]) {
      await expect(follow(nobody.device, stream(), lastId)).rejects.toThrow('register.not_a_warden');
    }
  });
});

describe('a badge at a muster point', () => {
  const { open } = browser();
  const scan = (body: object) =>
    warden.device.call<{ personId: string; state: string }>('POST', `/api/register/incidents/${drill.id}/scans`, {
      body: { markId: unique(20), musterPoint: 'Car park', ...body },
    });

  it('of a member is read by its number, and one that nobody has says nothing', async () => {
    const badgeId = unique();
    await giveBadge({ badgeId, personId: ann.person.id });
    expect(content(await scan({ code: badgeId }))).toMatchObject({ personId: ann.person.id, state: 'safe' });
    expect(await scan({ code: unique() })).toMatchObject({ json: { code: 'register.unknown_code' } });
  });

  it('is noted on the phone while there is no connection, and handed in afterwards', async () => {
    const badgeId = unique();
    await giveBadge({ badgeId, personId: bob.person.id });
    const page = await open(`/evacuation?incident=${drill.id}`, { as: warden.device });
    await page.getByRole('button', { name: 'Scan badges' }).click();
    await page.context().setOffline(true);
    await page.getByLabel('Number of a badge').fill(badgeId);
    await page.getByRole('dialog').getByRole('button', { name: 'Safe' }).click();
    await page.getByText('Noted.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Bob Noyce: safe').waitFor();
    const { state, marks } = await entryOf(warden.device, drill.id, bob.person.id);
    expect([state, marks.at(-1)]).toMatchObject(['safe', { source: 'scan', byName: 'Wanda Warden' }]);
  });
});

describe('the signed list of who is inside', () => {
  const received: Readonly<{ headers: IncomingMessage['headers']; body: string }>[] = [];
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ headers: request.headers, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  it('is delivered, signed twice, to the webhooks that listen to it', async () => {
    const { device: admin } = await administrator();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/building`;
    const settings = { url, events: ['snapshot_taken'], siteId: site.id, active: true };
    type Made = Readonly<{ id: string; secret: string }>;
    const { secret } = content(await admin.call<Made>('POST', '/api/register/webhooks', { body: settings }), 201);
    const plan = { snapshotEveryMinutes: 5, snapshotToWebhooks: true };
    content(await admin.call('PUT', `/api/register/sites/${site.id}/evacuation-plan`, { body: plan }));
    await vi.waitFor(() => expect(received).toHaveLength(1), delivered);
    const [first] = received;
    const [, time, mac] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(first?.headers['guildhall-signature'])) ?? [];
    expect(createHmac('sha256', secret).update(`${time}.${first?.body}`).digest('hex')).toBe(mac);
    const { type, data } = JSON.parse(first?.body ?? '{}') as { type: string; data: { jws: string; count: number } };
    expect([type, data.count]).toEqual(['snapshot.taken', 2]);
    const [header = '', payload = '', signature = ''] = data.jws.split('.');
    const key = content(await newDevice().call('GET', '/api/register/snapshot-key'));
    const publicKey = createPublicKey({ key, format: 'jwk' });
    const isOurs = verify(null, Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'));
    expect(isOurs).toBe(true);
    expect(Buffer.from(payload, 'base64url').toString()).toContain('Ann Early');
    await clock.advance(5 * 60 + 1);
    await vi.waitFor(() => expect(received).toHaveLength(2), delivered);
    expect((await incident(warden.device, drill.id)).open).toBe(true);
  });
});
