import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Response } from 'express';
import type { Headers } from '../answer.ts';
import type { Exchange } from '../exchange.ts';

/** A file to send, and how long it may be kept. */
type Found = Readonly<{ name: string; headers: Record<string, string> }>;

/** Serves the browser application. Resolves to false where there is nothing to serve. */
export function webFiles(directory: string, always: Headers) {
  return async (exchange: Exchange, response: Response): Promise<boolean> => {
    const { method, headers } = exchange.request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    const name = await nameOf(directory, exchange.path, headers.accept ?? '*/*');
    if (name === undefined) return false;
    await sendFile(response, directory, await compressed(directory, name, headers['accept-encoding'] ?? ''), always);
    return true;
  };
}

/** The file of a path; the page itself for every path that the page's own router knows. */
async function nameOf(directory: string, path: string, accept: string): Promise<string | undefined> {
  const isPlain = /^(\/[\w-][\w.-]*)+$/.test(path);
  if (isPlain && (await isFile(join(directory, path)))) return path.slice(1);
  const isFileName = path.startsWith('/assets/') || path.slice(path.lastIndexOf('/')).includes('.');
  const isPage = /text\/html|\*\/\*/.test(accept) && !isFileName;
  // A personal address or the code of a kiosk has any characters, and is nobody's file.
  return isPage || /^\/[kt]\//.test(path) ? await existing(directory, 'index.html') : undefined;
}

const existing = async (directory: string, name: string) => ((await isFile(join(directory, name))) ? name : undefined);

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isFile() === true;

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** The copy that was compressed when the application was built, if the browser takes it. */
async function compressed(directory: string, name: string, accepted: string): Promise<Found> {
  const cacheControl = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  const type = contentTypes[extname(name)] ?? 'application/octet-stream';
  const headers = { 'cache-control': cacheControl, 'content-type': type, vary: 'accept-encoding' };
  for (const [encoding, suffix] of encodings) {
    const isTaken = new RegExp(`\\b${encoding}\\b`).test(accepted);
    if (isTaken && (await isFile(join(directory, name + suffix)))) {
      return { name: name + suffix, headers: { ...headers, 'content-encoding': encoding } };
    }
  }
  return { name, headers };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

function sendFile(response: Response, root: string, { name, headers }: Found, always: Headers): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  response.sendFile(
    name,
    { root, cacheControl: false, headers: { ...always, ...headers } },
    (error: Error | undefined) => {
      // Who went away in the middle of a file has not been failed by us.
      if (error === undefined || response.headersSent) resolve();
      else reject(error);
    },
  );
  return promise;
}
