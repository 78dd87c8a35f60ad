import { z } from 'zod';
import { FcmError } from './fcm-error.ts';

const text = z.string().max(4_096);
const anything = z.record(z.string(), z.unknown());

/** The parts of FCM's Message that may be sent; what it does not know, it refuses. */
const Body = z.strictObject({
  validate_only: z.boolean().optional(),
  message: z.strictObject({
    token: z.string().min(1).max(4_096),
    notification: z.strictObject({ title: text.optional(), body: text.optional(), image: text.optional() }).optional(),
    data: z.record(z.string(), text).optional(),
    android: anything.optional(),
    apns: anything.optional(),
    webpush: anything.optional(),
    fcm_options: z.strictObject({ analytics_label: text.optional() }).optional(),
  }),
});

export type PushRequest = z.output<typeof Body>;

// What a device may be sent: 4 KB, whatever it is made of.
const longestBytes = 4_096;

/** Reads a request to send, refusing what FCM refuses. A token that begins with `unregistered` has left. */
export function readPushRequest(body: unknown): PushRequest {
  const read = Body.safeParse(body);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw invalid(`Invalid value at '${issue?.path.join('.') ?? ''}': ${issue?.message ?? ''}`);
  }
  const { notification, data, token } = read.data.message;
  if (Buffer.byteLength(JSON.stringify({ notification, data })) > longestBytes) {
    throw invalid('Message is too big.');
  }
  if (Object.keys(data ?? {}).some((name) => /^(from|google\.|gcm\.)/.test(name))) {
    throw invalid('Invalid data payload key.');
  }
  if (token.startsWith('unregistered')) {
    throw new FcmError(404, 'NOT_FOUND', 'Requested entity was not found.', 'UNREGISTERED');
  }
  return read.data;
}

const invalid = (message: string): FcmError => new FcmError(400, 'INVALID_ARGUMENT', message, 'INVALID_ARGUMENT');
