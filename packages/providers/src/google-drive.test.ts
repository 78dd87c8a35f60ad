import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { googleFolders, type GoogleFolders } from './google-drive.ts';
import { type FakeAnswer, type FakeCall, type HttpFake, httpFake } from './testing.ts';

let vendor: HttpFake;
let folders: GoogleFolders;
beforeEach(async () => {
  vendor = await httpFake();
  folders = googleFolders({ account: { token: 'ya29.test' }, state: 'sandbox', rootUrl: vendor.url, perSecond: 100 });
});
afterEach(async () => {
  await folders.close();
  await vendor.close();
});

const ada = { id: '07', type: 'user', emailAddress: 'Ada@Example.org', role: 'writer' };
const bob = { id: '08', type: 'user', emailAddress: 'bob@example.org', role: 'reader' };
const no = (status: number, reason: string): FakeAnswer => ({
  status,
  body: { error: { code: status, message: '', errors: [{ message: '', domain: 'global', reason }] } },
});
/** Lists these, and answers a change with this. */
const folder = (permissions: readonly object[], change: FakeAnswer = { body: { id: '10' } }) =>
  vendor.answer((call) => (isList(call) ? { body: { permissions } } : change));
const isList = ({ path, body }: FakeCall) => body === '' && /\/permissions\?/.test(path);
const queryOf = (call: FakeCall | undefined) => new URL(call?.path ?? '', 'http://x').searchParams;

describe('who a folder is shared with', () => {
  it('comes page by page: people, and nothing else', async () => {
    const group = { id: '09', type: 'group', emailAddress: 'all@example.org', role: 'reader' };
    const anyone = { id: 'anyoneWithLink', type: 'anyone', role: 'reader' };
    const pages = [[ada], [group, anyone, { ...bob, deleted: true }], [bob]];
    vendor.answer((call) => {
      const from = Number(queryOf(call).get('pageToken') ?? 0);
      return { body: { permissions: pages[from], ...(from < 2 && { nextPageToken: String(from + 1) }) } };
    });

    const found = [];
    for await (const page of folders.readers('F1')) found.push(page);
    expect(found).toEqual([
      [{ email: 'ada@example.org', permissionId: '07', role: 'writer' }],
      [],
      [{ email: 'bob@example.org', permissionId: '08', role: 'reader' }],
    ]);
    expect(Object.fromEntries(queryOf(vendor.calls[2]))).toMatchObject({
      pageSize: '100',
      pageToken: '2',
      supportsAllDrives: 'true',
    });
  });
});

describe('a folder', () => {
  it('is shared, and no notice is sent', async () => {
    folder([ada]);

    expect(await folders.share('F1', 'cy@example.org', 'reader')).toBe('added');
    const call = vendor.calls[1];
    expect(JSON.parse(call?.body ?? '')).toEqual({ type: 'user', role: 'reader', emailAddress: 'cy@example.org' });
    expect(queryOf(call).get('sendNotificationEmail')).toBe('false');
  });

  it.each([
    ['ada@example.org', 'reader', 'was-in'],
    ['ada@example.org', 'writer', 'was-in'],
    ['bob@example.org', 'writer', 'added'],
  ] as const)('is shared with %s as %s where that is more than they may: %s', async (email, role, expected) => {
    folder([ada, bob]);

    expect(await folders.share('F1', email, role)).toBe(expected);
  });

  it.each([{}, 'hello', { id: 7 }])('is not known to be shared after %j', async (body) => {
    folder([], { body });

    await expect(folders.share('F1', 'cy@example.org', 'reader')).rejects.toMatchObject({ about: 'call' });
  });

  it('is taken back', async () => {
    folder([ada, bob], { status: 204, body: '' });

    expect(await folders.unshare('F1', 'BOB@example.org')).toBe('removed');
    expect(vendor.calls[1]?.path).toMatch(/^\/drive\/v3\/files\/F1\/permissions\/08\?/);
  });

  it('may not be shared any more', async () => {
    folder([ada]);
    expect(await folders.unshare('F1', 'bob@example.org')).toBe('was-out');

    folder([bob], no(404, 'notFound'));
    expect(await folders.unshare('F1', 'bob@example.org')).toBe('was-out');
  });

  it.each([
    [404, 'notFound', 'channel'],
    [403, 'insufficientFilePermissions', 'channel'],
    [403, 'insufficientPermissions', 'connection'],
    [401, 'authError', 'connection'],
    [400, 'invalidSharingRequest', 'user'],
    [403, 'shareOutNotPermitted', 'user'],
    [403, 'sharingRateLimitExceeded', 'call'],
    [500, 'internalError', 'call'],
  ])('over %i %s is not shared, which is about the %s', async (status, reason, about) => {
    folder([], no(status, reason));

    await expect(folders.share('F1', 'cy@example.org', 'reader')).rejects.toMatchObject({ about });
  });

  it('that there is none of is no folder shared with nobody', async () => {
    vendor.answer(no(404, 'notFound'));

    await expect(folders.unshare('F1', 'bob@example.org')).rejects.toMatchObject({ about: 'channel' });
  });
});

describe('the right to use Drive', () => {
  it('is there where Google tells who we are', async () => {
    vendor.answer({ body: { user: { emailAddress: 'owner@example.org' } } });

    await folders.test();
    expect(vendor.calls[0]?.path).toBe('/drive/v3/about?fields=user');
  });

  it('is not there where it refuses, and then nothing is asked any more', async () => {
    vendor.answer(no(401, 'authError'));
    await expect(folders.test()).rejects.toMatchObject({ about: 'connection', code: 'authError' });

    await expect(folders.share('F1', 'cy@example.org', 'reader')).rejects.toMatchObject({
      about: 'connection',
      attempted: false,
    });
    expect([vendor.calls.length, folders.state()]).toEqual([1, 'failing']);
  });
});
