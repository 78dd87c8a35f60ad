import { everyPermission } from '@guildhall/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { newDevice, type Device } from './platform/device.ts';
import { content } from './platform/http.ts';
import { administrator, type Member, memberWith, withToken } from './platform/people.ts';
import { move, newSite } from './platform/sites.ts';
import { knock, type Met } from './routes/probe.ts';
import { type Route, routes } from './routes/routes.ts';
import type { Thing } from './routes/thing.ts';
import { kioskForAll, things } from './routes/things.ts';

type Role = Readonly<{ id: string; permissions: readonly string[] }>;
type Sessions = Readonly<{ sessions: readonly Readonly<{ id: string }>[] }>;

const roleIds = [
  'member',
  'reception',
  'site-manager',
  'safety-officer',
  'volunteer-manager',
  'volunteer-coordinator',
  'administrator',
];
const cast = new Map<string, Member>();
const permissions = new Map<string, readonly string[]>();
let other: Member;
let kiosk: Device;

const castMember = (role: string): Member => cast.get(role) ?? expect.fail(`nobody plays ${role}`);

const thing = (name: string): Thing =>
  things[name] ?? expect.fail(`say in \`things\` whose the {${name}} of a path is`);

const valuesOf = async ({ variables, verb }: Route, member: Member): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all(variables.map(async (name) => [name, await thing(name).of(member, verb)])));

// Who has no token is told so: that is no refusal of access.
const inOrWithout: unknown = expect.toBeOneOf(['in', 'not theirs'] satisfies readonly Met[]);
const isAboutToken = ({ pattern, verb }: Route): boolean =>
  (pattern.endsWith('/access-token') && verb !== 'POST') ||
  (pattern.startsWith('/api/auth/passkeys/') && verb === 'DELETE');

// Wardens are people of a site, not a role; whoever may run evacuations is in charge everywhere.
const isForWardens = ({ pattern, verb, access }: Route): boolean =>
  access.kind === 'person' && verb === 'GET' && /\/(incidents|evacuation-list|snapshot|broadcasts)\b/.test(pattern);

// There is no dead letter, and no client can make one; and nobody here is limited to places: whoever may look is told so.
const isNowhere = ({ pattern, verb }: Route): boolean =>
  pattern.endsWith('/{deadLetterId}') || (pattern.endsWith('/managers/{personId}') && verb === 'DELETE');

/** What the contract promises a role. */
function promised(route: Route, role: string): Met {
  const { access } = route;
  if (access.kind === 'kiosk') return 'not permitted';
  const held = permissions.get(role) ?? [];
  if (isForWardens(route)) return held.includes('register.evacuation.run') ? 'in' : 'not theirs';
  if (access.kind !== 'permission') return 'in';
  if (!held.includes(access.permission)) return 'not permitted';
  return isNowhere(route) ? 'not theirs' : 'in';
}

beforeAll(async () => {
  const { device } = await administrator();
  const { roles } = content(await device.call<{ roles: readonly Role[] }>('GET', '/api/auth/roles'));
  for (const { id, permissions: held } of roles) permissions.set(id, held);
  for (const role of roleIds) cast.set(role, await memberWith([role], { firstName: 'Role', lastName: role }));
  other = await memberWith(['member'], { firstName: 'Other', lastName: 'Person' });
  kiosk = await kioskForAll();
});

describe('the roles', () => {
  it('are those that this table walks', () => {
    expect([...permissions.keys()].toSorted()).toEqual(roleIds.toSorted());
  });

  it('give a member nothing and an administrator everything', () => {
    expect(permissions.get('member')).toEqual([]);
    expect(permissions.get('administrator')?.toSorted()).toEqual(everyPermission());
  });

  it.each(roleIds)('%s is told the same permissions by their session', async (role) => {
    const session = content(await castMember(role).device.call<Role>('GET', '/api/auth/session'));
    expect(session.permissions.toSorted()).toEqual(permissions.get(role)?.toSorted());
  });
});

const named = (some: readonly Route[]) => some.map((route) => [route.name, route] as const);
const personal = routes.filter(({ variables }) => variables.some((name) => thing(name).isOnesOwn));

