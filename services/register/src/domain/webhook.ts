/** Which movements a webhook is told of. */
export type Movements = 'in' | 'out' | 'both';
/** How much of the person's name it is told. */
export type Privacy = 'name' | 'initials' | 'count';

export type SlackWebhook = Readonly<{ url: string; movements: Movements; privacy: Privacy }>;

/** Where webhooks may lead. Whoever edits a site must not make us call into our own network. */
export type WebhookPolicy = Readonly<{ hosts: readonly string[]; allowLoopback: boolean }>;

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Why the address is refused, or undefined when it is fine. */
export function webhookFault(text: string, { hosts, allowLoopback }: WebhookPolicy): string | undefined {
  const url = URL.parse(text);
  if (!url) return 'is not an address';
  if (url.username || url.password) return 'carries a name or password';
  const isHttp = url.protocol === 'https:' || url.protocol === 'http:';
  if (allowLoopback && isHttp && loopback.includes(url.hostname)) return undefined;
  if (url.protocol !== 'https:') return 'must begin with https://';
  if (url.port !== '' || !hosts.includes(url.hostname)) return `must lead to ${hosts.join(' or ')}`;
  return undefined;
}
