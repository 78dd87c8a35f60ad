import { settings } from '@guildhall/runtime';
import { describe, expect, it } from 'vitest';
import { Settings } from './config.ts';

const needed = { NATS_URL: 'nats://127.0.0.1', MONGO_URL: 'mongodb://127.0.0.1', SEALING_KEY: 'A'.repeat(43) };
const read = (env: Record<string, string> = {}) => settings(Settings, { ...needed, ...env });

describe('the settings', () => {
  it('have the vendors’ published limits as defaults', () => {
    expect(read()).toMatchObject({ SLACK_MESSAGES_PER_SECOND: 1, SLACK_BURST: 3, SMS_PER_SECOND: 1 });
  });

  it('read a list of hosts', () => {
    expect(read({ SLACK_WEBHOOK_HOSTS: 'hooks.slack.com, Hooks.Slack-Gov.com' }).SLACK_WEBHOOK_HOSTS).toEqual([
      'hooks.slack.com',
      'hooks.slack-gov.com',
    ]);
  });

  it('read the key file of a service account as it is', () => {
    const key = '-----BEGIN PRIVATE KEY-----';
    const file = { type: 'service_account', project_id: 'p', client_email: 'push@p.example', private_key: key };

    expect(read({ FCM_SERVICE_ACCOUNT: JSON.stringify(file) }).FCM_SERVICE_ACCOUNT).toEqual({
      project: 'p',
      clientEmail: 'push@p.example',
      privateKey: key,
      tokenUri: 'https://oauth2.googleapis.com/token',
    });
  });

  it('read accounts, senders, prices and webhooks from lists', () => {
    const given = {
      EMAIL_PROVIDERS: 'graph,smtp',
      TWILIO_FROM: '+15005550006, +15005550007',
      SMS_PRICES: '+44=0.04,+1=0.0079,*=0.1',
      SLACK_FALLBACK_WEBHOOKS: '#Building=https://hooks.slack.com/services/T0/B0/x',
    };

    expect(read(given)).toMatchObject({
      EMAIL_PROVIDERS: ['graph', 'smtp'],
      TWILIO_FROM: ['+15005550006', '+15005550007'],
      SMS_PRICES: new Map([
        ['+44', 40_000],
        ['+1', 7_900],
        ['*', 100_000],
      ]),
      SLACK_FALLBACK_WEBHOOKS: new Map([['#building', 'https://hooks.slack.com/services/T0/B0/x']]),
    });
  });

  it.each([
    ['EMAIL_PROVIDERS', 'smtp,pigeon'],
    ['EMAIL_PROVIDERS', 'smtp,smtp'],
    ['SMS_PRICES', '+44=cheap'],
    ['SLACK_FALLBACK_WEBHOOKS', '#building=nowhere'],
    ['GRAPH_SENDER', 'somebody'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_FROM', 'hello@example.org\r\nBcc: x'],
    ['SEALING_KEY', 'short'],
    ['TWILIO_ACCOUNT_SID', 'AC1'],
    ['SLACK_BOT_TOKEN', 'secret'],
    ['SLACK_MESSAGES_PER_SECOND', '0'],
    ['SMS_PER_SECOND', 'fast'],
    ['FCM_SERVICE_ACCOUNT', '{"private_key": "x"}'],
    ['FCM_SERVICE_ACCOUNT', 'no json'],
  ])('refuse %s=%j by name, without repeating it', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(expect.objectContaining({ message: expect.stringContaining(name) }));
    expect(() => read({ [name]: value })).not.toThrow(
      expect.objectContaining({ message: expect.stringContaining(value) }),
    );
  });
});
