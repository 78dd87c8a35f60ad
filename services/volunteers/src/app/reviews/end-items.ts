import { type Handler, retryStale } from '@guildhall/kernel';
import { endItem } from '../../domain/review.ts';
import type { ReviewItems } from './ports.ts';

/** A role is over: nobody is asked about it any more. */
export const endItemsHandler =
  ({ items }: Readonly<{ items: ReviewItems }>): Handler<string> =>
  (assignmentId) =>
    retryStale(async () => {
      for (const item of await items.undecidedOf(assignmentId)) await items.save(endItem(item), []);
    });
