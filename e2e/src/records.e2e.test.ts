import { describe, expect, it } from 'vitest';
import { newDevice } from './platform/device.ts';
import { environment } from './platform/environment.ts';
import { ask, content } from './platform/http.ts';
import { administrator, type Member, newcomer, patiently, type Person, signIn } from './platform/people.ts';
import { clock, messagesTo, nextCode } from './platform/sandbox.ts';
import { unique } from './platform/unique.ts';

type Challenge = Readonly<{ challengeId: string }>;
type Merge = Readonly<{ id: string; state: string; survivor: Person }>;
type Pair = Readonly<{ accessToken: string; refreshToken: string; expiresAt: string }>;

const personOf = async (id: string): Promise<Person & Readonly<{ status: string; mergedInto?: string }>> =>
  content(await (await administrator()).device.call('GET', `/api/people/${id}`));

/** The administrator, who has proved once more who they are. */
async function freshAdministrator(): Promise<Member> {
  const member = await administrator();
  const { device, contact } = member;
  const earlier = (await messagesTo('email', contact.value)).at(-1)?.id;
  const asked = await patiently(() =>
    device.call<Challenge>('POST', '/api/auth/reauthenticate/challenges', { body: {} }),
  );
  const { challengeId } = content(asked, 202);
  const code = await nextCode('email', contact.value, earlier);
  content(await device.call('POST', '/api/auth/reauthenticate', { body: { code: { challengeId, code } } }));
  return member;
}

describe('scenario 19: merge', () => {
  it('makes one of two, and two of one again', async () => {
    const [ada, other] = [await newcomer('Ada', unique()), await newcomer('Ada', unique())];
    const { device } = await administrator();
    content(await device.call('PATCH', `/api/people/${other.person.id}`, { body: { roles: ['reception'] } }));
    const body = { survivorId: ada.person.id, mergedIds: [other.person.id], keepPermissions: true };
    await freshAdministrator();
    const preview = await device.call<{ gainedPermissions: readonly string[] }>('POST', '/api/people/merges/preview', {
      body,
    });
    expect(content(preview).gainedPermissions).toContain('register.view_report');
    const merge = content(await device.call<Merge>('POST', '/api/people/merges', { body }), 201);
    expect(merge.survivor.contacts.map(({ value }) => value)).toEqual([ada.contact.value, other.contact.value]);
    expect(await personOf(other.person.id)).toMatchObject({ status: 'merged', mergedInto: ada.person.id });
    await expect.poll(async () => (await other.device.call('GET', '/api/people/me')).status).toBe(401);
    expect((await signIn(other.contact)).person.id).toBe(ada.person.id);

    // Signing in may have waited for its turn.
    await freshAdministrator();
    const undone = await device.call<Merge>('POST', `/api/people/merges/${merge.id}/undo`, { body: {} });
    expect(content(undone).state).toBe('undone');
    expect((await signIn(other.contact)).person.id).toBe(other.person.id);
  });

  it('is not for who has proved nothing for a quarter of an hour', async () => {
    const [ada, other] = [await newcomer(), await newcomer()];
    const { device } = await freshAdministrator();
    await clock.advance(901);
    const body = { survivorId: ada.person.id, mergedIds: [other.person.id] };
    const refused = await device.call('POST', '/api/people/merges', { body });
    expect([refused.status, refused.json['code']]).toEqual([403, 'identity.reauthentication_required']);
  });
});

describe('the app', () => {
  it('shows its access token instead of a cookie, and gets another by its refresh token', async () => {
    const { device, person } = await newcomer('Appy', 'User');
    const pair = content(await device.call<Pair>('POST', '/api/auth/app-tokens', { body: { device: 'Pixel' } }), 201);
    const app = newDevice({ token: pair.accessToken });
    const me = await app.call<Person>('GET', '/api/people/me');
    expect([content(me).id, me.headers.getSetCookie()]).toEqual([person.id, []]);
    const refresh = (refreshToken: string) =>
      newDevice().call<Pair>('POST', '/api/auth/app-tokens/refresh', { body: { refreshToken } });
    const next = content(await refresh(pair.refreshToken));
    expect((await newDevice({ token: next.accessToken }).call('GET', '/api/people/me')).status).toBe(200);
    expect((await refresh(pair.refreshToken)).status).toBe(401);
    const after = newDevice({ token: next.accessToken });
    await expect.poll(async () => (await after.call('GET', '/api/people/me')).status).toBe(401);
  });
});

describe('what is kept about somebody', () => {
  it('is theirs to take away, and to have erased', async () => {
    const { device, person, contact } = await newcomer('Gone', 'Tomorrow');
    const file = await device.call('GET', '/api/people/me/export');
    expect(file.headers.get('content-type')).toContain('json');
    expect(file.json).toMatchObject({ person: { firstName: 'Gone', contacts: [{ value: contact.value }] } });
    content(await device.call('POST', '/api/people/me/erase', { body: {} }));
    const { device: root } = await administrator();
    await expect.poll(async () => (await root.call('GET', `/api/people/${person.id}`)).status).toBe(404);
    await expect.poll(async () => (await device.call('GET', '/api/people/me')).status).toBe(401);
  });
});

describe('the staff directory', () => {
  const directory = (verb: string, id: string, body?: object) =>
    ask(new URL(`/sandbox/directory/${id}`, environment.sandboxUrl).toString(), verb, { ...(body && { body }) });
  const sync = async (body: object = {}) => {
    const { device } = await administrator();
    return content(await device.call<{ outcome: string }>('POST', '/api/people/directory/sync', { body }));
  };

  it('brings who joins, and puts out who leaves', async () => {
    const [id, mail] = [unique(), `${unique()}@example.org`];
    content(await directory('PUT', id, { givenName: 'Dora', surname: 'Directory', mail }));
    expect(await sync()).toMatchObject({ outcome: 'done', joiners: [{ displayName: 'Dora Directory' }] });
    const { device, person } = await signIn({ method: 'email', value: mail });
    expect(person).toMatchObject({ firstName: 'Dora', source: 'directory' });
    await directory('DELETE', id);
    expect(await sync({ dryRun: true })).toMatchObject({ dryRun: true, leavers: [{ personId: person.id }] });
    expect((await device.call('GET', '/api/people/me')).status).toBe(200);
    expect(await sync()).toMatchObject({ leavers: [{ personId: person.id }] });
    await expect.poll(async () => (await device.call('GET', '/api/people/me')).status).toBe(401);
  });
});
