import type { Clock, Handler } from '@guildhall/kernel';
import { linkUnusable } from '../../domain/refusals.ts';
import type { Mover } from '../../domain/visit.ts';
import type { Answer, Visitor } from '../../domain/visitors/visitor.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { AnswerArrival } from './answer-arrival.ts';
import type { VisitorRepository } from './ports.ts';
import type { Released, ReleaseVisitor } from './release-visitor.ts';
import type { VisitorLinks } from './visitor-links.ts';

/** `text` is what the invitation's QR code says. */
export type LinkedVisitor = Readonly<{ visitor: Visitor; siteName: string; text: string }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visitors: VisitorRepository;
  links: VisitorLinks;
  release: Handler<ReleaseVisitor, Released>;
  answer: Handler<AnswerArrival, Visitor>;
  clock: Clock;
}>;

/** What links in messages do. Whatever is wrong with one, the answer is the same. */
export function visitorByLink({ sites, visitors, links, release, answer, clock }: Deps) {
  const linked = async (id: string | undefined): Promise<LinkedVisitor> => {
    const visitor = id === undefined ? undefined : await visitors.find(id);
    if (!visitor || visitor.erased || visitor.status === 'cancelled') throw linkUnusable();
    const { name: siteName } = await sites.get(visitor.siteId);
    return { visitor, siteName, text: links.invitation(visitor) };
  };
  const asked = async (token: string): Promise<LinkedVisitor> => {
    const about = links.askedIn(token, clock.now());
    const found = await linked(about?.id);
    if (found.visitor.visitId !== about?.visitId) throw linkUnusable();
    return found;
  };
  return {
    invitation: (token: string) => linked(links.visitorIn(token, clock.now())),
    leave: async (token: string, by: Mover): Promise<LinkedVisitor> => {
      const found = await linked(links.visitorIn(token, clock.now()));
      const { visitor } = await release({ visitorId: found.visitor.id, by });
      return { ...found, visitor };
    },
    asked,
    answer: async (token: string, given: Answer): Promise<LinkedVisitor> => {
      const found = await asked(token);
      const { id: visitorId, visitId } = found.visitor;
      const visitor = await answer({ visitorId, answer: given, ...(visitId && { visitId }) });
      return { ...found, visitor };
    },
  };
}

export type VisitorByLink = ReturnType<typeof visitorByLink>;
