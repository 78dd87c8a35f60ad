import { connect } from 'node:net';
import { AppError } from '@guildhall/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, type House, openHouse } from './testing/house.ts';

let house: House;
let url = '';

beforeAll(async () => {
  house = await openHouse();
  ({ url } = await house.open({ settings: { RPC_TIMEOUT_MS: '300' } }));
});
afterAll(() => house.close());
beforeEach(() => {
  house.probe['createThing'] = async (thing) => thing;
});

const create = (body: unknown, headers: Record<string, string> = {}) =>
  ask(`${url}/api/probe/things`, 'POST', { token: 'member', body, headers });

/** Sends bytes as they are, and reads until the other side closes. */
function raw(bytes: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  socket.on('close', () => resolve(text)).on('error', reject);
  return promise;
}

describe('bad input is refused with a problem', () => {
  it.each([
    [400, 'gateway.malformed_json', '{'],
    [400, 'gateway.malformed_json', '{"name":"x"} extra'],
    [400, 'gateway.malformed_json', new Uint8Array([0x7b, 0xff, 0x7d])],
    [422, 'gateway.invalid_request', '[]'],
    [422, 'gateway.invalid_request', 'null'],
    [422, 'gateway.invalid_request', '{"nope":1}'],
    [422, 'gateway.invalid_request', '{"name":7}'],
    [422, 'gateway.invalid_request', JSON.stringify({ name: 'x'.repeat(100_000) })],
    [422, 'gateway.invalid_request', '{"name":"a\\u0000b"}'],
    [422, 'gateway.invalid_request', '{"name":"a\\u202eb"}'],
    [422, 'gateway.invalid_request', '{"name":"a\\ud800"}'],
    [422, 'gateway.invalid_request', '{"__proto__":{"x":1}}'],
    [400, 'gateway.malformed_json', '['.repeat(200_000)],
    [422, 'gateway.invalid_request', `${'{"parent":'.repeat(2_000)}{}${'}'.repeat(2_000)}`],
  ])('case %#: %i %s', async (status, code, body) => {
    const { json, headers, ...answer } = await create(body);
    expect(answer.status).toBe(status);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(json).toMatchObject({
      type: `http://members.example.org/problems/${code}`,
      status,
      code,
      instance: '/api/probe/things',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('names every field by a JSON pointer', async () => {
    const { json } = await create({ name: 7, children: [{ nope: 1 }] });
    expect(json['errors']).toEqual([
      { pointer: '#/name', detail: 'must be text' },
      { pointer: '#/children/0/nope', detail: 'is not a field of this request' },
    ]);
  });

  it('reads no body of 10 MB, and says so', async () => {
    const { status, json } = await create(JSON.stringify({ name: 'x'.repeat(10_000_000) }));
    expect([status, json['code']]).toEqual([413, 'gateway.body_too_large']);
  });

  it('reads no body of 10 MB that does not say how long it is', async () => {
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
        if (++sent === 10) controller.close();
      },
    });
    let sent = 0;
    const answer = await fetch(`${url}/api/probe/things`, {
      method: 'POST',
      headers: { authorization: 'Bearer member', 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', ''])(
    'takes no JSON as "%s"',
    async (contentType) => {
      const { status, json } = await create('{}', { 'content-type': contentType });
      expect([status, json['code']]).toEqual([415, 'gateway.unsupported_media_type']);
    },
  );

  it('takes no compressed body', async () => {
    expect((await create('{}', { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('knows no other paths', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/probe/things/', '/nothing.png']) {
      const { status, json } = await ask(url + path, 'GET', {
        token: 'member',
        headers: { accept: 'application/json' },
      });
      expect([path, status, json['code']]).toEqual([path, 404, 'gateway.not_found']);
    }
  });

  it('says which methods a path has', async () => {
    const { status, json, headers } = await ask(`${url}/api/probe/things/t1`, 'POST', { token: 'member', body: {} });
    expect([status, json['code']]).toEqual([405, 'gateway.method_not_allowed']);
    expect(headers.get('allow')).toBe('GET, PATCH, DELETE, HEAD, OPTIONS');
  });

  it('answers OPTIONS without letting other origins in', async () => {
    const { status, headers } = await ask(`${url}/api/probe/things`, 'OPTIONS', {
      headers: { origin: 'https://evil.example' },
    });
    expect([status, headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses a path whose percent signs mean nothing', async () => {
    const { status, json } = await ask(`${url}/api/probe/things/%E0%A4%A`, 'GET', { token: 'member' });
    expect([status, json['code']]).toEqual([400, 'gateway.malformed_path']);
  });

  it('refuses control characters in a path', async () => {
    expect((await ask(`${url}/api/probe/things/a%00b`, 'GET', { token: 'member' })).status).toBe(422);
  });

  it('refuses what is no HTTP', async () => {
    expect(await raw('HELLO\r\n\r\n')).toContain('HTTP/1.1 400 Bad Request');
  });

  it('refuses headers without end', async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Much: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toContain('HTTP/1.1 431');
    expect(answer).toContain('application/problem+json');
  });

  it('goes on after all this', async () => {
    expect((await create({ name: 'fine' })).status).toBe(201);
  });
});

describe('what a service says', () => {
  it('is passed on with its code, errors and details', async () => {
    house.probe['createThing'] = async () => {
      throw new AppError('conflict', 'probe.wrong_day', 'It is another day here.', {
        details: { today: '2026-03-02' },
        errors: [{ pointer: '/name', detail: 'is taken' }],
      });
    };
    const { status, json } = await create({ name: 'x' });
    expect(status).toBe(409);
    expect(json).toMatchObject({
      code: 'probe.wrong_day',
      detail: 'It is another day here.',
      today: '2026-03-02',
      errors: [{ pointer: '#/name', detail: 'is taken' }],
    });
  });

  it('is hidden when nobody foresaw it', async () => {
    house.probe['createThing'] = async () => {
      throw new Error('the secret is 1234');
    };
    const { status, json, text } = await create({ name: 'x' });
    expect([status, json['code']]).toEqual([500, 'gateway.internal_error']);
    expect(text).not.toContain('1234');
  });

  it.each([
    ['rate-limited', 429],
    ['locked', 423],
    ['unavailable', 503],
  ] as const)('says when to come back: %s', async (kind, status) => {
    house.probe['createThing'] = async () => {
      throw new AppError(kind, 'probe.later', 'Later.', { retryAfterSeconds: 7 });
    };
    const answer = await create({ name: 'x' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '7']);
  });

  it('comes too late after the deadline', async () => {
    const gate = Promise.withResolvers<unknown>();
    house.probe['createThing'] = () => gate.promise;
    const { status, json } = await create({ name: 'x' });
    gate.resolve({});
    expect([status, json['code']]).toEqual([504, 'gateway.deadline_exceeded']);
  });

  it('is missed when no service answers there', async () => {
    const { status, json, headers } = await ask(`${url}/api/probe/things/t1/file`, 'GET', { token: 'reader' });
    expect(status).toBe(200);
    const elsewhere = await house.open({
      services: [(await import('@guildhall/contracts/register/v1/service')).RegisterService],
    });
    const answer = await ask(`${elsewhere.url}/api/register/sites`, 'GET', { token: 'member' });
    expect([answer.status, answer.json['code'], answer.headers.get('retry-after')]).toEqual([
      503,
      'gateway.no_responder',
      '1',
    ]);
    expect([json, headers.get('content-type')]).toEqual([{}, 'application/octet-stream']);
  });
});

describe('files', () => {
  let patient = '';
  beforeAll(async () => {
    // Eight megabytes take their time on a busy machine.
    ({ url: patient } = await house.open({ settings: { RPC_TIMEOUT_MS: '5000' } }));
  });

  it('go up as they are', async () => {
    let given: unknown;
    house.probe['upload'] = async (request: { thingId: string; file: { contentType: string; data: Uint8Array } }) => {
      given = { id: request.thingId, type: request.file.contentType, length: request.file.data.length };
      return { text: 'taken' };
    };
    const body = new Uint8Array(7_900_000);
    const { status, json } = await ask(`${patient}/api/probe/things/t1/file`, 'PUT', {
      token: 'member',
      body,
      headers: { 'content-type': 'image/png' },
    });
    expect([status, json['text']]).toEqual([200, 'taken']);
    expect(given).toEqual({ id: 't1', type: 'image/png', length: 7_900_000 });
  });

  it('of more than 8 MB are refused', async () => {
    const { status } = await ask(`${patient}/api/probe/things/t1/file`, 'PUT', {
      token: 'member',
      body: new Uint8Array(8_000_001),
    });
    expect(status).toBe(413);
  });

  it('come down as they are, and cannot act as pages of ours', async () => {
    house.probe['download'] = async () => ({ contentType: 'text/html', data: Buffer.from('<script>1</script>') });
    const { text, headers } = await ask(`${patient}/api/probe/things/t1/file`, 'GET', { token: 'member' });
    expect(text).toBe('<script>1</script>');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('every answer', () => {
  it('carries the security headers, refusals too', async () => {
    for (const path of ['/api/auth/session', '/api/nothing', '/livez']) {
      const { headers } = await ask(url + path, 'GET');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('to HEAD has the headers of GET and no body', async () => {
    const { status, text, headers } = await ask(`${url}/api/auth/session`, 'HEAD', { token: 'member' });
    expect([status, text]).toEqual([200, '']);
    expect(Number(headers.get('content-length'))).toBeGreaterThan(10);
  });
});
