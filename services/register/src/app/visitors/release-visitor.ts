import type { Clock, Handler } from '@guildhall/kernel';
import type { Mover } from '../../domain/visit.ts';
import { leave, type Visitor } from '../../domain/visitors/visitor.ts';
import type { Movement } from '../visits/sign-in.ts';
import type { SignOut } from '../visits/sign-out.ts';
import { changing, findVisitor } from './find-visitor.ts';
import type { Receptions, VisitorRepository } from './ports.ts';
import { eraseAfter } from './retention.ts';

/** `by` is who lets go: the desk, a kiosk, or the visitor. */
export type ReleaseVisitor = Readonly<{ visitorId: string; siteId?: string; by: Mover }>;

export type Released = Readonly<{ visitor: Visitor; changed: boolean; at: Date }>;

type Deps = Readonly<{
  visitors: VisitorRepository;
  receptions: Receptions;
  signOut: Handler<SignOut, Movement>;
  clock: Clock;
}>;

/** Signs a visitor out. One who is not inside: nothing changes. */
export const releaseVisitorHandler =
  (deps: Deps): Handler<ReleaseVisitor, Released> =>
  async ({ visitorId, siteId, by }) => {
    const visitor = await findVisitor(deps.visitors, visitorId, siteId);
    const mover = { ...by, personId: visitor.id, displayName: visitor.name };
    const { changed, at, visitId } = await deps.signOut({ siteId: visitor.siteId, clientDate: '', by: mover });
    if (!changed || visitId === undefined) return { visitor, changed, at };
    return { visitor: await settleVisit(deps, { visitorId, visitId, leftAt: at }), changed, at };
  };

/** The visit ended; `leftAt` is absent when nobody signed out. */
export type EndedVisit = Readonly<{ visitorId: string; visitId: string; leftAt?: Date }>;

/** Follows the end of a visit, whoever ended it: heard twice, or of an earlier visit, it changes nothing. */
export const settleVisit = (
  { visitors, receptions, clock }: Pick<Deps, 'visitors' | 'receptions' | 'clock'>,
  { visitorId, visitId, leftAt }: EndedVisit,
): Promise<Visitor> =>
  changing(visitors, visitorId, async (visitor) => {
    if (visitor.status !== 'inside' || visitor.visitId !== visitId) return undefined;
    const now = clock.now();
    const { next, facts } = leave(visitor, leftAt, leftAt ?? now, await eraseAfter(receptions, visitor, leftAt ?? now));
    return { next, messages: facts };
  });
