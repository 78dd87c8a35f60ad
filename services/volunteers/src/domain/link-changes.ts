import { type InviteLink, type LinkOutcome, reservedOf, type Warnings } from './invite-link.ts';

type Given = Pick<
  InviteLink,
  'id' | 'sealedUrl' | 'endsWith' | 'cap' | 'takenBefore' | 'expiresAt' | 'createdAt' | 'createdBy'
>;

/** A link that is about to be sent. What it has passed already is known to whoever adds it, and not warned of. */
export function newLink(given: Given, warnings: Warnings): InviteLink {
  const passed = warnings.parts
    .map((part) => Math.ceil(given.cap * part))
    .filter((count) => given.takenBefore >= count)
    .map((count) => `places:${count}`);
  return { ...given, version: 1, holders: [], joiners: [], status: 'coming', warned: passed };
}

/** It is the one that is sent. */
export function activate(link: InviteLink, now: Date): LinkOutcome | undefined {
  if (link.status !== 'coming') return undefined;
  const next: InviteLink = { ...link, version: link.version + 1, status: 'active' };
  return { next, facts: [{ type: 'link-activated', link: next, at: now }] };
}

/** Why nobody could join by it; nothing where they can. */
export function whyUseless(link: InviteLink, now: Date): Readonly<{ pointer: string; detail: string }> | undefined {
  if (reservedOf(link) >= link.cap) return { pointer: '/reserved', detail: 'must be less than the cap' };
  const isOver = link.expiresAt !== undefined && link.expiresAt <= now;
  return isOver ? { pointer: '/expiresAt', detail: 'must be in the future' } : undefined;
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The address is one of Slack's own; in the sandbox one of this machine may stand for it. */
export function isInvitation(url: string, isSandbox: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (isSandbox && loopback.includes(hostname) && /^https?:$/.test(protocol)) return true;
  return protocol === 'https:' && /^([\w-]+\.)*slack\.com$/.test(hostname) && hostname !== 'slack.com';
}
