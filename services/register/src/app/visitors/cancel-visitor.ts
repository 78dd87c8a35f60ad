import type { Clock, Handler } from '@guildhall/kernel';
import { visitorNotExpected, visitorNotFound } from '../../domain/visitors/refusals.ts';
import { cancelVisitor, type Visitor } from '../../domain/visitors/visitor.ts';
import { changing } from './find-visitor.ts';
import type { Receptions, VisitorRepository } from './ports.ts';
import { eraseAfter } from './retention.ts';

/** By the desk of a site, or by the host: whichever is given has to be the visitor's. */
export type CancelVisitor = Readonly<{ visitorId: string; siteId?: string; hostId?: string }>;

type Deps = Readonly<{ visitors: VisitorRepository; receptions: Receptions; clock: Clock }>;

/** Cancelled twice: the same. */
export const cancelVisitorHandler =
  ({ visitors, receptions, clock }: Deps): Handler<CancelVisitor, Visitor> =>
  async ({ visitorId, siteId, hostId }) =>
    changing(visitors, visitorId, async (visitor) => {
      if (siteId !== undefined && visitor.siteId !== siteId) throw visitorNotFound();
      if (hostId !== undefined && visitor.hostId !== hostId) throw visitorNotFound();
      if (visitor.status === 'cancelled') return undefined;
      if (visitor.status !== 'expected') throw visitorNotExpected(visitor.status);
      const now = clock.now();
      const { next, facts } = cancelVisitor(visitor, 'cancelled', now, await eraseAfter(receptions, visitor, now));
      return { next, messages: facts };
    });
