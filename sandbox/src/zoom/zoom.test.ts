import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree, redeem } from '../oauth/testing.ts';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const basic = { authorization: `Basic ${Buffer.from('guildhall:secret').toString('base64')}` };
const codeOf = async (): Promise<string> =>
  (await agree(sandbox, '/zoom/oauth/authorize', { sandbox_user: 'ada', scope: '' })).searchParams.get('code') ?? '';

describe('Zoom in the sandbox', () => {
  it('tells who agreed, after an exchange by Basic', async () => {
    const answer = await redeem(sandbox, '/zoom/oauth/token', await codeOf(), {}, basic);
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const me = await fetch(`${sandbox.url}/zoom/v2/users/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({
      id: 'sandbox-ada',
      email: 'ada@example.org',
      display_name: 'Ada Lovelace',
    });
  });

  it('takes no secret in the form', async () => {
    const answer = await redeem(sandbox, '/zoom/oauth/token', await codeOf());
    expect([answer.status, await answer.json()]).toMatchObject([401, { error: 'invalid_client' }]);
  });

  it('refuses a code of another service', async () => {
    const url = await agree(sandbox, '/google/o/oauth2/v2/auth', { sandbox_user: 'ada' });
    const answer = await redeem(sandbox, '/zoom/oauth/token', url.searchParams.get('code') ?? '', {}, basic);
    expect(answer.status).toBe(400);
  });

  it('refuses a token it does not know', async () => {
    const me = await fetch(`${sandbox.url}/zoom/v2/users/me`, { headers: { authorization: 'Bearer nonsense' } });
    expect([me.status, await me.json()]).toMatchObject([401, { code: 124 }]);
  });
});
