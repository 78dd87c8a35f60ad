import type { Handler } from '@guildhall/kernel';
import type { VisitRepository } from '../ports.ts';
import type { Movement } from '../visits/sign-in.ts';
import type { SignOut } from '../visits/sign-out.ts';
import { answerArrivalHandler } from './answer-arrival.ts';
import { decideVisitorHandler, listPendingHandler } from './approvals.ts';
import { cancelVisitorHandler } from './cancel-visitor.ts';
import { changeVisitorHandler } from './change-visitor.ts';
import { drawBadgeHandler } from './draw-badge.ts';
import { eraseVisitorBy, eraseVisitorDetailsBefore } from './erase-visitor.ts';
import { expectVisitorHandler } from './expect-visitor.ts';
import { findReturningHandler } from './find-returning.ts';
import { getVisitorHandler } from './get-visitor.ts';
import { inviteBy } from './invite.ts';
import { addWatchEntryHandler, removeWatchEntryHandler } from './keep-watch.ts';
import { listGuestsHandler } from './list-guests.ts';
import { listVisitorsHandler } from './list-visitors.ts';
import { getPictureHandler, setPhotoHandler } from './photos.ts';
import type { QrCodes } from './ports.ts';
import { type ReceiveDeps, receiveVisitorHandler } from './receive-visitor.ts';
import { listInductionsHandler, recordInductionHandler, removeInductionHandler } from './record-induction.ts';
import { releaseVisitorHandler } from './release-visitor.ts';
import { searchHostsHandler } from './search-hosts.ts';
import { sendInvitationHandler } from './send-invitation.ts';
import { updateReceptionHandler } from './update-reception.ts';
import { visitorByLink } from './visitor-by-link.ts';
import { visitorDueHandler } from './visitor-due.ts';

type Deps = ReceiveDeps & Readonly<{ visits: VisitRepository; qrCodes: QrCodes; signOut: Handler<SignOut, Movement> }>;

/** The use cases about visitors, put together. */
export function visitorUseCases(deps: Deps) {
  const erase = eraseVisitorBy(deps);
  const inviting = { ...deps, invite: inviteBy(deps) };
  const release = releaseVisitorHandler(deps);
  const answer = answerArrivalHandler(deps);
  return {
    expect: expectVisitorHandler(inviting),
    change: changeVisitorHandler(inviting),
    cancel: cancelVisitorHandler(deps),
    pending: listPendingHandler(deps),
    decide: decideVisitorHandler(inviting),
    sendInvitation: sendInvitationHandler(inviting),
    list: listVisitorsHandler(deps),
    get: getVisitorHandler(deps),
    guestsOf: listGuestsHandler(deps),
    findReturning: findReturningHandler(deps),
    searchHosts: searchHostsHandler(deps),
    receive: receiveVisitorHandler(deps),
    release,
    answer,
    byLink: visitorByLink({ ...deps, release, answer }),
    drawBadge: drawBadgeHandler(deps),
    setPhoto: setPhotoHandler(deps),
    getPicture: getPictureHandler(deps),
    updateReception: updateReceptionHandler(deps),
    addWatchEntry: addWatchEntryHandler(deps),
    removeWatchEntry: removeWatchEntryHandler(deps),
    recordInduction: recordInductionHandler(deps),
    listInductions: listInductionsHandler(deps),
    removeInduction: removeInductionHandler(deps),
    siteExists: async (siteId: string): Promise<void> => void (await deps.sites.get(siteId)),
    due: visitorDueHandler({ ...deps, erase }),
    eraseDetailsBefore: eraseVisitorDetailsBefore(deps, erase),
  };
}
