import { port, settings } from '@guildhall/runtime';
import { z } from 'zod';

const Settings = z.object({
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  SANDBOX_PORT: port(8025),
  SANDBOX_SMTP_PORT: port(1025),
  SANDBOX_DATA_DIR: z.string().default('.guildhall/sandbox'),
  SANDBOX_KEEP_MESSAGES: z.coerce.number('must be a number of messages').int().min(1).max(1_000_000).default(5_000),
  SANDBOX_SLACK_DOMAIN: z.string().default('example.org'),
  PUBLIC_URL: z.url('must be the address of the platform').default('http://localhost:8080'),
  NATS_URL: z.string().optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  HEALTH_PORT: port(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OTLP_URL: z.url('must be the address of an OTLP/HTTP receiver, http://host:4318').optional(),
});

export type Config = Readonly<{
  host: string;
  httpPort: number;
  smtpPort: number;
  dataDir: string;
  /** How many messages of each channel are kept. */
  keepMessages: number;
  /** Everyone with an address here is a member of the simulated Slack workspace. */
  slackDomain: string;
  /** The address that the platform gave to the vendors. */
  publicUrl: string;
  /** Without a broker the clock is the sandbox's own. */
  natsUrl: string | undefined;
  health: Readonly<{ host: string; port: number }>;
  logLevel: string;
  otlpUrl: string | undefined;
}>;

/** Throws a SettingsError that lists everything wrong at once. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const set = settings(Settings, env);
  return {
    host: set.SANDBOX_HOST,
    httpPort: set.SANDBOX_PORT,
    smtpPort: set.SANDBOX_SMTP_PORT,
    dataDir: set.SANDBOX_DATA_DIR,
    keepMessages: set.SANDBOX_KEEP_MESSAGES,
    slackDomain: set.SANDBOX_SLACK_DOMAIN.toLowerCase(),
    publicUrl: set.PUBLIC_URL.replace(/\/+$/, ''),
    natsUrl: set.NATS_URL,
    health: { host: set.HEALTH_HOST, port: set.HEALTH_PORT },
    logLevel: set.LOG_LEVEL,
    otlpUrl: set.OTLP_URL,
  };
}
