import { describe, expect, it } from 'vitest';
import { webhookFault } from './webhook.ts';

const real = { hosts: ['hooks.slack.com'], allowLoopback: false };
const sandbox = { ...real, allowLoopback: true };

describe('the address of a webhook', () => {
  it('may lead to Slack', () => {
    expect(webhookFault('https://hooks.slack.com/services/T1/B1/x', real)).toBeUndefined();
  });

  it.each([
    'http://hooks.slack.com/services/T1/B1/x',
    'https://hooks.slack.com.example.org/x',
    'https://hooks.slack.com:8443/x',
    'https://user:secret@hooks.slack.com/x',
    'https://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:8025/slack/services/T1/B1/x',
    'https://localhost/x',
    'file:///etc/passwd',
    'hooks.slack.com/services',
  ])('may not be %s', (url) => {
    expect(webhookFault(url, real)).toEqual(expect.any(String));
  });

  it.each(['http://127.0.0.1:8025/slack/x', 'http://localhost:8025/x', 'http://[::1]:8025/x'])(
    'may be %s in the sandbox',
    (url) => expect(webhookFault(url, sandbox)).toBeUndefined(),
  );

  it.each(['http://127.0.0.1.example.org/x', 'http://10.0.0.1/x', 'ftp://127.0.0.1/x', 'http://u@127.0.0.1/x'])(
    'may not be %s even there',
    (url) => expect(webhookFault(url, sandbox)).toEqual(expect.any(String)),
  );
});
