import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { InviteLink, Warnings } from '../../domain/invite-link.ts';
import { isInvitation, newLink, whyUseless } from '../../domain/link-changes.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Caller, Links } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import { activateLinkOn } from './activate-link.ts';

/** `cap` 0 is the one of the settings; `reserved` places were taken before. */
export type CreateLink = Readonly<{ url: string; cap: number; reserved: number; expiresAt?: Date; caller: Caller }>;

export type LinkDeps = Readonly<{
  links: Links;
  clock: Clock;
  newId: NewId;
  warnings: Warnings;
  defaultCap: number;
  isSandbox: boolean;
}>;

const shownEnd = 6;

/** Adds a link, which becomes the one that is sent. */
export const createLinkHandler =
  (deps: LinkDeps): Handler<CreateLink, InviteLink> =>
  async ({ url, cap, reserved, expiresAt, caller }) => {
    const { links, clock, newId, warnings, defaultCap, isSandbox } = deps;
    const address = url.trim();
    if (!isInvitation(address, isSandbox)) {
      throw refusals.field('/url', 'must be an invitation link of Slack, such as https://join.slack.com/t/…');
    }
    await assertNew(links, address);
    const [id, now] = [newId(), clock.now()];
    const given = { cap: cap || defaultCap, takenBefore: reserved, ...(expiresAt && { expiresAt }) };
    const made = { sealedUrl: links.seal(id, address), endsWith: address.slice(-shownEnd), createdAt: now };
    const link = newLink({ id, ...given, ...made, createdBy: caller.principal.personId }, warnings);
    const useless = whyUseless(link, now);
    if (useless) throw refusals.field(useless.pointer, useless.detail);
    const act = { action: 'invite_link.added', subject: link.endsWith, after: `${link.takenBefore}/${link.cap}` };
    await links.save(link, [auditedAct(link, now, caller, act)]);
    return (await activateLinkOn(deps)(id)) ?? link;
  };

async function assertNew(links: Links, address: string): Promise<void> {
  const inUse = (await links.all()).filter(({ status }) => ['coming', 'active', 'full'].includes(status));
  if (inUse.some((link) => links.urlOf(link) === address)) throw refusals.duplicateLink();
}
