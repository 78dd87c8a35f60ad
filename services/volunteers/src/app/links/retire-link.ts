import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { type InviteLink, retire } from '../../domain/invite-link.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Caller, Links } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';

export type RetireLink = Readonly<{ linkId: string; caller: Caller }>;

/** Sends a link no more; asked for again, it is so already. */
export const retireLinkHandler =
  ({ links, clock }: Readonly<{ links: Links; clock: Clock }>): Handler<RetireLink, InviteLink> =>
  ({ linkId, caller }) =>
    retryStale(async () => {
      const link = await links.find(linkId);
      if (!link) throw refusals.linkNotFound();
      const outcome = retire(link);
      if (!outcome) return link;
      const act = { action: 'invite_link.retired', subject: link.endsWith, before: link.status };
      await links.save(outcome.next, [...outcome.facts, auditedAct(outcome.next, clock.now(), caller, act)]);
      return outcome.next;
    });
