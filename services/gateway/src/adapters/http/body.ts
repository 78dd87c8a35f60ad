import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { create, type Message } from '@bufbuild/protobuf';
import { HttpBodySchema } from '@guildhall/contracts/google/api/httpbody';
import { AppError } from '@guildhall/kernel';
import { bodyTooLarge, unsupportedMediaType } from './refusal.ts';
import type { Route } from './transcoding/route.ts';

const jsonLimitBytes = 1_048_576;
// The bus carries 8 MiB in one message, its own frame included.
const rawLimitBytes = 8_000_000;
// What is too large is read on, up to here, so that the caller gets to see the refusal.
const drainBytes = 32 * 1_048_576;

/** The bytes and what they mean: parsed JSON, or the message of a raw body. */
export type Body = Readonly<{ bytes: Buffer; value: unknown }>;

const nothing: Body = { bytes: Buffer.alloc(0), value: undefined };

export async function readBody(
  request: IncomingMessage,
  { takes, maxBodyBytes }: Pick<Route, 'takes' | 'maxBodyBytes'>,
): Promise<Body> {
  if (takes === 'nothing') return nothing;
  const bytes = await readBytes(request, takes === 'json' ? maxBodyBytes || jsonLimitBytes : rawLimitBytes);
  if (bytes.length === 0) return nothing;
  const contentType = request.headers['content-type'] ?? '';
  return { bytes, value: takes === 'json' ? parseJson(bytes, contentType) : rawMessage(bytes, contentType) };
}

/** The whole body as it came. Throws when it is compressed, too large or cut short. */
export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw unsupportedMediaType('not compressed');
  return collect(request, limitBytes);
}

function parseJson(bytes: Buffer, contentType: string): unknown {
  if (!/^application\/json *(; *charset="?utf-8"? *)?$/i.test(contentType))
    throw unsupportedMediaType('application/json');
  if (!isUtf8(bytes)) throw malformed();
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw malformed();
  }
}

const malformed = (): AppError => new AppError('malformed', 'gateway.malformed_json', 'The body is not JSON in UTF-8.');

const rawMessage = (data: Buffer, contentType: string): Message =>
  create(HttpBodySchema, { contentType: contentType || 'application/octet-stream', data });

function collect(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let length = 0;
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) reject(bodyTooLarge(limitBytes));
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= limitBytes) return void chunks.push(chunk);
    chunks.length = 0;
    reject(bodyTooLarge(limitBytes));
    if (length > drainBytes) request.destroy();
  });
  request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
  request.once('error', () => reject(cutShort()));
  request.once('close', () => {
    // Errors are costly to make: not before there is one.
    if (!request.complete) reject(cutShort());
  });
  return promise;
}

const cutShort = (): AppError => new AppError('malformed', 'gateway.body_cut_short', 'The body ended before its time.');
