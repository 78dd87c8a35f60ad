import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './compose.ts';
import { loadConfig } from './config.ts';
import { openSandbox, type TestSandbox } from './testing.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.close());

describe('the sandbox', () => {
  it('says when its port is taken', async () => {
    const env = { SANDBOX_PORT: String(sandbox.httpPort), SANDBOX_DATA_DIR: sandbox.dataDir };
    const starting = startSandbox(loadConfig(env), { announce: async () => undefined, report: () => undefined });
    await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('tells moves of the clock one after the other, in the order they came', async () => {
    const steps: string[] = [];
    const slow = await openSandbox({
      announce: async (offsetMs) => {
        steps.push(`begin ${offsetMs}`);
        await new Promise(setImmediate);
        steps.push(`end ${offsetMs}`);
      },
    });
    await Promise.all([1, 1, 1].map((advanceSeconds) => slow.call('PUT', '/sandbox/clock', { advanceSeconds })));
    const told = steps.filter((_, index) => index % 2 === 0).map((step) => step.replace('begin', 'end'));
    expect(steps.filter((_, index) => index % 2 === 1)).toEqual(told);
    await slow.close();
  });

  it('goes on telling when one telling failed', async () => {
    let calls = 0;
    const faulty = await openSandbox({
      announce: async () => {
        calls += 1;
        if (calls === 1) throw new Error('broker gone');
      },
    });
    expect((await faulty.call('PUT', '/sandbox/clock', { advanceSeconds: 1 })).status).toBe(500);
    expect((await faulty.call('PUT', '/sandbox/clock', { advanceSeconds: 1 })).status).toBe(200);
    expect(faulty.reported).toHaveLength(1);
    await faulty.close();
  });

  it('ends while a page is still listening', async () => {
    const other = await openSandbox();
    const stream = await other.call('GET', '/inbox/stream');
    await other.close();
    await expect(stream.text()).rejects.toThrow('terminated');
  });
});