describe('a route lets in whom its contract lets in, with what is theirs', () => {
  it.each(named(routes))('%s', async (_name, route) => {
    const met: Record<string, Met> = { anonymous: await knock(route, newDevice(), await valuesOf(route, other)) };
    const wanted: Record<string, unknown> = { anonymous: route.access.kind === 'public' ? 'in' : 'not signed in' };
    met['kiosk'] = await knock(route, kiosk, await valuesOf(route, other));
    wanted['kiosk'] = ['public', 'kiosk'].includes(route.access.kind) ? 'in' : 'not permitted';
    for (const role of roleIds) {
      const member = castMember(role);
      met[role] = await knock(route, member.device, await valuesOf(route, member));
      wanted[role] = isAboutToken(route) ? inOrWithout : promised(route, role);
    }
    expect(met).toEqual(wanted);
  });
});

describe('a route gives nobody what is another person’s without the permission for it', () => {
  it.each(named(personal))('%s', async (_name, route) => {
    const theirs = await valuesOf(route, other);
    const met: Record<string, Met> = {};
    const wanted: Record<string, Met> = {};
    for (const role of roleIds) {
      met[role] = await knock(route, castMember(role).device, theirs);
      wanted[role] = route.access.kind === 'person' ? 'not theirs' : promised(route, role);
    }
    expect(met).toEqual(wanted);
  });
});

describe('what is one’s own', () => {
  const listed = async (device: Device): Promise<readonly string[]> =>
    content(await device.call<Sessions>('GET', '/api/auth/sessions')).sessions.map(({ id }) => id);

  it('are one’s own sessions and nobody else’s', async () => {
    const [mine, theirs] = [await listed(castMember('reception').device), await listed(other.device)];
    expect(theirs.length).toBeGreaterThan(0);
    expect(mine.filter((id) => theirs.includes(id))).toEqual([]);
  });

  it('stays: nobody ends another person’s session, not even an administrator by that route', async () => {
    const [session = ''] = await listed(other.device);
    const refused = await castMember('administrator').device.call('DELETE', `/api/auth/sessions/${session}`);
    expect([refused.status, refused.json['code']]).toEqual([404, 'identity.session_not_found']);
    expect((await other.device.call('GET', '/api/auth/session')).status).toBe(200);
  });

  it('is one’s own visit: a body cannot name somebody else', async () => {
    const site = await newSite();
    const body = { siteId: site.id, personId: other.person.id };
    const refused = await castMember('member').device.call('POST', '/api/register/me/sign-in', { body });
    expect(refused.status).toBe(422);
  });

  it('is what a personal token reaches, no more than its owner does', async () => {
    const program = await withToken(castMember('member'));
    expect((await program.call('GET', '/api/people/me')).json['id']).toBe(castMember('member').person.id);
    expect((await program.call('GET', '/api/people')).status).toBe(403);
  });
});

describe('a right that is taken away', () => {
  it('is gone with the next request', async () => {
    const { device } = await administrator();
    const member = await memberWith(['reception'], { firstName: 'Former', lastName: 'Receptionist' });
    const site = await newSite();
    content(await move(member.device, 'in', site.id));
    const presence = `/api/register/sites/${site.id}/presence`;
    expect((await member.device.call('GET', presence)).status).toBe(200);
    content(await device.call('PATCH', `/api/people/${member.person.id}`, { body: { roles: ['member'] } }));
    await expect.poll(async () => (await member.device.call('GET', presence)).status).toBe(403);
  });

  it('ends every session and token of who is disabled', async () => {
    const { device } = await administrator();
    const member = await memberWith(['member'], { firstName: 'Former', lastName: 'Member' });
    const program = await withToken(member);
    content(await device.call('PATCH', `/api/people/${member.person.id}`, { body: { status: 'disabled' } }));
    await expect.poll(async () => (await member.device.call('GET', '/api/auth/session')).status).toBe(401);
    await expect.poll(async () => (await program.call('GET', '/api/auth/session')).status).toBe(401);
  });
});

describe('a request that another site causes', () => {
  it.each([
    ['without the CSRF token', { 'x-csrf-token': '' }],
    ['with the token of somebody else', { 'x-csrf-token': 'x'.repeat(43) }],
    ['from a foreign origin', { origin: 'https://attacker.example' }],
  ])('changes nothing: %s', async (_name, headers) => {
    const site = await newSite();
    const { device } = castMember('member');
    const refused = await device.call('POST', '/api/register/me/sign-in', { body: { siteId: site.id }, headers });
    expect([refused.status, refused.json['code']]).toEqual([403, 'gateway.csrf_required']);
  });
});
