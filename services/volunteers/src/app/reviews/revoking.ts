import { retryStale } from '@guildhall/kernel';
import { governanceRefusals } from '../../domain/governance-refusals.ts';
import { finishRevoking, giveUpRevoking, type ReviewItem } from '../../domain/review.ts';
import type { ReviewItems } from './ports.ts';

/** The role is over. */
export const completeRevoking = ({ items }: Readonly<{ items: ReviewItems }>, id: string): Promise<ReviewItem> =>
  changeRevoking(items, id, finishRevoking);

/** The role could not be ended: somebody decides anew. */
export const putBack = ({ items }: Readonly<{ items: ReviewItems }>, id: string): Promise<ReviewItem> =>
  changeRevoking(items, id, giveUpRevoking);

const changeRevoking = (items: ReviewItems, id: string, change: (item: ReviewItem) => ReviewItem) =>
  retryStale(async () => {
    const item = await items.find(id);
    if (!item) throw governanceRefusals.reviewItemNotFound();
    if (item.state !== 'revoking') return item;
    const next = change(item);
    await items.save(next, []);
    return next;
  });
