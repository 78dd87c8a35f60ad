import { settings } from '@guildhall/runtime';
import { describe, expect, it } from 'vitest';
import { Settings } from './config.ts';

const env = {
  NATS_URL: 'nats://127.0.0.1:4222',
  MONGO_URL: 'mongodb://127.0.0.1:27017',
  LINK_KEY: Buffer.alloc(32, 1).toString('base64url'),
};

describe('the settings', () => {
  it('let webhooks lead to Slack only, unless told otherwise', () => {
    expect(settings(Settings, env).SLACK_WEBHOOK_HOSTS).toEqual(['hooks.slack.com']);
  });

  it('take a list of hosts', () => {
    const given = { ...env, SLACK_WEBHOOK_HOSTS: 'hooks.slack.com, Hooks.example.org' };
    expect(settings(Settings, given).SLACK_WEBHOOK_HOSTS).toEqual(['hooks.slack.com', 'hooks.example.org']);
  });

  it('refuse what is no host', () => {
    expect(() => settings(Settings, { ...env, SLACK_WEBHOOK_HOSTS: 'https://x/' })).toThrow('SLACK_WEBHOOK_HOSTS');
  });

  it('refuse a country that has no telephone numbers', () => {
    expect(settings(Settings, env).DEFAULT_REGION).toBe('GB');
    expect(() => settings(Settings, { ...env, DEFAULT_REGION: 'XX' })).toThrow('DEFAULT_REGION');
  });
});
