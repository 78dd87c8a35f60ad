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

  it.each([
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_FROM', 'hello@example.org\r\nBcc: x'],
    ['SEALING_KEY', 'short'],
    ['TWILIO_ACCOUNT_SID', 'AC1'],
    ['SLACK_BOT_TOKEN', 'secret'],
    ['SLACK_MESSAGES_PER_SECOND', '0'],
    ['SMS_PER_SECOND', 'fast'],
  ])('refuse %s=%j by name, without repeating it', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(expect.objectContaining({ message: expect.stringContaining(name) }));
    expect(() => read({ [name]: value })).not.toThrow(
      expect.objectContaining({ message: expect.stringContaining(value) }),
    );
  });
});
