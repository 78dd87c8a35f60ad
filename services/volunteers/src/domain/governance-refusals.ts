import { AppError } from '@guildhall/kernel';

export const governanceRefusals = {
  applicationNotFound: () =>
    new AppError('not-found', 'volunteers.application_not_found', 'There is no such application.'),
  applicationLinkInvalid: () =>
    new AppError('gone', 'volunteers.application_link_invalid', 'The link counts no more: apply again for a new one.'),
  /** Somebody applied with this address at the same moment. */
  applicationOpen: (cause: unknown) =>
    new AppError('stale', 'volunteers.application_open', 'There is an application with this address.', { cause }),
  reviewNotFound: () => new AppError('not-found', 'volunteers.review_not_found', 'There is no such review.'),
  reviewOpen: () =>
    new AppError('conflict', 'volunteers.review_open', 'A review goes on: a new one begins when it is over.'),
  reviewItemNotFound: () =>
    new AppError('not-found', 'volunteers.review_item_not_found', 'There is no such item in the review.'),
  ownReview: () => new AppError('forbidden', 'volunteers.own_review', 'Nobody reviews what they have themselves.'),
};
