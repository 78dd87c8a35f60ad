import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { Bus } from '@guildhall/messaging';
import type { PresenceHandlers } from '../adapters/nats/presence.service.ts';
import { pushTokens } from '../adapters/nats/push-tokens.ts';
import { qrPng, qrSvg } from '../adapters/node/qr-drawing.ts';
import type { Links } from '../app/links.ts';
import type { AuditTrail, People, VisitRepository } from '../app/ports.ts';
import { type Addresses, drawPosterHandler } from '../app/sites/draw-poster.ts';
import type { SiteCatalogue } from '../app/sites/site-catalogue.ts';
import { directoryClient } from '../adapters/nats/directory.client.ts';
import { learnPersonBy } from '../app/people/learn-person.ts';
import { addVisitHandler } from '../app/visits/add-visit.ts';
import { getAppStatusHandler, setAppStatusHandler } from '../app/visits/app-status.ts';
import { correctMyVisitHandler, correctVisitHandler } from '../app/visits/correct-visit.ts';
import { getVisitHandler } from '../app/visits/get-visit.ts';
import { listMyVisitsHandler } from '../app/visits/list-my-visits.ts';
import type { Presence } from '../app/visits/presence.ts';
import type { Movement, SignIn } from '../app/visits/sign-in.ts';
import { readSignOutLinkHandler, useSignOutLinkHandler } from '../app/visits/sign-out-link.ts';
import type { SignOut } from '../app/visits/sign-out.ts';
import { getWhoIsInHandler, tellWhoIsInHandler } from '../app/visits/who-is-in.ts';
import type { siteDay } from '../domain/site-day.ts';

type Parts = Readonly<{
  bus: Bus;
  visits: VisitRepository;
  sites: SiteCatalogue;
  people: People;
  audits: AuditTrail;
  presence: Presence;
  links: Links;
  addresses: Addresses;
  signIn: Handler<SignIn, Movement>;
  signOut: Handler<SignOut, Movement>;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
  /** Hears of a push token that could not be handed on. */
  report: (error: unknown) => void;
}>;

/** Corrections, sign-out links, who is in, the mobile app and posters. */
export const presenceUseCases = (parts: Parts): PresenceHandlers => ({
  listMyVisits: listMyVisitsHandler(parts),
  correctMyVisit: correctMyVisitHandler(parts),
  getVisit: getVisitHandler(parts.visits),
  correctVisit: correctVisitHandler(parts),
  addVisit: addVisitHandler({
    ...parts,
    learnPerson: learnPersonBy({ ...parts, directory: directoryClient(parts.bus) }),
  }),
  readSignOutLink: readSignOutLinkHandler(parts),
  useSignOutLink: useSignOutLinkHandler(parts),
  getWhoIsIn: getWhoIsInHandler(parts),
  tellWhoIsIn: tellWhoIsInHandler(parts),
  ...appUseCases(parts),
  drawSvg: drawPosterHandler({ ...parts, draw: qrSvg }),
  drawPng: drawPosterHandler({ ...parts, draw: qrPng }),
});

function appUseCases(parts: Parts): Pick<PresenceHandlers, 'getAppStatus' | 'setAppStatus'> {
  const deps = { ...parts, pushTokens: pushTokens(parts.bus) };
  return { getAppStatus: getAppStatusHandler(deps), setAppStatus: setAppStatusHandler(deps) };
}
