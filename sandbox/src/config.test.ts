import { describe, expect, it } from 'vitest';
import { loadConfig } from './config.ts';

describe('the settings', () => {
  it('need nothing at all', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      httpPort: 8025,
      smtpPort: 1025,
      keepMessages: 5_000,
      natsUrl: undefined,
      publicUrl: 'http://localhost:8080',
    });
  });

  it('come from the environment', () => {
    const env = {
      SANDBOX_PORT: '9025',
      SANDBOX_DATA_DIR: '/data',
      SANDBOX_SLACK_DOMAIN: 'Guild.Example',
      NATS_URL: 'nats://x',
    };
    expect(loadConfig(env)).toMatchObject({
      httpPort: 9_025,
      dataDir: '/data',
      slackDomain: 'guild.example',
      natsUrl: 'nats://x',
    });
  });

  it('are refused with everything that is wrong', () => {
    const env = { SANDBOX_PORT: 'http', SANDBOX_KEEP_MESSAGES: '0' };
    expect(() => loadConfig(env)).toThrow(/SANDBOX_PORT[\s\S]*SANDBOX_KEEP_MESSAGES/);
  });
});
