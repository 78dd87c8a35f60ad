import { settings } from '@guildhall/runtime';
import { describe, expect, it } from 'vitest';
import { Settings } from './config.ts';

const key = Buffer.alloc(32, 1).toString('base64url');
const keys = { CODE_KEY: key, SEALING_KEY: key, APP_TOKEN_KEY: key, PIN_KEY: key };
const enough = { NATS_URL: 'nats://127.0.0.1', MONGO_URL: 'mongodb://127.0.0.1', ...keys };

describe('the settings of identity', () => {
  it('need four keys and nothing else of their own', () => {
    expect(settings(Settings, enough)).toMatchObject({
      DEFAULT_REGION: 'GB',
      STAFF_EMAIL_DOMAINS: [],
      UNKNOWN_DOMAINS: 'visitor',
      SESSION_DAYS: 365,
      TEXT_CODES_PER_DAY: 2_000,
      OFFERED_METHODS: ['email', 'sms'],
    });
  });

  it('read lists with spaces and capitals', () => {
    const read = settings(Settings, {
      ...enough,
      STAFF_EMAIL_DOMAINS: 'Example.org, example.com',
      OFFERED_METHODS: 'sms',
    });
    expect(read).toMatchObject({ STAFF_EMAIL_DOMAINS: ['example.org', 'example.com'], OFFERED_METHODS: ['sms'] });
  });

  it('list everything that is wrong at once, and never a value', () => {
    const wrong = {
      ...enough,
      CODE_KEY: 'secret-but-short',
      DEFAULT_REGION: 'XX',
      OFFERED_METHODS: 'pigeon',
      UNKNOWN_DOMAINS: 'maybe',
      SESSION_DAYS: '0',
      BOOTSTRAP_ADMIN_EMAIL: 'nobody',
    };
    const names = [
      'CODE_KEY',
      'DEFAULT_REGION',
      'OFFERED_METHODS',
      'UNKNOWN_DOMAINS',
      'SESSION_DAYS',
      'BOOTSTRAP_ADMIN_EMAIL',
    ];
    const read = () => settings(Settings, wrong);
    for (const name of names) expect(read).toThrow(name);
    expect(read).not.toThrow('secret-but-short');
    expect(read).not.toThrow('pigeon');
  });
});
