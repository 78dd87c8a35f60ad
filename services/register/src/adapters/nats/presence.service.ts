import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { AppAction, type RegisterService } from '@guildhall/contracts/register/v1/service';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { DrawPoster } from '../../app/sites/draw-poster.ts';
import type { AddVisit } from '../../app/visits/add-visit.ts';
import type { AppStatus, SetAppStatus } from '../../app/visits/app-status.ts';
import type { CorrectVisit } from '../../app/visits/correct-visit.ts';
import type { ListMyVisits } from '../../app/visits/list-my-visits.ts';
import type { LinkedVisit, UseLink } from '../../app/visits/sign-out-link.ts';
import type { WhoIsIn } from '../../app/visits/who-is-in.ts';
import type { Visit } from '../../domain/visit.ts';
import { moverOf } from './mover.ts';
import { visitToProto } from './visit.mapping.ts';

export type PresenceHandlers = Readonly<{
  listMyVisits: Handler<ListMyVisits, readonly Visit[]>;
  correctMyVisit: Handler<CorrectVisit, Visit>;
  getVisit: Handler<string, Visit>;
  correctVisit: Handler<CorrectVisit, Visit>;
  addVisit: Handler<AddVisit, Visit>;
  readSignOutLink: Handler<UseLink, LinkedVisit>;
  useSignOutLink: Handler<UseLink, LinkedVisit>;
  getWhoIsIn: Handler<string, WhoIsIn>;
  tellWhoIsIn: Handler<string, string>;
  getAppStatus: Handler<Pick<SetAppStatus, 'siteId' | 'by'>, AppStatus>;
  setAppStatus: Handler<SetAppStatus, AppStatus>;
  drawSvg: Handler<DrawPoster, string>;
  drawPng: Handler<DrawPoster, Uint8Array>;
}>;

type Methods = Partial<Implementation<typeof RegisterService>>;

/** Corrections, sign-out links, who is in, the mobile app and posters. */
export const presenceMethods = (handlers: PresenceHandlers) => ({
  ...correctionMethods(handlers),
  ...linkMethods(handlers),
  ...appMethods(handlers),
  ...posterMethods(handlers),
});

const correctionMethods = (handlers: PresenceHandlers) =>
  ({
    listMyVisits: async ({ siteId, from, to }, { principal: { personId } }) => {
      const visits = await handlers.listMyVisits({ personId, siteId, from, to });
      return { visits: visits.map(visitToProto) };
    },
    correctMyVisit: async ({ visitId, arrivedAt, leftAt }, call) => {
      const better = { ...dateOf('arrivedAt', arrivedAt), ...dateOf('leftAt', leftAt) };
      return visitToProto(await handlers.correctMyVisit({ visitId, better, reason: '', by: moverOf(call) }));
    },
    getVisit: async ({ visitId }) => visitToProto(await handlers.getVisit(visitId)),
    correctVisit: async ({ visitId, arrivedAt, leftAt, close, reason }, call) => {
      const better = { ...dateOf('arrivedAt', arrivedAt), ...dateOf('leftAt', leftAt), close };
      return visitToProto(await handlers.correctVisit({ visitId, better, reason, by: adminOf(call) }));
    },
    addVisit: async ({ siteId, personId, arrivedAt, leftAt, entrance, reason }, call) => {
      const times = { arrivedAt: timestampDate(arrivedAt!), ...dateOf('leftAt', leftAt) };
      const visit = { siteId, personId, entrance, reason, by: adminOf(call) };
      return visitToProto(await handlers.addVisit({ ...visit, ...times }));
    },
  }) satisfies Methods;

const adminOf = (call: Parameters<typeof moverOf>[0]) => ({ ...moverOf(call), via: 'admin' as const });

type Timestamp = Parameters<typeof timestampDate>[0];

const dateOf = <Name extends string>(name: Name, at: Timestamp | undefined) =>
  (at ? { [name]: timestampDate(at) } : {}) as Readonly<Partial<Record<Name, Date>>>;

const linkMethods = (handlers: PresenceHandlers) =>
  ({
    readSignOutLink: async ({ token }, { client }) => linkToProto(await handlers.readSignOutLink({ token, ...client })),
    useSignOutLink: async ({ token }, call) => {
      const { ip, userAgent } = moverOf(call);
      return linkToProto(await handlers.useSignOutLink({ token, ip, userAgent }));
    },
  }) satisfies Methods;

// No name and no id: whoever holds the link learns when and where, not who.
const linkToProto = ({ site, visit, open, changed }: LinkedVisit) => ({
  siteName: site.name,
  timeZone: site.timeZone,
  signedInAt: timestampFromDate(visit.in.at),
  open,
  changed,
  ...(visit.out && { leftAt: timestampFromDate(visit.out.at) }),
});

const actions: Readonly<Record<AppAction, SetAppStatus['action']>> = {
  [AppAction.UNSPECIFIED]: undefined,
  [AppAction.ENTER]: 'enter',
  [AppAction.EXIT]: 'exit',
};

const appMethods = (handlers: PresenceHandlers) =>
  ({
    getWhoIsIn: async ({ siteId }) => {
      const { now, count, people } = await handlers.getWhoIsIn(siteId);
      const shown = people.map(({ personId, displayName, in: { at } }) => ({
        personId,
        displayName,
        since: timestampFromDate(at),
      }));
      return { now: timestampFromDate(now), count, people: shown };
    },
    tellWhoIsIn: async ({ text }) => ({ text: await handlers.tellWhoIsIn(text) }),
    getAppStatus: async ({ siteId }, call) => appToProto(await handlers.getAppStatus({ siteId, by: moverOf(call) })),
    setAppStatus: async ({ action, pushToken, siteId }, call) =>
      appToProto(await handlers.setAppStatus({ action: actions[action], pushToken, siteId, by: moverOf(call) })),
  }) satisfies Methods;

const appToProto = ({ timestamp, ...status }: AppStatus) => ({ ...status, timestamp: timestampFromDate(timestamp) });

const posterMethods = (handlers: PresenceHandlers) =>
  ({
    getQrSvg: async ({ siteId, entrance, logo }) => ({
      contentType: 'image/svg+xml',
      data: new TextEncoder().encode(await handlers.drawSvg({ siteId, entrance, logo })),
    }),
    getQrPng: async ({ siteId, entrance, logo }) => ({
      contentType: 'image/png',
      data: await handlers.drawPng({ siteId, entrance, logo }),
    }),
  }) satisfies Methods;
