import { ProcessSettings, secretKey } from '@guildhall/runtime';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const perSecond = (absent: number) => z.coerce.number('must be a number').positive().max(10_000).default(absent);

const keyFile = z.object({
  project_id: z.string().min(1),
  client_email: z.email(),
  private_key: z.string().includes('PRIVATE KEY'),
  token_uri: z.url({ protocol: /^https?$/ }).default('https://oauth2.googleapis.com/token'),
});

/** The key file of a Google service account, as it is. */
const serviceAccount = z.string().transform((text, context) => {
  const read = keyFile.safeParse(parsed(text));
  if (!read.success) {
    // Not what was wrong: it may hold a part of the key.
    context.addIssue({ code: 'custom', message: 'must be the JSON of a service account key' });
    return z.NEVER;
  }
  const { project_id: project, client_email: clientEmail, private_key: privateKey, token_uri: tokenUri } = read.data;
  return { project, clientEmail, privateKey, tokenUri };
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the notifier is told by its environment. */
export const Settings = z.object({
  ...ProcessSettings.shape,
  SEALING_KEY: secretKey(),
  ORGANISATION_NAME: z.string().min(1).max(60).default('Guildhall'),

  /** Where this host keeps what a killed process had sent and not yet stored. */
  NOTES_DIR: z.string().min(1).default(join(tmpdir(), 'guildhall-notifier')),

  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://user:password@host:port' }).optional(),
  SMTP_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$/, 'must be Name <address@host>')
    .default('Guildhall <hello@guildhall.example>'),
  SMTP_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),
  SMTP_EMERGENCY_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),

  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_FROM: z.string().min(1).default('Guildhall'),
  TWILIO_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
  SMS_PER_SECOND: perSecond(1),
  /** A number or a messaging service (MG…) for emergencies, and how fast it may send. */
  TWILIO_EMERGENCY_FROM: z.string().min(1).optional(),
  SMS_EMERGENCY_PER_SECOND: perSecond(1_000),

  SLACK_BOT_TOKEN: z.string().startsWith('xox', 'must be a token that starts with xox').optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be an address that ends with /api/' }).optional(),
  SLACK_WEBHOOK_HOSTS: z
    .string()
    .default('hooks.slack.com')
    .transform((text) => text.split(',').map((host) => host.trim().toLowerCase())),
  SLACK_MESSAGES_PER_SECOND: perSecond(1),
  SLACK_BURST: z.coerce.number().int().min(1).max(10_000).default(3),

  FCM_SERVICE_ACCOUNT: serviceAccount.optional(),
  FCM_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
  PUSH_PER_SECOND: perSecond(100),
  PUSH_EMERGENCY_PER_SECOND: perSecond(1_000),
});

export type Settings = z.infer<typeof Settings>;
