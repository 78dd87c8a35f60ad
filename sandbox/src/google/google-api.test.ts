import { generateKeyPairSync } from 'node:crypto';
import { type GoogleFolders, googleFolders, type GoogleGroups, googleGroups } from '@guildhall/providers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
let sandbox: TestSandbox;
let open: (GoogleGroups | GoogleFolders)[];
beforeEach(async () => {
  [sandbox, open] = [await openSandbox(), []];
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  await sandbox.close();
});

const optionsOf = (clientEmail: string, subject: string | undefined) => ({
  account: {
    clientEmail,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    tokenUri: `${sandbox.url}/google/token`,
  },
  subject,
  state: 'sandbox' as const,
  rootUrl: sandbox.url,
  perSecond: 1_000,
});
const kept = <T extends GoogleGroups | GoogleFolders>(made: T): T => {
  open.push(made);
  return made;
};
const groupsOf = (clientEmail = 'groups@guildhall.example', subject: string | undefined = 'admin@example.org') =>
  kept(googleGroups(optionsOf(clientEmail, subject)));
const foldersOf = () => kept(googleFolders(optionsOf('drive@guildhall.example', undefined)));
const control = async (method: string, path: string, body?: unknown) => {
  const answer = await sandbox.call(method, `/sandbox/google${path}`, body);
  return [
    answer.status,
    answer.status === 204 ? undefined : ((await answer.json()) as Record<string, unknown>),
  ] as const;
};
const collected = async <T>(pages: AsyncIterable<readonly T[]>): Promise<(readonly T[])[]> => {
  const all = [];
  for await (const page of pages) all.push(page);
  return all;
};
const group = 'volunteers@example.org';
const folder = 'volunteers-handbook';

describe('the groups of the simulated Google', () => {
  it('take members in and let them go, and say what is so already', async () => {
    const groups = groupsOf();
    await groups.test();

    expect([
      await groups.add(group, 'dana@x.org'),
      await groups.add(group, 'Dana@X.org'),
      await collected(groups.members(group)),
      await groups.remove(group, 'dana@x.org'),
      await groups.remove(group, 'dana@x.org'),
      await collected(groups.members(group)),
    ]).toEqual(['added', 'was-in', [['dana@x.org']], 'removed', 'was-out', [[]]]);
  });

  it('have pages', async () => {
    const groups = groupsOf();
    for (let n = 0; n < 450; n += 1) await control('PUT', `/groups/${group}/members/v${n}@x.org`, {});

    expect((await collected(groups.members(group))).map((page) => page.length)).toEqual([200, 200, 50]);
    expect(await control('GET', '/calls')).toEqual([200, { total: 3, counts: { 'members.list': 3 } }]);
  });

  it('that there are none of are not empty', async () => {
    const groups = groupsOf();

    await expect(collected(groups.members('none@example.org'))).rejects.toMatchObject({ about: 'channel' });
    await expect(groups.remove('none@example.org', 'dana@x.org')).rejects.toMatchObject({ about: 'channel' });
    await expect(groups.add(group, 'nobody')).rejects.toMatchObject({ permanent: true });
  });

  it.each([
    ['a key that is known no more', 'revoked@guildhall.example', 'admin@example.org'],
    ['a subject who does not let us', 'groups@guildhall.example', 'admin@elsewhere.example'],
  ])('refuse %s', async (_what, account, subject) => {
    await expect(groupsOf(account, subject).test()).rejects.toMatchObject({ about: 'connection', account: true });
  });

  it('refuse an account that works in nobody’s name', async () => {
    const groups = kept(googleGroups({ ...optionsOf('groups@guildhall.example', undefined) }));

    await expect(groups.test()).rejects.toMatchObject({ about: 'connection' });
  });
});

