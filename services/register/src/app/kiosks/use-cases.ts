import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { siteDay } from '../../domain/site-day.ts';
import { linkUnusable } from '../../domain/refusals.ts';
import type { AuditTrail, VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Hosts, PhoneNumbers, Pictures, Receptions, VisitorRepository, WatchList } from '../visitors/ports.ts';
import type { VisitorLinks } from '../visitors/visitor-links.ts';
import type { Presence } from '../visits/presence.ts';
import type { Movement, SignIn } from '../visits/sign-in.ts';
import type { SignOut } from '../visits/sign-out.ts';
import { assignBadgeHandler, readBadgeBy, removeBadgeHandler } from './badges.ts';
import { findExpectedHandler, findHostsHandler } from './find-expected.ts';
import { followPlanBy } from './follow-timeline.ts';
import { getConfigHandler } from './get-config.ts';
import { entranceOf, kioskOf } from './kiosk-of.ts';
import { moveByPinHandler } from './move-by-pin.ts';
import { movePersonHandler } from './move-person.ts';
import { arrivedOfflineBy, departedOfflineBy, followVisitBy } from './offline-visitors.ts';
import { pairKioskHandler } from './pair-kiosk.ts';
import { planTimelineBy } from './plan-timeline.ts';
import type { Badges, DeviceCredentials, KioskCodes, Kiosks, Pins, Timelines } from './ports.ts';
import { recordTimelineBy, timelineDueHandler } from './record-timeline.ts';
import { changeKioskHandler, offerPairingHandler, registerKioskHandler, revokeKioskHandler } from './register-kiosk.ts';
import { scanKioskHandler } from './scan-kiosk.ts';
import { syncEventsHandler } from './sync-events.ts';

export type KioskDeps = Readonly<{
  kiosks: Kiosks;
  badges: Badges;
  timelines: Timelines;
  codes: KioskCodes;
  credentials: DeviceCredentials;
  pins: Pins;
  sites: SiteCatalogue;
  visits: VisitRepository;
  presence: Presence;
  audits: AuditTrail;
  visitors: VisitorRepository;
  receptions: Receptions;
  watchList: WatchList;
  pictures: Pictures;
  hosts: Hosts;
  phones: PhoneNumbers;
  links: VisitorLinks;
  signIn: Handler<SignIn, Movement>;
  signOut: Handler<SignOut, Movement>;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
}>;

/** The use cases about devices, put together. */
export function kioskUseCases(deps: KioskDeps) {
  const { kiosks, sites, presence, links, clock } = deps;
  const move = movePersonHandler({ ...deps, occupancy: (siteId) => presence.count(siteId) });
  const timelines = { ...deps, plan: planTimelineBy(deps), follow: followPlanBy(deps) };
  const record = recordTimelineBy(timelines);
  return {
    register: registerKioskHandler(deps),
    change: changeKioskHandler(deps),
    offerPairing: offerPairingHandler(deps),
    revoke: revokeKioskHandler(deps),
    pair: pairKioskHandler(deps),
    config: getConfigHandler(deps),
    device: (id: string, kinds?: Parameters<typeof kioskOf>[2]) => kioskOf(kiosks, id, kinds),
    entrance: async (kiosk: Readonly<{ siteId: string; entrance: string }>) =>
      entranceOf(kiosk, await sites.get(kiosk.siteId)),
    moveByPin: moveByPinHandler({ ...deps, move }),
    scan: scanKioskHandler({ ...deps, move }),
    findHosts: findHostsHandler(deps),
    findExpected: findExpectedHandler(deps),
    visitorIn: (token: string): string => {
      const id = links.visitorIn(token, clock.now());
      if (id === undefined) throw linkUnusable();
      return id;
    },
    sync: syncEventsHandler({ ...deps, record }),
    eventKey: (kioskId: string, eventId: string) => deps.codes.eventKey(kioskId, eventId),
    readBadge: readBadgeBy(deps),
    arrivedOffline: arrivedOfflineBy(deps),
    departedOffline: departedOfflineBy(deps),
    followVisit: followVisitBy(deps),
    assignBadge: assignBadgeHandler(deps),
    removeBadge: removeBadgeHandler(deps),
    timelineDue: timelineDueHandler(timelines),
  };
}
