import { describe, expect, it } from 'vitest';
import { SECRET_NAMES } from './secrets.ts';
import { environmentOf, SERVICES, type Surroundings } from './services.ts';

const around = (env: Surroundings['env'] = {}): Surroundings => ({
  root: '/checkout',
  dataDir: '/checkout/.guildhall',
  natsUrl: 'nats://127.0.0.1:4222',
  mongoUrl: 'mongodb://127.0.0.1:27017/?directConnection=true',
  secrets: {
    SEALING_KEY: 'seal',
    SESSION_KEY: 'session',
    CODE_KEY: 'code',
    LINK_KEY: 'link',
    APP_TOKEN_KEY: 'app token',
    PIN_KEY: 'pin',
  },
  publicUrl: 'http://localhost:8080',
  ports: { web: 8080, sandbox: 8025, smtp: 1025 },
  env,
});

const environment = (name: string, env?: Surroundings['env']) => {
  const entry = SERVICES.find((service) => service.name === name);
  if (entry === undefined) throw new Error(`no service ${name}`);
  return environmentOf(entry, around(env), 9100);
};

describe('the environment of a service', () => {
  it('has a database of its own for each service that stores', () => {
    const databases = SERVICES.map((entry) => environment(entry.name)['MONGO_DATABASE']).filter(Boolean);
    expect(databases).toEqual(
      ['identity', 'register', 'notifier', 'volunteers', 'gateway'].map((name) => `guildhall_${name}`),
    );
  });

  it('gives every process its name, the broker and a port for its health', () => {
    for (const { name } of SERVICES) {
      expect(environment(name)).toMatchObject({
        SERVICE_NAME: name,
        NATS_URL: 'nats://127.0.0.1:4222',
        HEALTH_PORT: '9100',
      });
    }
  });

  it('points the providers at the sandbox when nothing else is said', () => {
    expect(environment('notifier')).toMatchObject({
      SMTP_URL: 'smtp://127.0.0.1:1025',
      SLACK_API_URL: 'http://127.0.0.1:8025/slack/api/',
      TWILIO_BASE_URL: 'http://127.0.0.1:8025/twilio',
    });
  });

  it('lets the person point a provider at the real one', () => {
    expect(environment('notifier', { SMTP_URL: 'smtp://mail.example.org' })['SMTP_URL']).toBe(
      'smtp://mail.example.org',
    );
  });

  it('signs people in through the sandbox for each service without credentials, and through the real one with', () => {
    expect(environment('identity')).toMatchObject({
      GOOGLE_BASE_URL: 'http://127.0.0.1:8025/google',
      MICROSOFT_BASE_URL: 'http://127.0.0.1:8025/microsoft',
      ZOOM_BASE_URL: 'http://127.0.0.1:8025/zoom',
    });
    const real = environment('identity', { MICROSOFT_CLIENT_ID: 'ours', MICROSOFT_CLIENT_SECRET: 'secret' });
    expect(real).toMatchObject({ MICROSOFT_CLIENT_ID: 'ours', GOOGLE_CLIENT_ID: 'guildhall' });
    expect(real).not.toHaveProperty('MICROSOFT_BASE_URL');
    expect(real).not.toHaveProperty('MICROSOFT_GRAPH_URL');
  });

  it('does not let the environment replace what is ours to decide', () => {
    expect(environment('register', { MONGO_URL: 'mongodb://elsewhere', SANDBOX: 'off' })).toMatchObject({
      MONGO_URL: 'mongodb://127.0.0.1:27017/?directConnection=true',
      SANDBOX: 'on',
    });
  });

  it.each([
    ['sandbox', []],
    ['identity', ['SEALING_KEY', 'CODE_KEY', 'APP_TOKEN_KEY', 'PIN_KEY']],
    ['register', ['LINK_KEY']],
    ['notifier', ['SEALING_KEY']],
    ['gateway', ['SEALING_KEY', 'SESSION_KEY']],
  ])('gives %s the keys that it uses and no other', (name, keys) => {
    expect(SECRET_NAMES.filter((key) => key in environment(name))).toEqual(keys);
  });

  it('passes nothing on that npm put there', () => {
    expect(environment('gateway', { npm_config_registry: 'x', HOME: '/root' })).toMatchObject({ HOME: '/root' });
    expect(environment('gateway', { npm_config_registry: 'x' })).not.toHaveProperty('npm_config_registry');
  });
});

describe('the services', () => {
  it('start with the sandbox and end with the gateway, so that the door opens last and closes first', () => {
    expect(SERVICES.map(({ name }) => name)).toEqual([
      'sandbox',
      'identity',
      'register',
      'notifier',
      'volunteers',
      'gateway',
    ]);
  });
});
