import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.close());

type Answer = { now: string; offsetSeconds: number };
const put = async (body: unknown) => (await (await sandbox.call('PUT', '/sandbox/clock', body)).json()) as Answer;
const get = async () => (await (await sandbox.call('GET', '/sandbox/clock')).json()) as Answer;

describe('/sandbox/clock', () => {
  it('shows real time at first', async () => {
    const { now, offsetSeconds } = await get();
    expect(offsetSeconds).toBe(0);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(2_000);
  });

  it('advances, again and again', async () => {
    expect((await put({ advanceSeconds: 3_600 })).offsetSeconds).toBe(3_600);
    expect((await put({ advanceSeconds: -60 })).offsetSeconds).toBe(3_540);
    expect(sandbox.announced).toEqual([3_600_000, 3_540_000]);
  });

  it('goes to a moment and runs on from there', async () => {
    const { now } = await put({ now: '2031-03-30T02:59:59+02:00' });
    const late = Date.parse(now) - Date.parse('2031-03-30T00:59:59Z');
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(2_000);
  });

  it('answers only when the processes that listen follow', async () => {
    const steps: string[] = [];
    const { promise: followed, resolve: follow } = Promise.withResolvers<void>();
    const slow = await openSandbox({
      announce: async () => {
        await followed;
        steps.push('followed');
      },
    });
    const answer = slow.call('PUT', '/sandbox/clock', { advanceSeconds: 1 }).then(() => steps.push('answered'));
    follow();
    await answer;
    expect(steps).toEqual(['followed', 'answered']);
    await slow.close();
  });

  it('goes back to real time', async () => {
    await put({ advanceSeconds: 86_400 });
    expect((await sandbox.call('DELETE', '/sandbox/clock')).status).toBe(200);
    expect((await get()).offsetSeconds).toBe(0);
    expect(sandbox.announced.at(-1)).toBe(0);
  });

  it('keeps the offset over a restart', async () => {
    await put({ advanceSeconds: 7_200 });
    sandbox = await sandbox.restart();
    expect((await get()).offsetSeconds).toBe(7_200);
  });

  it('stamps what arrives with the moved time', async () => {
    await put({ now: '2040-01-01T00:00:00Z' });
    const { at } = await sandbox.store.record({ channel: 'sms', to: '+1', text: '', raw: {} });
    expect(at.slice(0, 10)).toBe('2040-01-01');
  });

  it.each([
    [{}, '#/now'],
    [{ now: '2030-01-01T00:00:00Z', advanceSeconds: 1 }, '#/now'],
    [{ now: 'tomorrow' }, '#/now'],
    [{ now: '9999-01-01T00:00:00Z' }, '#/now'],
    [{ now: 12 }, '#/now'],
    [{ advanceSeconds: '60' }, '#/advanceSeconds'],
    [{ advanceSeconds: 1e12 }, '#/advanceSeconds'],
    [{ advance: 60 }, '#/advance'],
  ])('refuses %j, names the field and leaves the clock alone', async (body, pointer) => {
    const answer = await sandbox.call('PUT', '/sandbox/clock', body);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(
      pointer,
    );
    expect((await get()).offsetSeconds).toBe(0);
  });
});
