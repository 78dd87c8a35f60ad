const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** True for the sandbox's own address: this machine, or a host that is called sandbox. */
export function isSandbox(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return LOOPBACK.test(hostname) || /(^|[.-])sandbox([.-]|$)/.test(hostname);
}

/** Which webhook addresses may be called: those of Slack, and in sandbox mode those of the sandbox. */
export const webhookRule =
  (hosts: readonly string[], isSandboxOn: boolean) =>
  (url: URL): boolean =>
    (url.protocol === 'https:' && !url.port && hosts.includes(url.hostname)) || (isSandboxOn && isSandbox(url.href));
