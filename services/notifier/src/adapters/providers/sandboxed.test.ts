import { describe, expect, it } from 'vitest';
import { isSandbox, webhookRule } from './sandboxed.ts';

describe('the sandbox', () => {
  it.each([
    'smtp://127.0.0.1:1025',
    'http://localhost:8025/twilio',
    'http://guildhall-sandbox:8025/',
    'smtp://sandbox',
  ])('is at %s', (address) => expect(isSandbox(address)).toBe(true));

  it.each(['smtp://mail.example.org', 'https://slack.com/api/', 'https://sandboxed.example', 'nonsense'])(
    'is not at %s',
    (address) => expect(isSandbox(address)).toBe(false),
  );
});

describe('a webhook’s address', () => {
  const may = (address: string, isSandboxOn = false) => webhookRule(['hooks.slack.com'], isSandboxOn)(new URL(address));

  it('may be one of Slack’s', () => {
    expect(may('https://hooks.slack.com/services/T0/B0/x')).toBe(true);
  });

  it.each([
    'http://hooks.slack.com/services/T0/B0/x',
    'https://hooks.slack.com:8443/services/T0/B0/x',
    'https://hooks.slack.com.evil.example/x',
    'https://evil.example/hooks.slack.com',
    'http://127.0.0.1:8025/slack/services/T0/B0/x',
    'http://169.254.169.254/latest/meta-data',
    'https://[::1]/x',
  ])('may not be %s', (address) => {
    expect(may(address)).toBe(false);
  });

  it('may be the sandbox’s in sandbox mode, and nothing else inside', () => {
    expect(may('http://127.0.0.1:8025/slack/services/T0/B0/x', true)).toBe(true);
    expect(may('http://169.254.169.254/latest/meta-data', true)).toBe(false);
  });
});
