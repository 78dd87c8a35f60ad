import { settings } from '@guildhall/runtime';
import { afterEach, describe, expect, it } from 'vitest';
import { Settings } from '../../config.ts';
import { openWaysOut } from './open.ts';
import { listProviders } from './outlets.ts';
import { accountsOf, type WaysOut } from './ways-out.ts';

const opened: WaysOut[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).flatMap((ways) => accountsOf(ways).map(([, account]) => account.close())));
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

describe('second accounts', () => {
  const namesOf = (env: Record<string, string>) => Object.keys(states(env));
  const graph = {
    GRAPH_TENANT_ID: 'contoso',
    GRAPH_CLIENT_ID: 'app',
    GRAPH_CLIENT_SECRET: 'secret',
    GRAPH_SENDER: 'hello@contoso.example',
  };

  it('come after the first where they are set', () => {
    const second = {
      TWILIO_2_ACCOUNT_SID: `AC${'b'.repeat(32)}`,
      TWILIO_2_AUTH_TOKEN: 's',
      TWILIO_2_FROM: '+15005550009',
    };

    expect(states({ ...real, ...graph, ...second, SMTP_2_URL: 'smtp://mail2.example.org' })).toMatchObject({
      smtp: 'real',
      'smtp-2': 'real',
      graph: 'real',
      twilio: 'real',
      'twilio-2': 'real',
    });
  });

  it('are asked in the order that is wished', () => {
    expect(namesOf({ ...real, ...graph, EMAIL_PROVIDERS: 'graph, smtp' }).slice(0, 2)).toEqual(['graph', 'smtp']);
  });

  it('are the sandbox’s where they are asked for by name in sandbox mode, else off', () => {
    const wished = { EMAIL_PROVIDERS: 'smtp,smtp-2,graph', SMS_PROVIDERS: 'twilio,twilio-2' };

    expect(states({ SANDBOX: 'on', ...wished })).toMatchObject({
      'smtp-2': 'sandbox',
      graph: 'sandbox',
      'twilio-2': 'sandbox',
    });
    expect(states(wished)).toMatchObject({ smtp: 'off', 'smtp-2': 'off', graph: 'off', 'twilio-2': 'off' });
  });

  it('of Slack are webhooks of the same channels', () => {
    const hooks = { SLACK_FALLBACK_WEBHOOKS: '#building=https://hooks.slack.com/services/T0/B0/x' };

    expect(states({ ...real, ...hooks })).toMatchObject({ slack: 'real', 'slack-fallback': 'real' });
  });
});
