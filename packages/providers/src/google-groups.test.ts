import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GoogleGroups, googleGroups, type GoogleGroupsOptions } from './google-groups.ts';
import { type FakeAnswer, type HttpFake, httpFake } from './testing.ts';

let vendor: HttpFake;
let open: GoogleGroups[];
let groups: GoogleGroups;

const opened = (change: Partial<GoogleGroupsOptions> = {}): GoogleGroups => {
  const made = googleGroups({
    account: { token: 'ya29.test' },
    subject: 'admin@example.org',
    state: 'sandbox',
    rootUrl: vendor.url,
    perSecond: 100,
    ...change,
  });
  open.push(made);
  return made;
};
beforeEach(async () => {
  [vendor, open] = [await httpFake(), []];
  groups = opened();
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.map((one) => one.close()));
  await vendor.close();
});

const GROUP = 'leaders@example.org';
const no = (status: number, reason: string, message = ''): FakeAnswer => ({
  status,
  body: { error: { code: status, message, errors: [{ message, domain: 'global', reason }] } },
});
const collected = async (): Promise<(readonly string[])[]> => {
  const all = [];
  for await (const page of groups.members(GROUP)) all.push(page);
  return all;
};

describe('the members of a group', () => {
  it('come page by page, by their address in lower case', async () => {
    const pages = [[{ email: 'Ada@Example.org' }, { email: 'bob@example.org' }], [{ id: 'everybody' }], undefined];
    vendor.answer(({ path }) => {
      const from = Number(new URL(path, 'http://x').searchParams.get('pageToken') ?? 0);
      return { body: { members: pages[from], ...(from < 2 && { nextPageToken: String(from + 1) }) } };
    });

    expect(await collected()).toEqual([['ada@example.org', 'bob@example.org'], [], []]);
    expect(vendor.calls.map(({ path }) => path)).toEqual([
      '/admin/directory/v1/groups/leaders%40example.org/members?maxResults=200',
      '/admin/directory/v1/groups/leaders%40example.org/members?maxResults=200&pageToken=1',
      '/admin/directory/v1/groups/leaders%40example.org/members?maxResults=200&pageToken=2',
    ]);
    expect(vendor.calls[0]?.headers.authorization).toBe('Bearer ya29.test');
  });

  it.each([{ members: 'Ada' }, { members: [7] }, { members: [{ email: 7 }] }, [], 'hello'])(
    'that make no sense (%j) are no short list',
    async (body) => {
      vendor.answer({ body });

      await expect(collected()).rejects.toMatchObject({ about: 'call', permanent: false });
    },
  );
});

