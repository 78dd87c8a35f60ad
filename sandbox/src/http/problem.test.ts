import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const put = (body: string, type = 'application/json') =>
  fetch(`${sandbox.url}/sandbox/clock`, { method: 'PUT', body, headers: { 'content-type': type } });

describe('bad input', () => {
  it.each([
    ['JSON that is none', '{"now":', 'application/json', 400],
    ['an encoding that is none', '{}', 'application/json; charset=klingon', 415],
    ['another content type', 'now=1', 'application/x-www-form-urlencoded', 415],
    ['a body of a megabyte', `"${'x'.repeat(1_000_000)}"`, 'application/json', 413],
    ['a list', '[]', 'application/json', 422],
    ['no object', '"now"', 'application/json', 422],
    ['null', 'null', 'application/json', 422],
    ['nothing that is known', '{"then": 1}', 'application/json', 422],
  ])('refuses %s as a problem', async (_what, body, type, status) => {
    const answer = await put(body, type);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status,
      instance: '/sandbox/clock',
      code: expect.stringMatching(/^sandbox\./),
    });
  });

  it('answers an unknown address with a problem', async () => {
    const answer = await sandbox.call('GET', '/nothing/here');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'sandbox.not_found' });
  });

  it('answers an address that cannot be decoded with a problem', async () => {
    expect((await sandbox.call('GET', '/sandbox/messages/%E0%A4%A')).status).toBe(400);
  });

  it('is never reported as a fault of the sandbox', () => {
    expect(sandbox.reported).toEqual([]);
  });
});
