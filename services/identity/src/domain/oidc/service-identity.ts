import type { Decision } from '@guildhall/kernel';
import { isExpired, secondsUntil } from '../challenge.ts';
import { type MailWanted, nextMailAt, recentMails } from '../accounts/mail.ts';
import type { Names } from '../names.ts';
import { accountRefusals } from '../accounts/refusals.ts';
import { type Claims, labels, type Provider } from './claims.ts';

const [dayMs, quarterMs] = [86_400_000, 15 * 60_000];

/** What still has to happen before the account at the service opens anything here. */
export type PendingLink = Readonly<{ tokenHash: string; expiresAt: Date }> &
  (Readonly<{ how: 'login' }> | (Names & Readonly<{ how: 'mail'; email: string; browserHash: string; next: string }>));

/** Somebody's account at a service. There is one for each subject of each service: whose it is, is one write. */
export type ServiceIdentity = Readonly<{
  id: string;
  version: number;
  provider: Provider;
  subject: string;
  tenantId?: string;
  email?: string;
  /** Whose it is, or whose it will be once the person exists. */
  personId?: string;
  linkedAt?: Date;
  pending?: PendingLink;
  seenAt: Date;
  mailsAt: readonly Date[];
}>;

export const newIdentity = (
  id: string,
  { provider, subject, tenantId, email }: Claims,
  seenAt: Date,
): ServiceIdentity => ({
  id,
  version: 0,
  seenAt,
  provider,
  subject,
  mailsAt: [],
  ...(tenantId && { tenantId }),
  ...(email && { email }),
});

/** The person who will have it, settled before there is one: a repeat after a crash makes nobody twice. */
export const reserve = (current: ServiceIdentity, personId: string): ServiceIdentity => ({
  ...current,
  version: current.version + 1,
  personId,
});

/** From now on it opens this person's account. Throws `identity.service_account_taken` when it opens another's. */
export function link(
  { pending: _done, ...current }: ServiceIdentity,
  personId: string,
  to: string | undefined,
  at: Date,
): Decision<ServiceIdentity, MailWanted> {
  if (current.linkedAt && current.personId !== personId) throw accountRefusals.serviceAccountTaken();
  const next = { ...current, version: current.version + 1, personId, linkedAt: at };
  const key = `service-linked:${current.id}:${at.getTime()}`;
  const mail = { type: 'mail-wanted', template: 'service-linked', key, service: labels[current.provider], at } as const;
  return { next, facts: to ? [{ ...mail, to }] : [] };
}

/** It opens nothing any more, and is forgotten like one that never did. */
export function unlink(
  { id, version, provider, subject, tenantId, mailsAt }: ServiceIdentity,
  at: Date,
): ServiceIdentity {
  return { id, version: version + 1, provider, subject, ...(tenantId && { tenantId }), mailsAt, seenAt: at };
}

/** Whoever signs in here by another way within a quarter of an hour may link it with this token. */
export const awaitLogin = (current: ServiceIdentity, tokenHash: string, at: Date): ServiceIdentity => ({
  ...current,
  version: current.version + 1,
  pending: { how: 'login', tokenHash, expiresAt: new Date(at.getTime() + quarterMs) },
});

type Wanted = Names & Readonly<{ token: string; tokenHash: string; email: string; browserHash: string; next: string }>;

/** A mail asks the owner of the address; an earlier link is void. Throws `identity.too_many_mails`. */
export function awaitMail(
  current: ServiceIdentity,
  { token, ...wanted }: Wanted,
  at: Date,
): Decision<ServiceIdentity, MailWanted> {
  const wait = nextMailAt(current.mailsAt, at);
  if (wait) throw accountRefusals.tooManyMails(secondsUntil(wait, at));
  const expiresAt = new Date(at.getTime() + dayMs);
  const mailsAt = [...recentMails(current.mailsAt, at), at];
  const next = { ...current, version: current.version + 1, mailsAt, pending: { how: 'mail', expiresAt, ...wanted } };
  const [key, service] = [`service-confirm:${wanted.tokenHash}`, labels[current.provider]];
  const to = wanted.email;
  const mail = { type: 'mail-wanted', template: 'service-confirm', to, key, token, expiresAt, service, at } as const;
  return { next: next as ServiceIdentity, facts: [mail] };
}

/** What is pending under this token; undefined when that is over. */
export function pendingOf<How extends PendingLink['how']>(
  current: ServiceIdentity | undefined,
  how: How,
  at: Date,
): Extract<PendingLink, { how: How }> | undefined {
  const pending = current?.pending;
  const isLive = pending?.how === how && !isExpired(pending, at);
  return isLive ? (pending as Extract<PendingLink, { how: How }>) : undefined;
}

/** When an account that opens nothing is forgotten; never while it opens something. */
export function forgetIdentityAt({ linkedAt, pending, seenAt }: ServiceIdentity): Date | undefined {
  return linkedAt ? undefined : new Date(Math.max(seenAt.getTime(), pending?.expiresAt.getTime() ?? 0) + dayMs);
}