describe('the folders of the simulated Drive', () => {
  it('are shared and taken back, and say what is so already', async () => {
    const folders = foldersOf();
    await folders.test();

    expect([
      await folders.share(folder, 'dana@x.org', 'reader'),
      await folders.share(folder, 'dana@x.org', 'reader'),
      await folders.share(folder, 'dana@x.org', 'writer'),
      (await collected(folders.readers(folder))).flat().map(({ email, role }) => [email, role]),
      await folders.unshare(folder, 'dana@x.org'),
      await folders.unshare(folder, 'dana@x.org'),
    ]).toEqual([
      'added',
      'was-in',
      'added',
      [
        ['drive-owner@example.org', 'owner'],
        ['dana@x.org', 'writer'],
      ],
      'removed',
      'was-out',
    ]);
  });

  it('that there are none of cannot be shared', async () => {
    await expect(foldersOf().share('nowhere', 'dana@x.org', 'reader')).rejects.toMatchObject({ about: 'channel' });
  });

  it('take no token that was not given for them', async () => {
    const answer = await fetch(`${sandbox.url}/drive/v3/about?fields=user`, { headers: { authorization: 'Bearer x' } });

    expect([answer.status, await answer.json()]).toMatchObject([401, { error: { errors: [{ reason: 'authError' }] } }]);
  });

  it.each([
    ['GET', '/about', undefined, 400],
    ['GET', `/files/${folder}/permissions?pageSize=101`, undefined, 400],
    ['GET', `/files/${folder}/permissions?colour=red`, undefined, 400],
    ['POST', `/files/${folder}/permissions`, { type: 'anyone', role: 'reader' }, 400],
    ['PUT', `/files/${folder}/permissions`, {}, 405],
  ])('%s %s %j is refused', async (method, path, body, status) => {
    const answer = await fetch(`${sandbox.url}/drive/v3${path}`, {
      method,
      headers: { authorization: 'Bearer ya29.any', 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });

    expect(answer.status).toBe(status);
  });

  it('fail as they are told to', async () => {
    const folders = foldersOf();
    await folders.test();
    await sandbox.call('PUT', '/sandbox/faults', {
      provider: 'google',
      match: '/drive/',
      status: 429,
      retryAfterSeconds: 8,
    });

    await expect(folders.test()).rejects.toMatchObject({ code: 'ratelimited', retryAfterSeconds: 8 });
  });
});

describe('the controls of groups and folders', () => {
  it('open and close them, and put people in by hand', async () => {
    await control('PUT', '/groups/new@example.org');
    await control('PUT', '/groups/new@example.org/members/dana@x.org', { role: 'MANAGER' });
    expect(await control('GET', '/groups/new@example.org')).toMatchObject([
      200,
      { members: [{ email: 'dana@x.org', role: 'MANAGER' }] },
    ]);
    await control('DELETE', '/groups/new@example.org/members/dana@x.org');
    expect((await control('GET', '/groups/new@example.org'))[1]).toEqual({ members: [] });
    await control('DELETE', '/groups/new@example.org');

    expect((await control('GET', '/groups'))[1]).toEqual({ names: [group, 'branch-managers@example.org'] });
    expect((await control('GET', '/folders'))[1]).toEqual({ names: [folder, 'branch-managers-folder'] });
  });

  it.each([
    ['GET', '/groups/none@example.org', undefined, 404],
    ['PUT', `/groups/${group}/members/nobody`, {}, 422],
    ['PUT', `/folders/${folder}/members/dana@x.org`, { role: 'MEMBER' }, 422],
    ['POST', '/groups', {}, 405],
  ])('%s %s %j is refused', async (method, path, body, status) => {
    expect((await control(method, path, body))[0]).toBe(status);
  });

  it('forget the calls', async () => {
    await foldersOf().test();
    expect((await control('GET', '/calls'))[1]).toEqual({ total: 1, counts: { 'about.get': 1 } });
    await control('DELETE', '/calls');
    expect((await control('GET', '/calls'))[1]).toEqual({ total: 0, counts: {} });
  });
});
