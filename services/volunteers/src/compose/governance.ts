import type { DescMethod } from '@bufbuild/protobuf';
import { GovernanceService } from '@guildhall/contracts/volunteers/v1/governance';
import { serve } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { type GovernanceHandlers, governanceService } from '../adapters/nats/governance.service.ts';
import { applyHandler, listApplicationPlacesHandler } from '../app/applications/apply.ts';
import { approveApplicationHandler } from '../app/applications/approve-application.ts';
import { confirmApplicationHandler } from '../app/applications/confirm-application.ts';
import { listApplicationsHandler } from '../app/applications/list-applications.ts';
import { refuseApplicationHandler } from '../app/applications/refuse-application.ts';
import { decideItemsHandler } from '../app/reviews/decide-items.ts';
import { getReviewHandler, listItemsHandler, listReviewsHandler, withName } from '../app/reviews/read-reviews.ts';
import { reviewReportHandler } from '../app/reviews/review-report.ts';
import { startReviewHandler } from '../app/reviews/start-review.ts';
import type { Settings } from '../config.ts';
import { keepGovernanceDue } from './governance-due.ts';
import { type Governing, governingParts } from './governance-parts.ts';
import type { Running } from './parts.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Who asks to become a volunteer, and whether those who are should still have what they have. */
export async function serveGovernance(process: Process<Settings>, parts: Running): Promise<void> {
  const { bus, life, log } = process;
  const deps: Governing = { ...parts, ...governingParts(process, parts) };
  const nudges = await keepGovernanceDue(process, deps);
  const service = governanceService(handlersOf(deps, nudges));
  const report = (error: unknown, method: DescMethod): void => log.error({ error, method: method.name }, 'method');
  await life.hold('governance methods', serve(bus, GovernanceService, service, { report }), close);
}

type Nudges = Awaited<ReturnType<typeof keepGovernanceDue>>;

/** A volunteer who changes is looked at by the nudge of volunteers as well. */
function handlersOf(deps: Governing, nudges: Nudges): GovernanceHandlers {
  const both = (nudge: () => void) => () => {
    deps.nudge();
    nudge();
  };
  const ofApplications = { ...deps, nudge: both(nudges.applications) };
  const ofItems = { ...deps, nudge: both(nudges.items) };
  const listItems = listItemsHandler(deps);
  return {
    listPlaces: listApplicationPlacesHandler(deps),
    apply: applyHandler(ofApplications),
    confirm: confirmApplicationHandler(ofApplications),
    listApplications: listApplicationsHandler(deps),
    approve: approveApplicationHandler(ofApplications),
    refuse: refuseApplicationHandler(ofApplications),
    startReview: startReviewHandler({ ...deps, nudge: nudges.reviews }),
    listReviews: listReviewsHandler(deps),
    getReview: getReviewHandler(deps),
    listItems,
    decide: decideItemsHandler(ofItems),
    report: reviewReportHandler({ ...deps, listItems }),
    withName: (item) => withName(deps.volunteers, item),
    readBook: () => deps.books.read(),
  };
}
