import { fileURLToPath } from 'node:url';
import { port, ProcessSettings, secretKey } from '@guildhall/runtime';
import { z } from 'zod';

const fromCheckout = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const count = (absent: number, least = 0) => z.coerce.number().int(`must be a whole number`).min(least).default(absent);

/** What the gateway is told by its environment. */
export const Settings = ProcessSettings.extend({
  HOST: z.string().default('127.0.0.1'),
  PORT: port(8080),
  /** The proxies of ours in front of this process: who the caller is, they know. */
  TRUSTED_PROXIES: count(0),
  SESSION_KEY: secretKey(),
  SEALING_KEY: secretKey(),
  /** What vendors sign their requests with; the sandbox’s where it is on and nothing else is set. */
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  /** Of a second account there. */
  TWILIO_2_AUTH_TOKEN: z.string().min(1).optional(),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  /** Whom people may ask: pages say so where something went wrong. */
  SUPPORT_CONTACT: z.string().trim().max(200).default(''),
  WEB_DIR: z.string().default(fromCheckout('web/dist')),
  PROBLEMS_DIR: z.string().default(fromCheckout('docs/problems')),
  RPC_TIMEOUT_MS: count(2_500, 1),
  MAX_CONNECTIONS: count(10_000, 1),
  FEED_MAX_CLIENTS: count(2_000, 1),
  FEED_HEARTBEAT_MS: count(15_000, 1),
  FEED_RECHECK_MS: count(60_000, 1),
});

export type Settings = z.infer<typeof Settings>;
