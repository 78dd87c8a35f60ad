type Shell = Readonly<{ version: string; files: readonly string[] }>;

const prefix = 'shell-';

/** A page that takes longer than this is no use to somebody who stands at a muster point. */
const patienceMs = 3_000;

const page = '/index.html';

/**
 * Keeps the shell of the application and the pages that work without a connection. Nothing of the API is kept here:
 * what pages may show later they keep themselves, with its age.
 */
export function answering({ version, files }: Shell, caches: CacheStorage, fetch: typeof globalThis.fetch) {
  const name = prefix + version;
  const kept = async (path: string): Promise<Response | undefined> => (await caches.open(name)).match(path);

  const asset = async (request: Request, path: string): Promise<Response> => (await kept(path)) ?? fetch(request);

  const navigation = async (request: Request): Promise<Response> => {
    const shell = kept(page);
    const fresh = await inTime(fetch(request));
    // What the platform says of an address counts, also that there is nothing.
    if (fresh && fresh.status < 500) return fresh;
    return (await shell) ?? fresh ?? fetch(request);
  };

  return {
    install: async (): Promise<void> => {
      const cache = await caches.open(name);
      await cache.addAll([page, ...files].map((path) => new Request(path, { cache: 'reload' })));
    },
    activate: async (): Promise<void> => {
      const old = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
      await Promise.all(old.map((key) => caches.delete(key)));
    },
    /** Undefined where the browser asks the platform itself. */
    answer: (request: Request): Promise<Response> | undefined => {
      const { origin, pathname } = new URL(request.url);
      if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return undefined;
      if (request.mode === 'navigate') return navigation(request);
      return files.includes(pathname) ? asset(request, pathname) : undefined;
    },
  };
}

/** The answer, or undefined when it does not come or comes too late. */
const inTime = (answer: Promise<Response>): Promise<Response | undefined> =>
  Promise.race([
    answer.catch(() => undefined),
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), patienceMs);
    }),
  ]);
