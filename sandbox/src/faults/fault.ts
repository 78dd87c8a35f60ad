import { z } from 'zod';

export const providers = ['smtp', 'slack', 'twilio', 'fcm', 'google', 'microsoft', 'zoom'] as const;

export type Provider = (typeof providers)[number];

/**
 * What a provider is told to do wrong:
 * - `status` refuses with that status (an SMTP reply code for smtp);
 * - `reset` drops the connection before anything is taken;
 * - `drip` answers properly, but one byte at a time over `delayMs`;
 * - `duplicate` takes the message and loses the answer, so that an honest client sends it again.
 */
export const effects = ['status', 'reset', 'drip', 'duplicate'] as const;

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
    /** For smtp: where in the conversation a refusal comes. */
    stage: z.enum(['rcpt', 'data']).optional(),
  })
  .refine(({ status, delayMs, effect }) => status !== undefined || delayMs !== undefined || effect !== undefined, {
    path: ['status'],
    message: 'Say what goes wrong: status, delayMs or effect.',
  })
  .refine(({ status, effect }) => effect !== 'status' || status !== undefined, {
    path: ['status'],
    message: 'The effect "status" needs a status.',
  })
  .refine(({ provider, stage }) => stage === undefined || provider === 'smtp', {
    path: ['stage'],
    message: 'Only smtp has stages.',
  });

export type Fault = z.output<typeof Fault>;
