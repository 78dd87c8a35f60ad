import { join } from 'node:path';
import type { SecretName, Secrets } from './secrets.ts';

/** What every entry of the table may use to say its settings. */
export interface Surroundings {
  readonly root: string;
  readonly dataDir: string;
  readonly natsUrl: string;
  readonly mongoUrl: string;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly ports: { readonly web: number; readonly sandbox: number; readonly smtp: number };
  /** The environment that the person started us with. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Settings = Readonly<Record<string, string>>;

export interface ServiceEntry {
  readonly name: string;
  /** The folder of its workspace. */
  readonly folder: string;
  /** Ports that it publishes to people, by purpose. */
  ports?(around: Surroundings): Readonly<Record<string, number>>;
  /** Settings that are ours to decide. */
  settings(around: Surroundings): Settings;
  /** Settings that the environment may replace, for instance by a real provider. */
  presets?(around: Surroundings): Settings;
}

/** Each service has a database of its own, whatever the store. */
const stored = (name: string, { mongoUrl }: Surroundings): Settings => ({
  MONGO_URL: mongoUrl,
  MONGO_DATABASE: `guildhall_${name}`,
});

/** Each service gets the keys that it uses and no other. */
const keys = ({ secrets }: Surroundings, ...names: SecretName[]): Settings =>
  Object.fromEntries(names.map((name) => [name, secrets[name]]));

const sandboxUrl = ({ ports }: Surroundings): string => `http://127.0.0.1:${ports.sandbox}`;

/** Signing in through the sandbox, for each service of which the environment has no credentials. */
const simulatedServices = (around: Surroundings): Settings => {
  const url = sandboxUrl(around);
  const client = (name: string) => ({ [`${name}_CLIENT_ID`]: 'guildhall', [`${name}_CLIENT_SECRET`]: 'sandbox' });
  const isReal = (name: string): boolean => Boolean(around.env[`${name}_CLIENT_ID`]);
  const tenant = '11111111-1111-4111-8111-111111111111';
  return {
    ...(!isReal('GOOGLE') && { ...client('GOOGLE'), GOOGLE_BASE_URL: `${url}/google` }),
    ...(!isReal('MICROSOFT') && {
      ...client('MICROSOFT'),
      MICROSOFT_BASE_URL: `${url}/microsoft`,
      MICROSOFT_GRAPH_URL: `${url}/graph/v1.0`,
      MICROSOFT_TENANTS: tenant,
      MICROSOFT_TENANT_DOMAINS: `${tenant}:example.org`,
      DIRECTORY_TENANT: tenant,
      DIRECTORY_CLIENT_ID: 'guildhall',
      DIRECTORY_CLIENT_SECRET: 'sandbox',
    }),
    ...(!isReal('ZOOM') && { ...client('ZOOM'), ZOOM_BASE_URL: `${url}/zoom` }),
  };
};

/** In the order in which they start; they stop in the other one. */
export const SERVICES: readonly ServiceEntry[] = [
  {
    name: 'sandbox',
    folder: 'sandbox',
    ports: ({ ports }) => ({ http: ports.sandbox, smtp: ports.smtp }),
    settings: ({ ports, dataDir }) => ({
      SANDBOX_PORT: String(ports.sandbox),
      SANDBOX_SMTP_PORT: String(ports.smtp),
      SANDBOX_DATA_DIR: join(dataDir, 'sandbox'),
    }),
  },
  {
    name: 'identity',
    folder: 'services/identity',
    settings: (around) => ({
      ...stored('identity', around),
      ...keys(around, 'CODE_KEY', 'SEALING_KEY', 'APP_TOKEN_KEY', 'PIN_KEY'),
    }),
    presets: (around) => ({
      BOOTSTRAP_ADMIN_EMAIL: 'admin@example.org',
      STAFF_EMAIL_DOMAINS: 'example.org',
      ...simulatedServices(around),
    }),
  },
  {
    name: 'register',
    folder: 'services/register',
    settings: (around) => ({ ...stored('register', around), ...keys(around, 'LINK_KEY') }),
  },
  {
    name: 'notifier',
    folder: 'services/notifier',
    settings: (around) => ({ ...stored('notifier', around), ...keys(around, 'SEALING_KEY') }),
    presets: (around) => ({
      SMTP_URL: `smtp://127.0.0.1:${around.ports.smtp}`,
      SMTP_FROM: 'Guildhall <guildhall@example.org>',
      SLACK_API_URL: `${sandboxUrl(around)}/slack/api/`,
      SLACK_BOT_TOKEN: 'xoxb-sandbox',
      TWILIO_BASE_URL: `${sandboxUrl(around)}/twilio`,
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'sandbox',
      TWILIO_FROM: '+447700900000',
      FCM_BASE_URL: `${sandboxUrl(around)}/fcm`,
    }),
  },
  {
    name: 'volunteers',
    folder: 'services/volunteers',
    settings: (around) => ({ ...stored('volunteers', around), ...keys(around, 'SEALING_KEY') }),
    presets: (around) => ({
      SLACK_API_URL: `${sandboxUrl(around)}/slack/api/`,
      SLACK_BOT_TOKEN: 'xoxb-sandbox',
      GOOGLE_API_URL: sandboxUrl(around),
    }),
  },
  {
    name: 'gateway',
    folder: 'services/gateway',
    ports: ({ ports }) => ({ http: ports.web }),
    settings: (around) => ({
      ...stored('gateway', around),
      ...keys(around, 'SESSION_KEY', 'SEALING_KEY'),
      PORT: String(around.ports.web),
      WEB_DIR: join(around.root, 'web', 'dist'),
    }),
  },
];

const fromOutside = (env: Surroundings['env']): Record<string, string> => {
  const entries = Object.entries(env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_CHANNEL_)/.test(name));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
};

/** The whole environment of one service: presets, what the person set, and over all what is ours to decide. */
export const environmentOf = (entry: ServiceEntry, around: Surroundings, healthPort: number): Settings => ({
  LOG_LEVEL: 'info',
  ...entry.presets?.(around),
  ...fromOutside(around.env),
  SERVICE_NAME: entry.name,
  NATS_URL: around.natsUrl,
  HEALTH_PORT: String(healthPort),
  PUBLIC_URL: around.publicUrl,
  SANDBOX: 'on',
  ...entry.settings(around),
});
