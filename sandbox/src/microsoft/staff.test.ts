import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redeem } from '../oauth/testing.ts';
import { openSandbox, type TestSandbox } from '../testing.ts';

type Page = Readonly<{
  value: readonly Readonly<{ id: string; '@removed'?: unknown }>[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
}>;
let sandbox: TestSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await openSandbox();
  const answer = await redeem(sandbox, '/microsoft/common/oauth2/v2.0/token', '', { grant_type: 'client_credentials' });
  token = ((await answer.json()) as { access_token: string }).access_token;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.call('DELETE', '/sandbox/directory'));

const put = (id: string, member: object = {}) => sandbox.call('PUT', `/sandbox/directory/${id}`, member);
const ask = (url = `${sandbox.url}/graph/v1.0/users/delta`, bearer = token) =>
  fetch(url, { headers: { authorization: `Bearer ${bearer}` } });
async function everybody(url?: string) {
  const ids: string[] = [];
  for (let next = url; ;) {
    const page = (await (await ask(next)).json()) as Page;
    ids.push(...page.value.map((one) => (one['@removed'] ? `-${one.id}` : one.id)));
    next = page['@odata.nextLink'];
    if (next === undefined) return { ids, link: page['@odata.deltaLink'] };
  }
}

describe('the staff directory in the sandbox', () => {
  it('has everybody, a page at a time', async () => {
    for (let n = 0; n < 101; n += 1) await put(`u${n}`);
    const first = (await (await ask()).json()) as Page;
    expect([first.value.length, first['@odata.deltaLink']]).toEqual([100, undefined]);
    expect((await everybody()).ids).toHaveLength(101);
  });

  it('tells by a delta link who came, changed or went since', async () => {
    await put('ada', { givenName: 'Ada', mail: 'ada@example.org' });
    await put('bob');
    const { ids, link } = await everybody();
    expect(ids).toEqual(['ada', 'bob']);
    expect((await everybody(link)).ids).toEqual([]);
    await put('cy');
    await put('ada', { accountEnabled: false });
    await sandbox.call('DELETE', '/sandbox/directory/bob');
    expect((await everybody(link)).ids).toEqual(['cy', 'ada', '-bob']);
    expect((await everybody()).ids).toEqual(['cy', 'ada']);
  });

  it('is for the app alone', async () => {
    expect((await ask(undefined, 'a.e30.c')).status).toBe(403);
  });

  it('starts over for a link that it never gave', async () => {
    expect((await ask(`${sandbox.url}/graph/v1.0/users/delta?$deltatoken=999999`)).status).toBe(410);
  });

  it('says what is wrong with a member', async () => {
    expect((await put('x', { mail: 'nowhere' })).status).toBe(422);
    expect((await sandbox.call('DELETE', '/sandbox/directory/nobody')).status).toBe(404);
  });
});
