import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.call('DELETE', '/sandbox/messages');
  await sandbox.call('DELETE', '/sandbox/faults');
});

const bearer = 'Bearer ya29.any';
const message = {
  token: 'device-1',
  notification: { title: 'Are you safe?', body: 'Tap to answer.' },
  data: { link: 'https://guildhall.example/a' },
};
const send = (body: unknown, authorization = bearer) =>
  fetch(`${sandbox.url}/fcm/v1/projects/guildhall/messages:send`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('Firebase Cloud Messaging', () => {
  it('takes a notification and shows it in the inbox', async () => {
    const answer = await send({ message });

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ name: expect.stringMatching(/^projects\/guildhall\/messages\/0:/) });
    expect(await sandbox.messages('?channel=push&to=device-1')).toMatchObject([
      { subject: 'Are you safe?', text: 'Tap to answer.', raw: { link: 'https://guildhall.example/a' } },
    ]);
  });

  it('keeps nothing of a trial', async () => {
    expect((await send({ validate_only: true, message })).status).toBe(200);
    expect(await sandbox.messages()).toEqual([]);
  });

  it.each<[string, unknown, number, string | undefined]>([
    ['no JSON', 'no json', 400, undefined],
    ['no token', { message: { ...message, token: undefined } }, 400, 'INVALID_ARGUMENT'],
    ['an unknown field', { message: { ...message, colour: 'red' } }, 400, 'INVALID_ARGUMENT'],
    ['data that is no text', { message: { ...message, data: { n: 1 } } }, 400, 'INVALID_ARGUMENT'],
    ['a reserved key', { message: { ...message, data: { 'google.x': '1' } } }, 400, 'INVALID_ARGUMENT'],
    ['more than 4 KB', { message: { ...message, data: { a: 'x'.repeat(4_096) } } }, 400, 'INVALID_ARGUMENT'],
    ['a device that left', { message: { ...message, token: 'unregistered-1' } }, 404, 'UNREGISTERED'],
  ])('refuses %s', async (_what, body, status, errorCode) => {
    const answer = await send(body);
    const { error } = (await answer.json()) as { error: { code: number; details?: { errorCode: string }[] } };

    expect([answer.status, error.code, error.details?.[0]?.errorCode]).toEqual([status, status, errorCode]);
  });

  it.each(['', 'Bearer nonsense', 'Basic x'])('refuses the credentials %j', async (authorization) => {
    expect((await send({ message }, authorization)).status).toBe(401);
  });

  it('fails when it is told to, for one device', async () => {
    const fault = { provider: 'fcm', status: 429, retryAfterSeconds: 7, match: 'device-1', times: 1 };
    await sandbox.call('PUT', '/sandbox/faults', fault);

    expect((await send({ message: { ...message, token: 'device-2' } })).status).toBe(200);
    const answer = await send({ message });

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await answer.text()).toContain('QUOTA_EXCEEDED');
  });
});
