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

const list = <const Name extends string>(...names: readonly Name[]) =>
  z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.tuple([z.enum(names)], z.enum(names), `must be some of ${names.join(', ')}`))
    .refine((given) => new Set(given).size === given.length, 'must name each once')
    .optional();

const MAIL_ACCOUNTS = ['smtp', 'smtp-2', 'graph'] as const;
export type MailAccount = (typeof MAIL_ACCOUNTS)[number];

const mailFrom = () => z.string().regex(/^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$/, 'must be Name <address@host>');

const senders = () =>
  z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.tuple([z.string().min(1)], z.string().min(1)));

const accountSid = () => z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits');

const address = () => z.url({ protocol: /^https?$/, error: 'must be an address' });

/** Pairs such as `+44=0.04,*=0.1`. */
const pairs = (text: string): readonly (readonly [string, string])[] =>
  text
    .split(',')
    .filter((one) => one.trim() !== '')
    .map((one) => [one.slice(0, one.indexOf('=')).trim(), one.slice(one.indexOf('=') + 1).trim()] as const);

/** The price of a segment by the beginning of the number, in millionths. */
const prices = z
  .string()
  .refine(
    (text) => pairs(text).every(([to, price]) => /^(\+\d{1,7}|\*)$/.test(to) && /^\d{1,4}(\.\d{1,6})?$/.test(price)),
    {
      error: 'must be like +44=0.04,*=0.1',
    },
  )
  .default('')
  .transform((text) => new Map(pairs(text).map(([to, price]) => [to, Math.round(Number(price) * 1_000_000)])));

/** An incoming webhook for each of some Slack channels. */
const webhooks = z
  .string()
  .refine((text) => pairs(text).every(([channel, url]) => channel !== '' && URL.canParse(url)), {
    error: 'must be like #building=https://hooks.slack.com/services/…',
  })
  .default('')
  .transform((text) => new Map(pairs(text).map(([channel, url]) => [channel.toLowerCase(), url])));

/** What the notifier is told by its environment. */
export const Settings = z.object({
  ...ProcessSettings.shape,
  SEALING_KEY: secretKey(),
  ORGANISATION_NAME: z.string().min(1).max(60).default('Guildhall'),
  /** Whom people may ask: an address, a number, a name. Stands at the end of mails and wherever a template wants it. */
  SUPPORT_CONTACT: z.string().trim().max(200).default(''),
  /** The language of those who have not said theirs. */
  ORGANISATION_LOCALE: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en-GB or fr')
    .default('en-GB'),

  /** Where this host keeps what a killed process had sent and not yet stored. */
  NOTES_DIR: z.string().min(1).default(join(tmpdir(), 'guildhall-notifier')),

  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://user:password@host:port' }).optional(),
  SMTP_FROM: mailFrom().default('Guildhall <hello@guildhall.example>'),
  SMTP_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),
  SMTP_EMERGENCY_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),

  /** The order in which accounts are asked; those that are set when absent. */
  EMAIL_PROVIDERS: list(...MAIL_ACCOUNTS),
  SMTP_2_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://user:password@host:port' }).optional(),
  SMTP_2_FROM: mailFrom().optional(),
  GRAPH_TENANT_ID: z.string().min(1).optional(),
  GRAPH_CLIENT_ID: z.string().min(1).optional(),
  GRAPH_CLIENT_SECRET: z.string().min(1).optional(),
  /** The mailbox that sends. */
  GRAPH_SENDER: z.email().optional(),
  GRAPH_LOGIN_URL: address().optional(),
  GRAPH_API_URL: address().optional(),
  GRAPH_MAILS_PER_MINUTE: z.coerce.number().positive().max(100_000).default(30),

  SMS_PROVIDERS: list('twilio', 'twilio-2'),
  TWILIO_ACCOUNT_SID: accountSid().optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  /** One sender, or several separated by commas. */
  TWILIO_FROM: senders().default(['Guildhall']),
  TWILIO_BASE_URL: address().optional(),
  TWILIO_2_ACCOUNT_SID: accountSid().optional(),
  TWILIO_2_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_2_FROM: senders().optional(),
  TWILIO_2_BASE_URL: address().optional(),
  /** For each sender. */
  SMS_PER_SECOND: perSecond(1),
  SMS_PRICES: prices,
  /** A number or a messaging service (MG…) for emergencies, and how fast it may send. */
  TWILIO_EMERGENCY_FROM: z.string().min(1).optional(),
  SMS_EMERGENCY_PER_SECOND: perSecond(1_000),

  SLACK_BOT_TOKEN: z.string().startsWith('xox', 'must be a token that starts with xox').optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be an address that ends with /api/' }).optional(),
  SLACK_WEBHOOK_HOSTS: z
    .string()
    .default('hooks.slack.com')
    .transform((text) => text.split(',').map((host) => host.trim().toLowerCase())),
  SLACK_FALLBACK_WEBHOOKS: webhooks,
  SLACK_MESSAGES_PER_SECOND: perSecond(1),
  SLACK_BURST: z.coerce.number().int().min(1).max(10_000).default(3),

  FCM_SERVICE_ACCOUNT: serviceAccount.optional(),
  FCM_BASE_URL: address().optional(),
  PUSH_PER_SECOND: perSecond(100),
  PUSH_EMERGENCY_PER_SECOND: perSecond(1_000),
});

export type Settings = z.infer<typeof Settings>;
