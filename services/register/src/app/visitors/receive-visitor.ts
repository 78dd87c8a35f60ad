import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { Site } from '../../domain/site.ts';
import type { siteDay } from '../../domain/site-day.ts';
import type { Mover, Via } from '../../domain/visit.ts';
import { checkApproved } from '../../domain/visitors/approval.ts';
import { checkInducted } from '../../domain/visitors/induction.ts';
import { checkAcceptances } from '../../domain/visitors/reception.ts';
import { visitorNotExpected, visitorNotFound, visitorOnAnotherDay } from '../../domain/visitors/refusals.ts';
import { type Acceptance, arrive, type Visitor } from '../../domain/visitors/visitor.ts';
import { watchedBy } from '../../domain/visitors/watch-list.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Movement, SignIn } from '../visits/sign-in.ts';
import { type AcceptanceGiven, checkSignatures, keepSignatures } from './acceptances.ts';
import { arrivalNotices } from './arrival-notices.ts';
import { changing } from './find-visitor.ts';
import type { Hosts, Inductions, PhoneNumbers, Pictures, Receptions, VisitorRepository, WatchList } from './ports.ts';
import { announceWalkIn, type WalkIn } from './walk-in.ts';
import type { VisitorLinks } from './visitor-links.ts';

/** One who was announced, or a walk-in. `by` is who receives: the desk, or a kiosk. */
export type ReceiveVisitor = Readonly<{
  siteId: string;
  visitor: Readonly<{ id: string } | { walkIn: WalkIn; id?: string }>;
  vehicle: string;
  entrance: string;
  acceptances: readonly AcceptanceGiven[];
  /** Only the desk may override: empty from a kiosk. */
  overrideReason: string;
  by: Mover;
  /** The desk lets in whoever comes on another day. */
  anyDay: boolean;
}>;

export type Received = Readonly<{ visitor: Visitor; visitId: string; changed: boolean; occupancy: number; at: Date }>;

export type ReceiveDeps = Readonly<{
  sites: SiteCatalogue;
  visitors: VisitorRepository;
  receptions: Receptions;
  watchList: WatchList;
  inductions: Inductions;
  pictures: Pictures;
  hosts: Hosts;
  phones: PhoneNumbers;
  links: VisitorLinks;
  signIn: Handler<SignIn, Movement>;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
}>;

/**
 * First the visit, then the visitor: whoever is inside counts from the first write on, for the evacuation above all. A
 * repeat finds the open visit, so nobody comes in twice.
 */
export const receiveVisitorHandler =
  (deps: ReceiveDeps): Handler<ReceiveVisitor, Received> =>
  async (request) => {
    const { siteId, by, entrance } = request;
    checkSignatures(request.acceptances);
    const site = await deps.sites.get(siteId);
    const visitor = await admitted(deps, site, request);
    const mover = { ...by, personId: visitor.id, displayName: visitor.name };
    const movement = await deps.signIn({ siteId, clientDate: '', entrance, by: mover, kind: visitor.kind });
    const { visitId = '', changed, occupancy, at } = movement;
    if (!changed && visitor.visitId === visitId) return { visitor, visitId, changed, occupancy, at };
    const acceptances = await keepSignatures(deps, visitor.id, request.acceptances, at);
    const received = await recordArrival(deps, site, { ...request, visitor, visitId, at, acceptances, via: by.via });
    return { visitor: received, visitId, changed, occupancy, at };
  };

/** The visitor, once everything is in order. Throws what stands in the way. */
async function admitted(deps: ReceiveDeps, site: Site, request: ReceiveVisitor): Promise<Visitor> {
  const { visitor: who, acceptances, overrideReason, anyDay } = request;
  const today = deps.dayAt(site, deps.clock.now()).date;
  const known = await knownHere(deps, site, who.id);
  if (known?.status === 'inside') return known;
  if (known) checkWelcome(known, anyDay ? known.expectedOn : today);
  if (known) checkApproved(known);
  const about = known ?? ('walkIn' in who ? who.walkIn : undefined);
  if (!about) throw visitorNotFound();
  const accepted = acceptances.map(({ signature, ...one }) => ({ ...one, isSigned: signature.length > 0 }));
  const before = (known?.acceptances ?? []).map((one) => ({ ...one, isSigned: one.signatureId !== undefined }));
  checkAcceptances(await deps.receptions.get(site.id), about.kind, [...accepted, ...before]);
  if (about.kind === 'contractor' && !overrideReason) {
    checkInducted(await deps.inductions.find(site.id, about.name, about.company), today);
  }
  return known ?? announceWalkIn(deps, site, about, { id: who.id });
}

async function knownHere({ visitors }: ReceiveDeps, { id: siteId }: Site, id: string | undefined) {
  const found = id === undefined ? undefined : await visitors.find(id);
  if (found && found.siteId !== siteId) throw visitorNotFound();
  return found;
}

/** Whoever went may come back on the same day. */
function checkWelcome({ status, erased, expectedOn }: Visitor, day: string): void {
  if (status === 'cancelled' || erased) throw visitorNotExpected(erased ? 'erased' : status);
  if (expectedOn !== day) throw visitorOnAnotherDay(expectedOn);
}

type Arrival = Readonly<{
  visitor: Visitor;
  visitId: string;
  at: Date;
  via: Via;
  vehicle: string;
  acceptances: readonly Acceptance[];
  overrideReason: string;
}>;

const minuteMs = 60_000;

async function recordArrival(deps: ReceiveDeps, site: Site, arrival: Arrival): Promise<Visitor> {
  const { waitingMinutes } = await deps.receptions.get(site.id);
  const remindAt = waitingMinutes > 0 ? new Date(arrival.at.getTime() + waitingMinutes * minuteMs) : undefined;
  const list = await deps.watchList.of(site.id);
  return changing(deps.visitors, arrival.visitor.id, (visitor) => {
    if (visitor.status === 'inside' && visitor.visitId === arrival.visitId) return undefined;
    const watch = watchedBy(list, visitor);
    const { next, facts } = arrive(visitor, {
      ...arrival,
      watched: watch.length > 0,
      ...(remindAt && { remindAt }),
    });
    return { next, messages: [...facts, ...arrivalNotices(deps.links, site, next, watch)] };
  });
}
