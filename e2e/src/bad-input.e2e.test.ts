import { beforeAll, describe, expect, it } from 'vitest';
import { type Device, newDevice } from './platform/device.ts';
import { environment } from './platform/environment.ts';
import { ask, content, type Reply } from './platform/http.ts';
import { administrator, type Member, memberWith, patiently } from './platform/people.ts';
import { clock } from './platform/sandbox.ts';
import { move, newSite, presenceAt, statusOf } from './platform/sites.ts';
import { type BadRequest, badRequests } from './routes/bad-requests.ts';
import { type Operation, readOperations } from './routes/operations.ts';
import { pathWith, routes } from './routes/routes.ts';
import { stored } from './routes/stored.ts';
import { kioskForAll } from './routes/things.ts';

const operations = await readOperations();
const isForKiosks = ({ name }: Operation): boolean =>
  routes.some((route) => route.name === name && route.access.kind === 'kiosk');
const named = (some: readonly Operation[]) => some.map((one) => [one.name, one] as const);

/** What every refusal looks like, whoever refused. */
const problem = (status: number) => ({
  type: expect.stringMatching(/^http.*\/problems\/.+\..+/),
  title: expect.stringMatching(/.+/),
  status,
  detail: expect.stringMatching(/.+/),
  instance: expect.stringMatching(/^\//),
  code: expect.stringMatching(/^[a-z]+\.[a-z_]+$/),
  traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
});

function expectProblem({ status, headers, json }: Reply): void {
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(json).toMatchObject(problem(status));
}

/** Why the answer is not the refusal that it has to be; undefined when it is. */
function fault({ about, status, pointsAt }: BadRequest, reply: Reply): string | undefined {
  const said = `${about}: ${reply.status} ${reply.text.slice(0, 200)}`;
  if (reply.status < 400 || reply.status >= 500) return said;
  if (status !== undefined && reply.status !== status) return `wanted ${status} for ${said}`;
  if (!reply.headers.get('content-type')?.startsWith('application/problem+json')) return `no problem for ${said}`;
  if (/\n\s+at |node_modules|\/src\//.test(reply.text)) return `a stack trace for ${said}`;
  const errors = (reply.json['errors'] ?? []) as readonly { pointer: string }[];
  const isNamed = pointsAt === undefined || errors.some(({ pointer }) => pointer.includes(pointsAt));
  return isNamed ? undefined : `${pointsAt} is not pointed at: ${said}`;
}

describe('bad input', () => {
  let device: Device;
  let kiosk: Device;
  let before: object;
  beforeAll(async () => {
    ({ device } = await administrator());
    kiosk = await kioskForAll();
    before = await stored(device);
  });

  it.each(named(operations))('is refused with a clear problem: %s', async (_name, operation) => {
    const requests = badRequests(operation);
    const faults: (string | undefined)[] = [];
    const caller = isForKiosks(operation) ? kiosk : device;
    for (const request of requests) {
      const { verb, path, asked } = request;
      faults.push(fault(request, await patiently(() => caller.call(verb, path, asked))));
    }
    expect(requests.length).toBeGreaterThan(0);
    expect(faults.filter((one) => one !== undefined)).toEqual([]);
  });

  it('has changed nothing of what was stored', async () => {
    expect(await stored(device)).toEqual(before);
  });
});

describe('a request that leads nowhere', () => {
  it.each(named(operations))(
    'by another verb is refused with those that lead somewhere: %s',
    async (_name, operation) => {
      const allowed = operations.filter(({ pattern }) => pattern === operation.pattern).map(({ verb }) => verb);
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((verb) => !allowed.includes(verb));
      // What mail programs press is an address of the web application's, too.
      if (!operation.pattern.startsWith('/api/')) others.shift();
      for (const verb of others) {
        const reply = await ask(environment.webUrl + pathWith(operation, { siteId: 'north' }), verb);
        expect([verb, reply.status]).toEqual([verb, 405]);
        for (const one of allowed) expect(reply.headers.get('allow')).toContain(one);
        expectProblem(reply);
      }
    },
  );

  it.each(['/api/nothing', '/api', '/api/people/x/y/z', '/api//people', '/api/people/'])(
    'is not found: %s',
    async (path) => {
      const reply = await ask(environment.webUrl + path, 'GET');
      expect(reply.status).toBe(404);
      expectProblem(reply);
    },
  );

  it('by an address too long for anybody to read is refused', async () => {
    const reply = await ask(`${environment.webUrl}/api/people?query=${'x'.repeat(100_000)}`, 'GET');
    expect(reply.status).toBeOneOf([414, 431]);
  });
});

describe('a problem', () => {
  it.each([
    ['GET', '/api/people', {}],
    ['GET', '/api/nothing', {}],
    ['PUT', '/api/people', {}],
    ['POST', '/api/auth/registrations', { body: '{' }],
    ['POST', '/api/auth/registrations', { body: {} }],
    ['POST', '/api/auth/registrations', { body: 'x', headers: { 'content-type': 'text/plain' } }],
    ['GET', '/api/auth/challenges/none', {}],
  ])('is explained at the address that it names: %s %s', async (verb, path, asked) => {
    const { json } = await ask<{ type: string; code: string }>(environment.webUrl + path, verb, asked);
    const page = await ask(json.type, 'GET');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    expect(page.text).toContain(json.code);
  });
});

describe('an idempotency key', () => {
  it.each([
    ['is empty', ''],
    ['is too long', 'k'.repeat(256)],
    ['is not ASCII', 'clé'],
    ['has a space in it', 'a key'],
  ])('is refused when it %s', async (_name, key) => {
    const { device } = await administrator();
    const asked = { body: {}, headers: { 'idempotency-key': key } };
    const reply = await patiently(() => device.call('POST', '/api/auth/access-token', asked));
    expect([reply.status, reply.json['code']]).toEqual([400, 'gateway.malformed_idempotency_key']);
    expectProblem(reply);
  });

  it('that somebody else used gives away nothing of theirs', async () => {
    const [ada, eve] = [await memberWith(['member']), await memberWith(['member'])];
    const site = await newSite();
    const asked = { body: { siteId: site.id }, headers: { 'idempotency-key': `shared-${site.id}` } };
    const first = content(await ada.device.call('POST', '/api/register/me/sign-in', asked));
    const second = content(await eve.device.call('POST', '/api/register/me/sign-in', asked));
    expect(second).toMatchObject({ changed: true, occupancy: 2 });
    expect(second['visitId']).not.toBe(first['visitId']);
  });

  it('that is used twice at once makes one visit; the other is told to wait, or given the same answer', async () => {
    const { device } = await memberWith(['member']);
    const site = await newSite();
    const asked = { body: { siteId: site.id }, headers: { 'idempotency-key': `twice-${site.id}` } };
    const replies = await Promise.all([1, 2, 3].map(() => device.call('POST', '/api/register/me/sign-in', asked)));
    const done = replies.filter(({ status }) => status === 200);
    const waiting = replies.filter(({ status }) => status === 409);
    expect(done.length + waiting.length).toBe(3);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    for (const reply of waiting) expect(reply.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await presenceAt(site.id)).count).toBe(1);
  });
});

describe('what the register cannot accept', () => {
  let member: Member;
  let siteId: string;
  beforeAll(async () => {
    member = await memberWith(['member']);
    siteId = (await newSite({ entrances: ['Front door'] })).id;
  });

  it.each([
    ['a site that is not there', { siteId: 'nowhere' }, 404, 'register.site_not_found'],
    ['a date that is none', { clientDate: '2026-02-30' }, 400, 'register.bad_date'],
    ['a date in another order', { clientDate: '01/03/2026' }, 400, 'register.bad_date'],
    ['the date of another day', { clientDate: '2001-01-01' }, 409, 'register.wrong_date'],
    ['an entrance that is not there', { entrance: 'Chimney' }, 422, 'register.unknown_entrance'],
  ])('is refused and nobody is in: %s', async (_name, change, status, code) => {
    const reply = await move(member.device, 'in', siteId, change);
    expect([reply.status, reply.json]).toEqual([status, expect.objectContaining({ code })]);
    expect((await statusOf(member.device, siteId)).state).toBe('out');
  });

  it.each([
    ['a zone that is none', { timeZone: 'Europe/Atlantis' }],
    ['a rollover that is no time', { dayRollover: '25:00' }],
    ['a webhook into our own network', { slackWebhooks: [{ url: 'http://10.0.0.1/hook' }] }],
    ['a webhook that is no address', { slackWebhooks: [{ url: 'javascript:alert(1)' }] }],
    ['a movement that is none', { slackWebhooks: [{ url: 'https://hooks.slack.com/services/x', movements: 'up' }] }],
    ['a name that turns its direction', { name: 'North\u202e' }],
    ['two entrances of one name', { entrances: ['Door', 'Door'] }],
    ['fifty-one entrances', { entrances: Array.from({ length: 51 }, (_, index) => `Door ${index}`) }],
  ])('is refused and the site stays as it was: %s', async (_name, body) => {
    const { device } = await administrator();
    const path = `/api/register/sites/${siteId}`;
    const before = content(await device.call('GET', path));
    const reply = await device.call('PATCH', path, { body });
    expect(reply.status).toBe(422);
    expectProblem(reply);
    expect(content(await device.call('GET', path))).toEqual(before);
  });
});

describe('what identity cannot accept', () => {
  it.each([
    ['no e-mail address', { method: 'email', value: 'nobody' }],
    ['a mail header in the address', { method: 'email', value: 'a@example.org\r\nBcc: b@example.org' }],
    ['two addresses', { method: 'email', value: 'a@example.org,b@example.org' }],
    ['no telephone number', { method: 'sms', value: 'call me' }],
    ['a carrier pigeon', { method: 'pigeon', value: 'a@example.org' }],
  ])('is refused as a contact: %s', async (_name, body) => {
    const reply = await patiently(() => newDevice().call('POST', '/api/auth/challenges', { body }));
    expect(reply.status).toBe(422);
    expectProblem(reply);
  });

  it.each([
    ['a role that nobody gave', { roles: ['owner'] }, 422],
    ['a status that is none', { status: 'deleted' }, 422],
    ['an empty name', { firstName: ' ' }, 422],
    ['an id', { id: 'another' }, 422],
    ['a handle', { handle: 'admin' }, 422],
  ])('is refused as a change of a person: %s', async (_name, body, status) => {
    const { device } = await administrator();
    const { person } = await memberWith(['member']);
    const reply = await device.call('PATCH', `/api/people/${person.id}`, { body });
    expect(reply.status).toBe(status);
    expect(content(await device.call('GET', `/api/people/${person.id}`))).toEqual(person);
  });

  it('is refused as a change of oneself: more than the names', async () => {
    const { device, person } = await memberWith(['member']);
    const reply = await device.call('PATCH', '/api/people/me', { body: { roles: ['administrator'] } });
    expect([reply.status, reply.json['code']]).toEqual([422, 'identity.field_not_editable']);
    expect(content(await device.call('GET', '/api/people/me'))).toEqual(person);
  });
});

describe('a session that is over', () => {
  let member: Member;
  beforeAll(async () => {
    member = await memberWith(['administrator']);
    await clock.advance(367 * 86_400);
  });

  it.each(named(operations.filter(({ isPublic }) => !isPublic)))('opens nothing: %s', async (_name, operation) => {
    const asked = operation.body ? { body: {} } : {};
    const reply = await member.device.call(operation.verb, pathWith(operation, { siteId: 'north' }), asked);
    expect(reply.status).toBe(401);
    expectProblem(reply);
  });
});
