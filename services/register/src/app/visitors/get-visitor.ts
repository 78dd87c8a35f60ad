import type { Handler } from '@guildhall/kernel';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import { findVisitor } from './find-visitor.ts';
import type { Inductions, VisitorRepository } from './ports.ts';

export type GetVisitor = Readonly<{ siteId: string; visitorId: string }>;

/** `inductedUntil` is there for a contractor with a record. */
export type KnownVisitor = Readonly<{ visitor: Visitor; inductedUntil?: string }>;

type Deps = Readonly<{ visitors: VisitorRepository; inductions: Inductions }>;

export const getVisitorHandler =
  ({ visitors, inductions }: Deps): Handler<GetVisitor, KnownVisitor> =>
  async ({ siteId, visitorId }) => {
    const visitor = await findVisitor(visitors, visitorId, siteId);
    if (visitor.kind !== 'contractor') return { visitor };
    const found = await inductions.find(siteId, visitor.name, visitor.company);
    return { visitor, ...(found && { inductedUntil: found.expiresOn }) };
  };
