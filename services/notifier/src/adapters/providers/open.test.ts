import { settings } from '@guildhall/runtime';
import { afterEach, describe, expect, it } from 'vitest';
import { Settings } from '../../config.ts';
import { openWaysOut } from './open.ts';
import { listProviders } from './outlets.ts';
import type { WaysOut } from './ways-out.ts';

const opened: WaysOut[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).flatMap((ways) => Object.values(ways).map((way) => way.close())));
});

const states = (env: Record<string, string>) => {
  const needed = { NATS_URL: 'nats://127.0.0.1', MONGO_URL: 'mongodb://127.0.0.1', SEALING_KEY: 'A'.repeat(43) };
  const ways = openWaysOut(settings(Settings, { ...needed, ...env }));
  opened.push(ways);
  return Object.fromEntries(listProviders(ways)().map(({ name, state }) => [name, state]));
};

const real = {
  SMTP_URL: 'smtps://user:secret@mail.example.org',
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'secret',
  SLACK_BOT_TOKEN: 'xoxb-1',
  FCM_SERVICE_ACCOUNT: JSON.stringify({
    project_id: 'guildhall',
    client_email: 'push@guildhall.example',
    private_key: '-----BEGIN PRIVATE KEY-----',
  }),
};

describe('the ways out', () => {
  it('lead to the sandbox where it is on and no account is set', () => {
    expect(states({ SANDBOX: 'on' })).toEqual({
      smtp: 'sandbox',
      twilio: 'sandbox',
      slack: 'sandbox',
      'slack-webhook': 'sandbox',
      fcm: 'sandbox',
    });
  });

  it('are real where credentials are set, each for itself', () => {
    expect(states({ SANDBOX: 'on', ...real })).toMatchObject({
      smtp: 'real',
      twilio: 'real',
      slack: 'real',
      fcm: 'real',
    });
    expect(states({ SANDBOX: 'on', SLACK_BOT_TOKEN: 'xoxb-1' })).toMatchObject({ smtp: 'sandbox', slack: 'real' });
  });

  it('lead to the sandbox with the sandbox’s own credentials', () => {
    const presets = {
      SLACK_BOT_TOKEN: 'xoxb-sandbox',
      SLACK_API_URL: 'http://127.0.0.1:8025/slack/api/',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'sandbox',
    };

    expect(states({ SANDBOX: 'on', ...presets })).toMatchObject({ twilio: 'sandbox', slack: 'sandbox' });
    expect(states({ SANDBOX: 'on', ...presets, SLACK_BOT_TOKEN: 'xoxb-1' })).toMatchObject({ slack: 'real' });
  });

  it('are off without sandbox and credentials', () => {
    expect(states({})).toEqual({ smtp: 'off', twilio: 'off', slack: 'off', 'slack-webhook': 'real', fcm: 'off' });
  });
});
