import type { Clock, Handler } from '@guildhall/kernel';
import { reminded } from '../../domain/visitors/host-answer.ts';
import { cancelVisitor, dueAt, type Visitor } from '../../domain/visitors/visitor.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { answerLink } from './arrival-notices.ts';
import type { EraseVisitor } from './erase-visitor.ts';
import type { Receptions, VisitorRepository } from './ports.ts';
import { eraseAfter } from './retention.ts';
import type { VisitorLinks } from './visitor-links.ts';

type Deps = Readonly<{
  sites: SiteCatalogue;
  visitors: VisitorRepository;
  receptions: Receptions;
  links: VisitorLinks;
  erase: EraseVisitor;
  clock: Clock;
}>;

/** What time brings: the day passes, the host is reminded, details are erased. Any number of processes may try. */
export const visitorDueHandler =
  (deps: Deps): Handler<string> =>
  async (id) => {
    const visitor = await deps.visitors.find(id);
    const now = deps.clock.now();
    const due = visitor && dueAt(visitor);
    if (!visitor || !due || due > now) return;
    if (visitor.status === 'expected') return miss(deps, visitor, now);
    if (visitor.status === 'inside') return remind(deps, visitor, now);
    await deps.erase(visitor);
  };

async function miss({ visitors, receptions }: Deps, visitor: Visitor, now: Date): Promise<void> {
  const { next, facts } = cancelVisitor(visitor, 'missed', now, await eraseAfter(receptions, visitor, now));
  await visitors.save(next, facts);
}

async function remind({ visitors, sites, links }: Deps, visitor: Visitor, now: Date): Promise<void> {
  const { name: siteName } = await sites.get(visitor.siteId);
  const { next } = reminded(visitor);
  await visitors.save(next, [
    { type: 'visitor-waiting', visitor: next, siteName, link: answerLink(links, next, now), at: now },
  ]);
}
