import type { Handler } from '@guildhall/kernel';
import type { Process } from '@guildhall/runtime';
import type { RegisterHandlers } from '../adapters/nats/register.service.ts';
import { listAuditsHandler } from '../app/audits/list-audits.ts';
import { recordViewHandler } from '../app/audits/record-view.ts';
import type { AuditSource, SiteRepository, StatsQuery } from '../app/ports.ts';
import { getStatsHandler } from '../app/stats/get-stats.ts';
import { getPresenceHandler } from '../app/visits/get-presence.ts';
import { getStatusHandler } from '../app/visits/get-status.ts';
import type { Movement, SignIn } from '../app/visits/sign-in.ts';
import type { SignOut } from '../app/visits/sign-out.ts';
import type { Settings } from '../config.ts';
import { presenceUseCases } from './presence.ts';
import { siteRounds } from './reminders.ts';
import { reportFiles } from './reports.ts';
import { siteUseCases } from './sites.ts';

type Parts = Omit<Parameters<typeof presenceUseCases>[0], 'bus' | 'report'> &
  Parameters<typeof siteRounds>[0] &
  Parameters<typeof reportFiles>[0] &
  Readonly<{
    repository: SiteRepository;
    stats: StatsQuery;
    auditSources: readonly AuditSource[];
    signIn: Handler<SignIn, Movement>;
    signOut: Handler<SignOut, Movement>;
  }>;

/** What answers the methods of `RegisterService`. */
export function registerHandlers(process: Process<Settings>, parts: Parts): RegisterHandlers {
  const { bus, log } = process;
  const report = (error: unknown): void => log.warn({ error }, 'a push token could not be handed on');
  return {
    sites: parts.sites,
    today: (site) => parts.dayAt(site, parts.clock.now()).date,
    ...siteUseCases(process, parts, siteRounds(parts, process)),
    signIn: parts.signIn,
    signOut: parts.signOut,
    getStatus: getStatusHandler(parts),
    getPresence: getPresenceHandler({ ...parts, recordView: recordViewHandler(parts) }),
    getStats: getStatsHandler(parts),
    ...reportFiles(parts),
    listAudits: listAuditsHandler(parts.auditSources),
    ...presenceUseCases({ ...parts, bus, report }),
  };
}
