import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type House, openHouse } from './testing/house.ts';

let house: House;
let url = '';
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guildhall-web-'));
  const web = join(directory, 'web');
  await mkdir(join(web, 'assets'), { recursive: true });
  await mkdir(join(directory, 'problems'));
  await writeFile(join(directory, 'secret.txt'), 'nobody may read this');
  await writeFile(join(web, 'index.html'), '<!doctype html><title>Guildhall</title>');
  await writeFile(join(web, '.hidden'), 'hidden');
  await writeFile(join(web, 'assets', 'app-1234.js'), 'console.log(1)');
  await writeFile(join(web, 'assets', 'app-1234.js.br'), brotliCompressSync('console.log(1)'));
  await writeFile(
    join(directory, 'problems', 'gateway.not_found.md'),
    '# gateway.not_found\n\nThere is `nothing` <here>.\n',
  );
  house = await openHouse();
  ({ url } = await house.open({
    settings: { WEB_DIR: web, PROBLEMS_DIR: join(directory, 'problems'), SUPPORT_CONTACT: 'Ann & Co' },
  }));
});
afterAll(async () => {
  await house.close();
  await rm(directory, { recursive: true });
});

const page = { accept: 'text/html' };

/** A request whose path no client library has tidied up. */
function untidy(path: string, headers: Record<string, string> = page): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, path, headers }, (answer) => {
    answer.resume();
    resolve(answer.statusCode ?? 0);
  });
  sent.on('error', reject).end();
  return promise;
}

describe('whom people may ask', () => {
  it('is there for the pages of the application, and on those that explain problems', async () => {
    const { json } = await ask(`${url}/support.json`, 'GET');
    expect(json).toEqual({ contact: 'Ann & Co' });
    const { text } = await ask(`${url}/problems/gateway.not_found`, 'GET', { headers: page });
    expect(text).toContain('Ask Ann &amp; Co.');
  });
});

describe('the browser application', () => {
  it.each(['/', '/status', '/sites/north', '/t/some-token.with/signs', '/k/kiosk.1234.mac', '/index.html'])(
    'is what a browser gets at %s',
    async (path) => {
      const { status, text, headers } = await ask(url + path, 'GET', { headers: page });
      expect([status, text]).toEqual([200, '<!doctype html><title>Guildhall</title>']);
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    },
  );

  it('is what a browser gets where others may only post', async () => {
    const { status, text } = await ask(`${url}/press/token`, 'GET', { headers: page });
    expect([status, text]).toEqual([200, '<!doctype html><title>Guildhall</title>']);
    expect((await ask(`${url}/press/token`, 'DELETE')).status).toBe(405);
  });

  it('has files that never change, and says so', async () => {
    const { status, headers } = await ask(`${url}/assets/app-1234.js`, 'GET');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('sends what was compressed beforehand', async () => {
    const { headers, text } = await ask(`${url}/assets/app-1234.js`, 'GET', { headers: { 'accept-encoding': 'br' } });
    expect([headers.get('content-encoding'), headers.get('vary'), text]).toEqual([
      'br',
      'accept-encoding',
      'console.log(1)',
    ]);
  });

  it('sends nothing again that the browser has', async () => {
    const etag = (await ask(url, 'GET')).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect(await untidy('/', { ...page, 'if-none-match': etag })).toBe(304);
  });

  it.each(['/assets/gone-1.js', '/favicon.ico', '/.hidden', '/assets', '/api/status'])(
    'has nothing at %s',
    async (path) => {
      expect((await ask(url + path, 'GET', { headers: { accept: 'text/html' } })).status).toBe(
        path === '/assets' ? 200 : 404,
      );
    },
  );

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '//secret.txt',
    '/assets/%00.js',
  ])('never leaves its folder: %s', async (path) => {
    expect(await untidy(path)).not.toBe(500);
    const answer = await fetch(url + path, { headers: page });
    expect(await answer.text()).not.toContain('nobody may read');
  });
});

describe('documentation', () => {
  it('is an OpenAPI document', async () => {
    const { json } = await ask(`${url}/api/openapi.json`, 'GET');
    expect(json).toMatchObject({ openapi: '3.1.0' });
    expect(Object.keys(json['paths'] as object)).toContain('/api/register/me/sign-in');
  });

  it.each([
    '/api/docs',
    '/api/docs/',
    '/api/docs/start.js',
    '/api/docs/swagger-ui.js',
    '/api/docs/swagger-ui.css',
    '/api/docs/icon.png',
  ])('has everything of its page here: %s', async (path) => {
    expect((await ask(url + path, 'GET')).status).toBe(200);
  });

  it('fetches nothing from elsewhere', async () => {
    const { text } = await ask(`${url}/api/docs`, 'GET');
    expect(text).not.toMatch(/https?:\/\//);
  });

  it('has a page for a problem', async () => {
    const { status, text, headers } = await ask(`${url}/problems/gateway.not_found`, 'GET');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<p>There is <code>nothing</code> &lt;here&gt;.</p>');
  });

  it.each(['/problems/gateway.no_such', '/problems/..%2fsecret', '/problems/'])('has none at %s', async (path) => {
    expect((await ask(url + path, 'GET', { headers: { accept: 'application/json' } })).status).toBe(404);
  });
});

describe('health', () => {
  it('is told on the public port', async () => {
    expect((await ask(`${url}/livez`, 'GET')).status).toBe(200);
    expect((await ask(`${url}/readyz`, 'GET')).json).toEqual({ status: 'ready' });
  });

  it('says what is missing', async () => {
    await house.identity.close();
    const { status, json } = await ask(`${url}/readyz`, 'GET');
    expect([status, json]).toEqual([503, { status: 'not ready', missing: ['identity'] }]);
  });
});
