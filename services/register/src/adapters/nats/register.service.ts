import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  type ListAuditsRequest,
  type MovementSchema,
  PresenceState,
  type RegisterService,
  type StatusSchema,
} from '@guildhall/contracts/register/v1/service';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { AuditPage, ListAudits } from '../../app/audits/list-audits.ts';
import type { AuditEntry, DayStats } from '../../app/ports.ts';
import type { CreateSite } from '../../app/sites/create-site.ts';
import type { SiteCatalogue } from '../../app/sites/site-catalogue.ts';
import type { UpdateSite } from '../../app/sites/update-site.ts';
import type { MadeFile, MakeFile } from '../../app/reports/report-files.ts';
import type { GetStats } from '../../app/stats/get-stats.ts';
import type { GetPresence, PresenceList } from '../../app/visits/get-presence.ts';
import type { GetStatus, Status } from '../../app/visits/get-status.ts';
import type { Movement, SignIn } from '../../app/visits/sign-in.ts';
import type { SignOut } from '../../app/visits/sign-out.ts';
import type { Site } from '../../domain/site.ts';
import { moverOf } from './mover.ts';
import { fileMaker } from './report.service.ts';
import { presenceToProto } from './presence.mapping.ts';
import { type PresenceHandlers, presenceMethods } from './presence.service.ts';
import { settingsInMask, settingsOfNew, siteToProto, summaryToProto } from './site.mapping.ts';
import { viaToProto } from './vocabulary.ts';

export type RegisterHandlers = PresenceHandlers &
  Readonly<{
    sites: SiteCatalogue;
    today: (site: Site) => string;
    createSite: Handler<CreateSite, Site>;
    updateSite: Handler<UpdateSite, Site>;
    signIn: Handler<SignIn, Movement>;
    signOut: Handler<SignOut, Movement>;
    getStatus: Handler<GetStatus, Status>;
    getPresence: Handler<GetPresence, PresenceList>;
    getStats: Handler<GetStats, readonly DayStats[]>;
    makeFile: Handler<MakeFile, MadeFile>;
    listAudits: Handler<ListAudits, AuditPage>;
  }>;

/** The contract's methods in terms of the use cases. */
export const registerService = (handlers: RegisterHandlers): Implementation<typeof RegisterService> => ({
  ...siteMethods(handlers),
  ...visitMethods(handlers),
  ...presenceMethods(handlers),
});

const siteMethods = ({ sites, today, createSite, updateSite }: RegisterHandlers) => {
  const answer = (site: Site) => siteToProto(site, today(site));
  return {
    listSites: async () => ({ sites: sites.list().map((site) => summaryToProto(site, today(site))) }),
    getSite: async ({ siteId }) => answer(await sites.get(siteId)),
    createSite: async ({ site }, call) =>
      answer(await createSite({ id: site!.id, settings: settingsOfNew(site!), by: moverOf(call) })),
    updateSite: async ({ siteId, site, updateMask }, call) => {
      const given = settingsInMask(site!, updateMask?.paths ?? [], sites.peek(siteId));
      return answer(await updateSite({ siteId, given, by: moverOf(call) }));
    },
  } satisfies Partial<Implementation<typeof RegisterService>>;
};

const visitMethods = (handlers: RegisterHandlers) =>
  ({
    signIn: async ({ siteId, clientDate, entrance }, call) =>
      movementToProto(await handlers.signIn({ siteId, clientDate, entrance, by: moverOf(call) })),
    signOut: async ({ siteId, clientDate }, call) =>
      movementToProto(await handlers.signOut({ siteId, clientDate, by: moverOf(call) })),
    getStatus: async ({ siteId }, { principal }) =>
      statusToProto(await handlers.getStatus({ siteId, personId: principal.personId })),
    getPresence: async ({ siteId }, call) => presenceToProto(await handlers.getPresence({ siteId, by: moverOf(call) })),
    getStats: async ({ siteId, from, to, format }) => {
      const file = await fileMaker(handlers)({ siteId, from, to, kind: 'stats' }, format);
      return file ? { file } : { days: [...(await handlers.getStats({ siteId, from, to }))] };
    },
    listAudits: async (query) => {
      const { audits, ...page } = await handlers.listAudits(auditQueryOf(query));
      return { ...page, audits: audits.map(auditToProto) };
    },
  }) satisfies Partial<Implementation<typeof RegisterService>>;

const movementToProto = ({ at, isCrowded, ...movement }: Movement): MessageInitShape<typeof MovementSchema> => ({
  ...movement,
  at: timestampFromDate(at),
  ...(isCrowded && { occupancyWarning: true }),
});

const statusToProto = ({ now, visit, ...status }: Status): MessageInitShape<typeof StatusSchema> => ({
  ...status,
  now: timestampFromDate(now),
  state: visit ? PresenceState.IN : PresenceState.OUT,
  ...(visit && { since: timestampFromDate(visit.since), visitId: visit.id }),
});

const auditQueryOf = ({ from, to, ...query }: ListAuditsRequest): ListAudits => ({
  ...query,
  ...(from && { from: timestampDate(from) }),
  ...(to && { to: timestampDate(to) }),
});

const auditToProto = ({ at, via, ...entry }: AuditEntry) => ({
  ...entry,
  at: timestampFromDate(at),
  via: viaToProto[via],
});
