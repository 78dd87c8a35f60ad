/** What stands in for an account where none is set: the sandbox takes any that has the right form. */
export const SANDBOX = {
  smtp: 'smtp://127.0.0.1:1025',
  origin: 'http://127.0.0.1:8025',
  sid: `AC${'0'.repeat(32)}`,
  secret: 'sandbox',
  number: '+15005550006',
  number2: '+15005550007',
  slackToken: 'xoxb-sandbox',
  tenant: '11111111-1111-4111-8111-111111111111',
} as const;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** True for the sandbox's own address: this machine, or a host that is called sandbox. */
export function isSandbox(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return LOOPBACK.test(hostname) || /(^|[.-])sandbox([.-]|$)/.test(hostname);
}

/** Real credentials never go to the sandbox, whatever address was set beside them. */
export const outside = (address: string | undefined): string | undefined =>
  address && isSandbox(address) ? undefined : address;

/** Which webhook addresses may be called: those of Slack, and in sandbox mode those of the sandbox. */
export const webhookRule =
  (hosts: readonly string[], isSandboxOn: boolean) =>
  (url: URL): boolean =>
    (url.protocol === 'https:' && !url.port && hosts.includes(url.hostname)) || (isSandboxOn && isSandbox(url.href));
