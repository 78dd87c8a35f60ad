import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, content, type Reply } from './platform/http.ts';
import { newEmail } from './platform/people.ts';
import { type OwnPlatform, ownPlatform } from './platform/own-platform.ts';
import type { Message } from './platform/sandbox.ts';

let platform: OwnPlatform | undefined;
beforeAll(async () => {
  platform = await ownPlatform('platform-hidden-accounts', { HIDE_ACCOUNT_EXISTENCE: 'on' });
}, 180_000);
afterAll(() => platform?.stop());

const password = 'correct horse battery';
const post = <T = Record<string, unknown>>(path: string, body: object): Promise<Reply<T>> =>
  ask<T>(`${platform?.webUrl}/api/auth/${path}`, 'POST', { body });
const signUp = (email: string) =>
  post<{ browserSecret: string }>('accounts', { email, password, firstName: 'Ana', lastName: 'Bell' });
const advance = async (advanceSeconds: number): Promise<void> => {
  content(await ask(`${platform?.sandboxUrl}/sandbox/clock`, 'PUT', { body: { advanceSeconds } }));
};
const mailsTo = async (to: string): Promise<readonly Message[]> => {
  const search = new URLSearchParams({ channel: 'email', to }).toString();
  type Found = Readonly<{ messages: readonly Message[] }>;
  return content(await ask<Found>(`${platform?.sandboxUrl}/sandbox/messages?${search}`, 'GET')).messages;
};
const mails = (to: string, count: number) =>
  vi.waitFor(
    async () => {
      const found = await mailsTo(to);
      expect(found).toHaveLength(count);
      return found;
    },
    { timeout: 15_000, interval: 50 },
  );

async function withAccount(): Promise<string> {
  const email = newEmail().value;
  content(await signUp(email), 202);
  const [mail] = await mails(email, 1);
  content(await post('accounts/confirm', { token: /\/confirm\/([\w-]+)/.exec(mail?.text ?? '')?.[1] }));
  return email;
}

describe('where it is not told who has an account', () => {
  it('T2: an address that nobody has is refused as a wrong password is, with how to sign up', async () => {
    const known = await withAccount();
    const [nobody, wrong] = [
      await post('login', { email: newEmail().value, password }),
      await post('login', { email: known, password: 'not the password' }),
    ];
    expect([nobody.status, wrong.status]).toEqual([401, 401]);
    const said = { code: 'identity.bad_credentials', signUp: expect.stringMatching(/\/sign-up$/) };
    expect([nobody.json, wrong.json]).toMatchObject([said, said]);
    expect(Object.keys(nobody.json)).toEqual(Object.keys(wrong.json));
    expect(nobody.json['detail']).toBe(wrong.json['detail']);
  });

  it('T2: both take equally long: over fifty tries the medians differ by less than twenty milliseconds', async () => {
    const known = await withAccount();
    const timed = async (email: string): Promise<number> => {
      const startedAt = performance.now();
      expect((await post('login', { email, password: 'not the password' })).status).toBe(401);
      return performance.now() - startedAt;
    };
    const differences: number[] = [];
    for (let round = 0; round < 50; round += 1) {
      // Before one name, or this address, has tried as often as it may.
      if (round % 8 === 0) await advance(901);
      const sign = round % 2 === 0 ? 1 : -1;
      const [one, other] = sign === 1 ? [known, newEmail().value] : [newEmail().value, known];
      const first = await timed(one);
      differences.push(sign * (first - (await timed(other))));
    }
    const median = differences.toSorted((a, b) => a - b)[25] ?? Number.NaN;
    expect(Math.abs(median)).toBeLessThan(20);
  });

  it('T4: signing up with an address that somebody has is answered like any other, and the owner is told by mail', async () => {
    const owner = await withAccount();
    const [again, anew] = [await signUp(`  ${owner.toUpperCase()} `), await signUp(newEmail().value)];
    expect([again.status, anew.status]).toEqual([202, 202]);
    expect(Object.keys(again.json)).toEqual(Object.keys(anew.json));
    const [, told] = await mails(owner, 2);
    expect(told?.text).not.toMatch(/\/confirm\//);
    content(await post('login', { email: owner, password }));
  });
});
