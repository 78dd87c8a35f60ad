import type { Clock, Handler } from '@guildhall/kernel';
import { age, type Warnings } from '../../domain/invite-link.ts';
import type { Links } from '../ports.ts';
import { linkAlerts } from './link-alerts.ts';

type Deps = Readonly<{ links: Links; warnings: Warnings; clock: Clock }>;

/** Warns of the end of a link, and ends it. */
export const ageLinkHandler =
  ({ links, warnings, clock }: Deps): Handler<string> =>
  async (id) => {
    const link = await links.find(id);
    const outcome = link && age(link, clock.now(), warnings);
    if (outcome) await links.save(outcome.next, [...outcome.facts, ...outcome.facts.flatMap(linkAlerts)]);
  };
