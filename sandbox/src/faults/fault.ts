import { z } from 'zod';

export const providers = ['smtp', 'slack', 'twilio', 'fcm', 'google', 'microsoft', 'zoom'] as const;

export type Provider = (typeof providers)[number];

/**
 * What a provider is told to do wrong:
 * - `status` refuses with that status (an SMTP reply code for smtp);
 * - `reset` drops the connection before anything is taken, at stage `head` before the body of the request is read;
 * - `duplicate` takes the message and loses the answer, so that an honest client sends it again;
 * - `cut` takes the message and drops the connection in the middle of the answer;
 * - `malformed` takes the message and answers with what nobody can read;
 * - `rate-limit` takes `limit` calls in `perSeconds` and answers 429 to more of them; without a limit, what Slack publishes;
 * - `refuse` says no in the vendor's own words: `error` is the code that Slack gives with status 200, such as `invalid_auth`;
 * - `drip` answers properly, but one byte at a time over `delayMs`;
 * - `undelivered` takes a text and tells in the end that it could not be brought (30003);
 * - `duplicate-callback` tells each step of a message twice, `out-of-order-callback` tells them last to first.
 */
export const effects = [
  'status',
  'reset',
  'duplicate',
  'cut',
  'malformed',
  'rate-limit',
  'drip',
  'refuse',
  'undelivered',
  'duplicate-callback',
  'out-of-order-callback',
] as const;

type Effect = (typeof effects)[number];

const smtpEffects: readonly (Effect | undefined)[] = [undefined, 'status', 'reset', 'duplicate'];
const callbackEffects: readonly (Effect | undefined)[] = ['undelivered', 'duplicate-callback', 'out-of-order-callback'];
const smtpStages = ['rcpt', 'data'] as const;

export const Fault = z
  .strictObject({
    provider: z.enum(providers),
    match: z.string().min(1).max(500).optional(),
    status: z.int().min(400).max(599).optional(),
    delayMs: z.int().min(1).max(600_000).optional(),
    retryAfterSeconds: z.int().min(0).max(86_400).optional(),
    times: z.int().min(1).max(1_000_000).optional(),
    forSeconds: z.number().positive().max(86_400).optional(),
    effect: z.enum(effects).optional(),
    limit: z.int().min(1).max(1_000_000).optional(),
    /** The code of a refusal in the vendor's own words. */
    error: z
      .string()
      .regex(/^[a-z_]{1,64}$/, 'must be a code, such as invalid_auth')
      .optional(),
    perSeconds: z.number().positive().max(3_600).optional(),
    /** For smtp: where in the conversation a refusal comes; for the others: that a reset does not wait for the body. */
    stage: z.enum([...smtpStages, 'head']).optional(),
  })
  .refine(({ status, delayMs, effect }) => status !== undefined || delayMs !== undefined || effect !== undefined, {
    path: ['status'],
    message: 'Say what goes wrong: status, delayMs or effect.',
  })
  .refine(({ status, effect }) => effect !== 'status' || status !== undefined, {
    path: ['status'],
    message: 'The effect "status" needs a status.',
  })
  .refine(({ provider, stage }) => provider === 'smtp' || stage === undefined || stage === 'head', {
    path: ['stage'],
    message: 'Only smtp has that stage.',
  })
  .refine(({ provider, effect, stage }) => stage !== 'head' || (provider !== 'smtp' && effect === 'reset'), {
    path: ['stage'],
    message: 'Only a reset over HTTP has the stage "head".',
  })
  .refine(({ provider, effect }) => provider !== 'smtp' || smtpEffects.includes(effect), {
    path: ['effect'],
    message: 'The mail server has no such effect.',
  })
  .refine(({ effect, limit, perSeconds }) => effect === 'rate-limit' || (limit ?? perSeconds) === undefined, {
    path: ['limit'],
    message: 'Only the effect "rate-limit" has a limit.',
  })
  .refine(({ provider, effect, limit }) => effect !== 'rate-limit' || provider === 'slack' || limit !== undefined, {
    path: ['limit'],
    message: 'Say how many calls; only Slack has limits of its own here.',
  })
  .refine(({ effect, error }) => (effect === 'refuse') === (error !== undefined), {
    path: ['error'],
    message: 'The effect "refuse" needs an error, and nothing else has one.',
  })
  .refine(({ provider, effect }) => effect !== 'refuse' || provider === 'slack', {
    path: ['effect'],
    message: 'Only Slack refuses like this; the others have a status.',
  })
  .refine(({ provider, effect }) => provider === 'twilio' || !callbackEffects.includes(effect), {
    path: ['effect'],
    message: 'Only twilio calls back.',
  });

export type Fault = z.output<typeof Fault>;

/** Whether it strikes before the body of a request is read. */
export const isAtHead = ({ stage }: Fault): boolean => stage === 'head';

/** Whether it is about what is told after the call. */
export const isOfCallbacks = ({ effect }: Fault): boolean => callbackEffects.includes(effect);

/** Whether it strikes the call itself, once that was read. */
export const isOfCall = (fault: Fault): boolean => !isAtHead(fault) && !isOfCallbacks(fault);
