import type { GovernanceService } from '@guildhall/contracts/volunteers/v1/governance';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { Apply } from '../../app/applications/apply.ts';
import type { ApproveApplication } from '../../app/applications/approve-application.ts';
import type { ListApplications, ListedApplication } from '../../app/applications/list-applications.ts';
import type { RefuseApplication } from '../../app/applications/refuse-application.ts';
import type { Caller } from '../../app/ports.ts';
import type { Decided, DecideItems } from '../../app/reviews/decide-items.ts';
import type {
  CountedReview,
  GetReview,
  ItemList,
  ListItems,
  ManagerProgress,
  NamedItem,
} from '../../app/reviews/read-reviews.ts';
import type { ReviewReport } from '../../app/reviews/review-report.ts';
import type { ExportFile } from '../../app/volunteers/export-volunteers.ts';
import type { Application } from '../../domain/application.ts';
import type { Book, Location } from '../../domain/book.ts';
import type { Review, ReviewItem } from '../../domain/review.ts';
import { callerOf } from './caller.ts';
import { applicationToProto, itemToProto, publicState, reviewToProto } from './governance.mapping.ts';

export type GovernanceHandlers = Readonly<{
  listPlaces: Handler<void, readonly Location[]>;
  apply: Handler<Apply>;
  confirm: Handler<string, Application>;
  listApplications: Handler<ListApplications, readonly ListedApplication[]>;
  approve: Handler<ApproveApplication, Application>;
  refuse: Handler<RefuseApplication, Application>;
  startReview: Handler<Caller, Review>;
  listReviews: Handler<void, readonly CountedReview[]>;
  getReview: Handler<GetReview, CountedReview & Readonly<{ progress: readonly ManagerProgress[] }>>;
  listItems: Handler<ListItems, ItemList>;
  decide: Handler<DecideItems, Decided>;
  report: Handler<ReviewReport, ExportFile>;
  withName: Handler<ReviewItem, NamedItem>;
  readBook: () => Promise<Book>;
}>;

/** The contract's methods in terms of the use cases. */
export const governanceService = (use: GovernanceHandlers): Implementation<typeof GovernanceService> => ({
  ...applicationMethods(use),
  startReview: async (_, call) => reviewToProto({ review: await use.startReview(callerOf(call)) }),
  listReviews: async () => ({ reviews: (await use.listReviews()).map(reviewToProto) }),
  getReview: async ({ reviewId }, call) => reviewToProto(await use.getReview({ reviewId, caller: callerOf(call) })),
  listReviewItems: async ({ reviewId, state, mine, pageSize, cursor }, call) => {
    const asked = { reviewId, state: state as ListItems['state'], isMine: mine, pageSize, cursor };
    const { items, nextCursor } = await use.listItems({ ...asked, caller: callerOf(call) });
    const book = await use.readBook();
    return { items: items.map((item) => itemToProto(item, book)), nextCursor };
  },
  decideReviewItems: async ({ reviewId, itemIds, decision, reason }, call) => {
    const isCertified = decision === 'certify';
    const decided = await use.decide({ reviewId, itemIds, isCertified, reason, caller: callerOf(call) });
    const [book, items] = [await use.readBook(), await Promise.all(decided.items.map(use.withName))];
    return {
      items: items.map((item) => itemToProto(item, book)),
      failures: decided.failures.map(({ itemId, error }) => ({ itemId, code: error.code, detail: error.message })),
    };
  },
  getReviewReport: ({ reviewId }, call) => use.report({ reviewId, caller: callerOf(call) }),
});

type OfApplications =
  | 'listApplicationPlaces'
  | 'apply'
  | 'confirmApplication'
  | 'listApplications'
  | 'approveApplication'
  | 'refuseApplication';

const applicationMethods = (
  use: GovernanceHandlers,
): Pick<Implementation<typeof GovernanceService>, OfApplications> => ({
  listApplicationPlaces: async () => ({
    places: (await use.listPlaces()).map(({ area, district, branch }) => ({ area, district, branch })),
  }),
  apply: async ({ area, district, branch, consent, ...request }) => {
    const { firstName, lastName, email, phone, wish, language, privacyNoticeVersion } = request;
    const given = { firstName, lastName, email, phone, wish, language, privacyNoticeVersion };
    await use.apply({ ...given, place: { area, district, branch }, hasConsented: consent });
    return {};
  },
  confirmApplication: async ({ token }) => {
    const { firstName, state } = await use.confirm(token);
    return { firstName, state: publicState(state) };
  },
  listApplications: async ({ state }, call) => {
    const wanted = (state || 'waiting') as ListApplications['state'];
    const found = await use.listApplications({ state: wanted, caller: callerOf(call) });
    const book = await use.readBook();
    return {
      applications: found.map(({ application, isVolunteer }) => applicationToProto(application, book, isVolunteer)),
    };
  },
  approveApplication: async ({ applicationId, role, volunteerId, area, district, branch }, call) => {
    const asked = { applicationId, role, volunteerId, place: { area, district, branch }, caller: callerOf(call) };
    return applicationToProto(await use.approve(asked), await use.readBook());
  },
  refuseApplication: async ({ applicationId, reason }, call) =>
    applicationToProto(await use.refuse({ applicationId, reason, caller: callerOf(call) }), await use.readBook()),
});