describe('somebody in a group', () => {
  it('is put in', async () => {
    vendor.answer({ body: { email: 'ada@example.org', role: 'MEMBER' } });

    expect(await groups.add(GROUP, 'ada@example.org')).toBe('added');
    expect(JSON.parse(vendor.calls[0]?.body ?? '')).toEqual({ email: 'ada@example.org', role: 'MEMBER' });
  });

  it.each([{}, 'hello'])('is not known to be in after %j', async (body) => {
    vendor.answer({ body });

    await expect(groups.add(GROUP, 'ada@example.org')).rejects.toMatchObject({ about: 'call' });
  });

  it('may be in already', async () => {
    vendor.answer(no(409, 'duplicate', 'Member already exists.'));

    expect(await groups.add(GROUP, 'ada@example.org')).toBe('was-in');
  });

  it('is taken out', async () => {
    vendor.answer({ status: 204, body: '' });

    expect(await groups.remove(GROUP, 'ada@example.org')).toBe('removed');
    expect(vendor.calls[0]?.path).toBe('/admin/directory/v1/groups/leaders%40example.org/members/ada%40example.org');
  });

  it('may be out already', async () => {
    vendor.answer(no(404, 'notFound', 'Resource Not Found: memberKey'));

    expect(await groups.remove(GROUP, 'ada@example.org')).toBe('was-out');
    expect(vendor.calls).toHaveLength(1);
  });

  it('is not taken for out where it is the group that is not there', async () => {
    vendor.answer(no(404, 'notFound', 'Resource Not Found: groupKey'));

    await expect(groups.remove(GROUP, 'ada@example.org')).rejects.toMatchObject({ about: 'channel', code: 'notFound' });
  });

  it.each([
    [401, 'authError', '', { about: 'connection', account: true }],
    [403, 'notAuthorized', '', { about: 'connection', account: true }],
    [403, 'forbidden', 'Not Authorized to access this resource/api', { about: 'connection', account: true }],
    [403, 'forbidden', '', { about: 'channel', permanent: true }],
    [404, 'notFound', 'Resource Not Found: groupKey', { about: 'channel', permanent: true }],
    [404, 'notFound', 'Resource Not Found: memberKey', { about: 'user', permanent: true }],
    [400, 'invalid', 'Invalid Input: memberKey', { about: 'user', permanent: true }],
    [412, 'conditionNotMet', '', { about: 'user', permanent: true }],
    [403, 'quotaExceeded', '', { about: 'call', attempted: false, code: 'ratelimited', retryAfterSeconds: 5 }],
    [429, 'rateLimitExceeded', '', { about: 'call', attempted: false, code: 'ratelimited' }],
    [503, 'backendError', '', { about: 'call', permanent: false, outage: true }],
  ])('over %i %s (%s) is not put in: %j', async (status, reason, message, expected) => {
    vendor.answer(no(status, reason, message));

    await expect(groups.add(GROUP, 'ada@example.org')).rejects.toMatchObject(expected);
    expect(vendor.calls).toHaveLength(1);
  });

  it('waits as long as Google asks', async () => {
    vendor.answer({ ...no(429, 'rateLimitExceeded'), headers: { 'retry-after': '17' } });

    await expect(groups.add(GROUP, 'ada@example.org')).rejects.toMatchObject({ retryAfterSeconds: 17 });
  });

  it('is not sent on to where somebody else says', async () => {
    vendor.answer({ status: 307, headers: { location: 'http://127.0.0.1:9/' } });

    await expect(groups.add(GROUP, 'ada@example.org')).rejects.toMatchObject({ about: 'call', permanent: false });
  });
});

describe('the right to look into groups', () => {
  it('is there where Google tells that a group is not', async () => {
    vendor.answer(no(404, 'notFound', 'Resource Not Found: groupKey'));

    await groups.test();
    expect(vendor.calls[0]?.path).toContain('guildhall-connection-test%40example.org');
  });

  it('is not there where it refuses', async () => {
    vendor.answer(no(403, 'notAuthorized'));

    await expect(groups.test()).rejects.toMatchObject({ about: 'connection' });
  });
});

describe('a service account with a subject', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const account = () => ({
    clientEmail: 'groups@guildhall.example',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    tokenUri: `${vendor.url}/token`,
  });

  it('works in the name of the subject', async () => {
    vendor.answer(({ path }) => (path === '/token' ? { body: { access_token: 'ya29.fresh' } } : { body: {} }));
    groups = opened({ account: account() });
    await collected();

    const [token, list] = vendor.calls;
    const assertion = new URLSearchParams(token?.body).get('assertion') ?? '';
    const claims = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(claims).toMatchObject({
      iss: 'groups@guildhall.example',
      sub: 'admin@example.org',
      scope: 'https://www.googleapis.com/auth/admin.directory.group.member',
    });
    expect(list?.headers.authorization).toBe('Bearer ya29.fresh');
  });

  it('that Google does not know is about the connection', async () => {
    vendor.answer({ status: 400, body: { error: 'unauthorized_client' } });
    groups = opened({ account: account() });

    await expect(groups.test()).rejects.toMatchObject({ about: 'connection', account: true });
  });

  it('signs in anew once it was refused, so that what is mended shows', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let tokens = 0;
    vendor.answer(({ path, headers }) => {
      if (path === '/token') return { body: { access_token: `ya29.${(tokens += 1)}` } };
      return headers.authorization === 'Bearer ya29.1' ? no(401, 'authError') : { body: {} };
    });
    groups = opened({ account: account() });
    await expect(collected()).rejects.toMatchObject({ about: 'connection' });
    vi.setSystemTime(Date.now() + 5_000);

    expect(await collected()).toEqual([[]]);
  });

  it('may be asked for later when Google has trouble', async () => {
    vendor.answer({ status: 503 });
    groups = opened({ account: account() });

    await expect(groups.test()).rejects.toMatchObject({ about: 'call', permanent: false, outage: true });
  });
});
