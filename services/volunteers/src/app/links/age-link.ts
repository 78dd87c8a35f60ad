import type { Clock, Handler } from '@guildhall/kernel';
import { age, type Warnings } from '../../domain/invite-link.ts';
import type { Links } from '../ports.ts';
import { activateLinkOn } from './activate-link.ts';
import { linkAlerts } from './link-alerts.ts';

type Deps = Readonly<{ links: Links; warnings: Warnings; clock: Clock }>;

/** Warns of the end of a link, and ends it; finishes what was cut short when it was added. */
export const ageLinkHandler = (deps: Deps): Handler<string> => {
  const { links, warnings, clock } = deps;
  const finish = activateLinkOn(deps);
  return async (id) => {
    const link = await finish(id);
    const outcome = link && age(link, clock.now(), warnings);
    if (outcome) await links.save(outcome.next, [...outcome.facts, ...outcome.facts.flatMap(linkAlerts)]);
  };
};
