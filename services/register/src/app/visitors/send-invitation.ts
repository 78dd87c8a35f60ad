import type { Clock, Handler } from '@guildhall/kernel';
import { checkApproved } from '../../domain/visitors/approval.ts';
import { invalidVisitor, visitorNotExpected, visitorNotFound } from '../../domain/visitors/refusals.ts';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { changing } from './find-visitor.ts';
import type { Invite } from './invite.ts';
import type { VisitorRepository } from './ports.ts';

export type SendInvitation = Readonly<{ visitorId: string; hostId: string }>;

type Deps = Readonly<{ sites: SiteCatalogue; visitors: VisitorRepository; invite: Invite; clock: Clock }>;

/** Sends the invitation of a host's guest once more. */
export const sendInvitationHandler =
  ({ sites, visitors, invite, clock }: Deps): Handler<SendInvitation, Visitor> =>
  async ({ visitorId, hostId }) =>
    changing(visitors, visitorId, async (visitor) => {
      if (visitor.hostId !== hostId) throw visitorNotFound();
      // Once the day is over, before the clock has noted it, the link in the invitation would open nothing.
      if (visitor.status !== 'expected' || visitor.expectedEnd <= clock.now()) throw visitorNotExpected(visitor.status);
      checkApproved(visitor);
      if (visitor.email === '') throw invalidVisitor([{ pointer: '/email', detail: 'must be there to send to' }]);
      const next = { ...visitor, version: visitor.version + 1 };
      return { next, messages: await invite(await sites.get(visitor.siteId), next) };
    });
