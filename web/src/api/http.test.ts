import { describe, expect, it, vi } from 'vitest';
import { ok, platform, refused } from '../testing/platform.ts';
import { call, setCsrfToken } from './http.ts';
import { isProblem, type Problem } from './problem.ts';

const problemOf = (promise: Promise<unknown>): Promise<Problem> =>
  promise.then(
    () => expect.fail('it was not refused'),
    (error: unknown) => (isProblem(error) ? error : expect.fail(String(error))),
  );

/** A network that breaks down before it answers, so many times. */
function brokenNetwork(times: number): Headers[] {
  const seen: Headers[] = [];
  vi.stubGlobal('fetch', async (_address: string, { headers }: RequestInit) => {
    seen.push(new Headers(headers));
    if (seen.length <= times) throw new TypeError('network error');
    return new Response('{"id":"1"}');
  });
  return seen;
}

describe('a call', () => {
  it('writes a list as a repeated parameter and leaves out what is absent or empty', async () => {
    const { requests } = platform({ 'GET /api/things': ok({}) });

    await call('GET', '/api/things', { query: { role: ['a', 'b'], query: '', pageToken: undefined, pageSize: 5 } });

    expect(requests[0]?.search.toString()).toBe('role=a&role=b&pageSize=5');
  });

  it('reads without an idempotency key, a CSRF token or a body', async () => {
    setCsrfToken('csrf-1');
    const { requests } = platform({ 'GET /api/things': ok({}) });

    await call('GET', '/api/things', {});

    expect([...(requests[0]?.headers.keys() ?? [])]).toEqual(['accept']);
    expect(requests[0]?.body).toBeUndefined();
  });

  it('writes with the CSRF token of the session', async () => {
    setCsrfToken('csrf-1');
    const { requests } = platform({ 'POST /api/things': ok({}) });

    await call('POST', '/api/things', { body: { name: 'x' } });

    expect(requests[0]?.headers.get('x-csrf-token')).toBe('csrf-1');
    expect(requests[0]?.body).toEqual({ name: 'x' });
  });

  it('names the version that it is to change', async () => {
    const { requests } = platform({ 'PATCH /api/things/1': ok({}) });

    await call('PATCH', '/api/things/1', { body: { name: 'New' }, ifMatch: 7 });

    expect(requests[0]?.headers.get('if-match')).toBe('"7"');
  });

  it('gives each write an idempotency key of its own', async () => {
    const { requests } = platform({ 'POST /api/things': ok({}) });

    await call('POST', '/api/things', {});
    await call('POST', '/api/things', {});

    const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('is repeated once after a broken connection, under the same key', async () => {
    const seen = brokenNetwork(1);

    await expect(call('POST', '/api/things', {})).resolves.toEqual({ id: '1' });

    expect(seen).toHaveLength(2);
    expect(seen[1]?.get('idempotency-key')).toBe(seen[0]?.get('idempotency-key'));
  });

  it('says that the platform cannot be reached when the repeat breaks too', async () => {
    const seen = brokenNetwork(2);

    const problem = await problemOf(call('POST', '/api/things', {}));

    expect(problem.status).toBe(0);
    expect(seen).toHaveLength(2);
  });

  it('is not repeated when it was given up on purpose', async () => {
    const seen = brokenNetwork(1);

    await expect(call('GET', '/api/things', { signal: AbortSignal.abort() })).rejects.toThrow('network error');

    expect(seen).toHaveLength(1);
  });

  it('takes an answer that breaks off for no answer', async () => {
    vi.stubGlobal('fetch', async () => new Response('{"id":'));

    expect((await problemOf(call('GET', '/api/things', {}))).status).toBe(0);
  });

  it('has nothing to give for 204', async () => {
    platform({ 'DELETE /api/things/1': { status: 204 } });

    await expect(call('DELETE', '/api/things/1', {})).resolves.toBeUndefined();
  });

  it('throws a refusal with its code, its sentence and its fields', async () => {
    const body = {
      code: 'register.invalid_site',
      detail: 'The site cannot be stored like this.',
      traceId: 'abc',
      errors: [{ pointer: '#/slackWebhooks/0/url', detail: 'is not an address' }],
    };
    platform({ 'POST /api/things': refused(422, body) });

    const problem = await problemOf(call('POST', '/api/things', {}));

    expect(problem).toMatchObject({ status: 422, code: 'register.invalid_site', reference: 'abc' });
    expect(problem.message).toBe('The site cannot be stored like this.');
    expect(problem.fields.get('slackWebhooks.0.url')).toBe('is not an address');
  });

  it('reckons from Retry-After when it may be tried again', async () => {
    vi.useFakeTimers({ now: new Date('2026-03-02T09:00:00Z'), toFake: ['Date'] });
    platform({ 'POST /api/things': refused(429, {}, 90) });

    const problem = await problemOf(call('POST', '/api/things', {}));

    expect(problem.retryAt?.toISOString()).toBe('2026-03-02T09:01:30.000Z');
  });

  it('makes do with a refusal that is not in the platform’s form', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));

    const problem = await problemOf(call('GET', '/api/things', {}));

    expect(problem).toMatchObject({ status: 502, code: '', message: '' });
  });
});
