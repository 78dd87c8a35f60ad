import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answering } from './answering.ts';

const shell = { version: '2', files: ['/assets/app-1.js', '/icon.svg'] };
const origin = location.origin;

/** Caches of a browser, as far as the worker uses them. */
function memoryCaches() {
  const all = new Map<string, Map<string, Response>>();
  const open = async (name: string) => {
    const cache = all.get(name) ?? new Map<string, Response>();
    all.set(name, cache);
    return {
      match: async (path: string) => cache.get(path)?.clone(),
      addAll: async (requests: readonly Request[]) => {
        for (const { url } of requests) cache.set(new URL(url).pathname, new Response(`kept ${new URL(url).pathname}`));
      },
    };
  };
  const storage = { open, keys: async () => [...all.keys()], delete: async (name: string) => all.delete(name) };
  return { all, storage: storage as unknown as CacheStorage };
}

const get = (path: string, mode: RequestMode = 'cors', method = 'GET'): Request =>
  ({ url: new URL(path, origin).href, method, mode }) as Request;

const away = vi.fn<typeof fetch>();

let caches: ReturnType<typeof memoryCaches>;
let worker: ReturnType<typeof answering>;
beforeEach(async () => {
  away.mockReset();
  away.mockRejectedValue(new TypeError('network error'));
  caches = memoryCaches();
  worker = answering(shell, caches.storage, away);
  await worker.install();
});

const textOf = async (answer: Promise<Response> | undefined): Promise<string | undefined> => (await answer)?.text();

describe('without a connection', () => {
  it.each(['/evacuation', '/kiosk', '/', '/safe/some-token'])('the page %s opens from what was kept', async (path) => {
    expect(await textOf(worker.answer(get(path, 'navigate')))).toBe('kept /index.html');
  });

  it('the page opens too when the answer takes too long', async () => {
    vi.useFakeTimers();
    away.mockReturnValue(new Promise<Response>(() => undefined));
    const answer = textOf(worker.answer(get('/evacuation', 'navigate')));

    await vi.advanceTimersByTimeAsync(3_000);

    expect(await answer).toBe('kept /index.html');
  });

  it('files of the shell are there', async () => {
    expect(await textOf(worker.answer(get('/assets/app-1.js')))).toBe('kept /assets/app-1.js');
  });
});

describe('with a connection', () => {
  it('a page is the fresh one', async () => {
    away.mockResolvedValue(new Response('fresh'));

    expect(await textOf(worker.answer(get('/evacuation', 'navigate')))).toBe('fresh');
  });

  it('a platform that is failing counts as none', async () => {
    away.mockResolvedValue(new Response('down', { status: 502 }));

    expect(await textOf(worker.answer(get('/evacuation', 'navigate')))).toBe('kept /index.html');
  });

  it.each([
    ['the API', get('/api/auth/session')],
    ['a download of the API', get('/api/register/incidents/1/report.pdf', 'navigate')],
    ['a write', get('/evacuation', 'cors', 'POST')],
    ['what is not part of the shell', get('/assets/other-9.js')],
    ['anybody else', get('https://elsewhere.example/icon.svg')],
  ])('%s is left to the browser', (_what, request) => {
    expect(worker.answer(request)).toBeUndefined();
    expect(away).not.toHaveBeenCalled();
  });
});

it('the shell of an earlier version is dropped, and nothing else', async () => {
  await caches.storage.open('shell-1');
  await caches.storage.open('other');

  await worker.activate();

  expect([...caches.all.keys()]).toEqual(['shell-2', 'other']);
});
