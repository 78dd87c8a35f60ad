import { describe, expect, it } from 'vitest';
import type { Channel } from './message.ts';
import { isRecipient, isSlackUser, maskedRecipient } from './recipient.ts';

describe('a recipient', () => {
  it.each<[Channel, string]>([
    ['email', 'ada@example.org'],
    ['email', "o'brien+x@xn--bcher-kva.example"],
    ['sms', '+447700900123'],
    ['push', 'eXaMpLe:APA91bH-x_y'],
    ['slack', '#building'],
    ['slack', 'C024BE91L'],
    ['slack', '@ada'],
    ['slack', 'ada@example.org'],
    ['slack', 'https://hooks.slack.com/services/T0/B0/x'],
  ])('of %s may be %j', (channel, to) => {
    expect(isRecipient(channel, to)).toBe(true);
  });

  it.each<[Channel, string]>([
    ['email', 'ada'],
    ['email', 'ada@example.org, eve@example.org'],
    ['email', 'ada@example.org\r\nBcc: eve@example.org'],
    ['email', '<ada@example.org>'],
    ['sms', '07700900123'],
    ['sms', '+44 7700 900123'],
    ['sms', '+0123456789'],
    ['slack', 'two words'],
    ['slack', 'https://'],
    ['slack', 'file:///etc/passwd'],
  ])('of %s is never %j', (channel, to) => {
    expect(isRecipient(channel, to)).toBe(false);
  });

  it.each(['U024BE7LH', 'W012A3CDE', 'ada@example.org', 'Ada.Lovelace@Example.org'])(
    'is somebody in Slack: %s',
    (to) => {
      expect(isSlackUser(to)).toBe(true);
    },
  );

  it.each(['#building', 'C024BE91L', '@ada', 'ada', 'https://hooks.slack.com/services/T0/B0/x', ''])(
    'is nobody in Slack: %s',
    (to) => {
      expect(isSlackUser(to)).toBe(false);
    },
  );

  it('that is a webhook is shown by host and last characters only', () => {
    expect(maskedRecipient({ channel: 'slack', to: 'https://hooks.slack.com/services/T0/B0/secretABCD' })).toBe(
      'hooks.slack.com/…ABCD',
    );
  });

  it('that is a device is told from others by the end of its token', () => {
    expect(maskedRecipient({ channel: 'push', to: 'token:secretABCD' })).toBe('…ABCD');
  });

  it('that is no secret is shown as it is', () => {
    expect(maskedRecipient({ channel: 'slack', to: '#building' })).toBe('#building');
  });
});
