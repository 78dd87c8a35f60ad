import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.close());

const put = (fault: unknown) => sandbox.call('PUT', '/sandbox/faults', fault);
const list = async () => (await (await sandbox.call('GET', '/sandbox/faults')).json()) as { faults: unknown[] };
const hook = () => sandbox.call('POST', '/slack/services/T0GUILD/B0NORTH/x', { text: 'hello' });

describe('/sandbox/faults', () => {
  it('lists several at once', async () => {
    expect((await put({ provider: 'smtp', status: 451, times: 2 })).status).toBe(204);
    await put({ provider: 'slack', delayMs: 5, match: '#north' });
    expect((await list()).faults).toEqual([
      { provider: 'smtp', status: 451, times: 2 },
      { provider: 'slack', delayMs: 5, match: '#north' },
    ]);
  });

  it('forgets those of one provider, or all', async () => {
    await put({ provider: 'smtp', status: 451 });
    await put({ provider: 'slack', status: 500 });
    expect((await sandbox.call('DELETE', '/sandbox/faults?provider=smtp')).status).toBe(204);
    expect((await list()).faults).toHaveLength(1);
    await sandbox.call('DELETE', '/sandbox/faults');
    expect((await list()).faults).toEqual([]);
  });

  it('refuses with the status and Retry-After it was given, and keeps nothing', async () => {
    await put({ provider: 'slack', status: 429, retryAfterSeconds: 7, times: 1 });
    const answer = await hook();
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([429, '7', 'rate_limited']);
    expect(await sandbox.messages()).toEqual([]);
    expect((await hook()).status).toBe(200);
  });

  it('answers late when told to', async () => {
    await put({ provider: 'slack', delayMs: 120, times: 1 });
    const started = performance.now();
    expect((await hook()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(110);
  });

  it('drops the connection before anything is taken', async () => {
    await put({ provider: 'slack', effect: 'reset', times: 1 });
    await expect(hook()).rejects.toThrow('fetch failed');
    expect(await sandbox.messages()).toEqual([]);
  });

  it('takes the message and loses the answer', async () => {
    await put({ provider: 'slack', effect: 'duplicate', times: 1 });
    await expect(hook()).rejects.toThrow('fetch failed');
    expect((await hook()).status).toBe(200);
    expect(await sandbox.messages()).toHaveLength(2);
  });

  it('drips the answer', async () => {
    await put({ provider: 'slack', effect: 'drip', delayMs: 90, times: 1 });
    const started = performance.now();
    expect(await (await hook()).text()).toBe('ok');
    expect(performance.now() - started).toBeGreaterThanOrEqual(60);
  });

  it.each([
    [{ provider: 'fax', status: 500 }, '#/provider'],
    [{ status: 500 }, '#/provider'],
    [{ provider: 'slack' }, '#/status'],
    [{ provider: 'slack', status: 200 }, '#/status'],
    [{ provider: 'slack', status: '500' }, '#/status'],
    [{ provider: 'slack', effect: 'status' }, '#/status'],
    [{ provider: 'slack', effect: 'explode' }, '#/effect'],
    [{ provider: 'slack', status: 500, times: 0 }, '#/times'],
    [{ provider: 'slack', status: 500, forSeconds: -1 }, '#/forSeconds'],
    [{ provider: 'slack', status: 500, delayMs: 1e9 }, '#/delayMs'],
    [{ provider: 'slack', status: 500, stage: 'rcpt' }, '#/stage'],
    [{ provider: 'slack', status: 500, stage: 'head' }, '#/stage'],
    [{ provider: 'smtp', effect: 'reset', stage: 'head' }, '#/stage'],
    [{ provider: 'smtp', effect: 'drip' }, '#/effect'],
    [{ provider: 'smtp', effect: 'malformed' }, '#/effect'],
    [{ provider: 'slack', effect: 'duplicate-callback' }, '#/effect'],
    [{ provider: 'twilio', effect: 'rate-limit' }, '#/limit'],
    [{ provider: 'twilio', status: 500, limit: 5 }, '#/limit'],
    [{ provider: 'smtp', effect: 'rate-limit', limit: 5 }, '#/effect'],
    [{ provider: 'slack', status: 500, time: 1 }, '#/time'],
  ])('refuses %j and names the field', async (fault, pointer) => {
    const answer = await put(fault);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(
      pointer,
    );
    expect((await list()).faults).toEqual([]);
  });

  it('refuses to clear a provider that does not exist', async () => {
    expect((await sandbox.call('DELETE', '/sandbox/faults?provider=fax')).status).toBe(400);
  });
});
