import type { Handler } from '@guildhall/kernel';
import { isStale } from '@guildhall/kernel';
import type { Letter } from '../../domain/letter.ts';
import { administrators, flag, type Review, reviewDueAt, stepOn } from '../../domain/review.ts';
import type { LetterBox } from '../letters/ports.ts';
import type { People } from '../ports.ts';
import type { ReviewItems, Reviews } from './ports.ts';
import { type PrepareDeps, prepareItems } from './prepare-items.ts';

type Deps = PrepareDeps & Readonly<{ reviews: Reviews; people: Pick<People, 'namesOf'>; letterBox: LetterBox }>;

/** Takes a review one step on: makes its items and asks, reminds, or flags what nobody decided. */
export const reviewDueHandler =
  (deps: Deps): Handler<string> =>
  async (id) => {
    const { reviews, days, clock } = deps;
    const review = await reviews.find(id);
    const due = review && reviewDueAt(review, days);
    if (!review || !due || due > clock.now()) return;
    if (review.state === 'preparing') await prepareItems(deps, review);
    const next = stepOn(review);
    if (next.state === 'closed') await flagAll(deps.items, id);
    if (next.state === 'open') await deps.letterBox.send(await lettersOf(deps, next));
    await reviews.save(next, []);
  };

const atOnce = 250;

async function flagAll(items: ReviewItems, reviewId: string): Promise<void> {
  for (;;) {
    const open = await items.page({ reviewId, state: 'open' }, atOnce, '');
    // Whoever decides one at this moment was in time.
    await Promise.all(open.map((item) => items.save(flag(item), []).catch(ignoreStale)));
    if (open.length < atOnce) return;
  }
}

function ignoreStale(error: unknown): void {
  if (!isStale(error)) throw error;
}

/** To each manager with something to decide. */
async function lettersOf({ items, people, clock }: Deps, review: Review): Promise<readonly Letter[]> {
  const waiting = (await items.progress(review.id)).filter(({ undecided }) => undecided > 0);
  const names = await people.namesOf(waiting.map(({ manager }) => manager));
  return waiting.map(({ manager, undecided }) => ({
    type: 'letter',
    key: `review:${review.id}:${review.reminders}:${manager || 'administrators'}`,
    at: clock.now(),
    to: manager === administrators ? { role: 'administrator' } : { personId: manager },
    reference: `review:${review.id}`,
    about: {
      template: 'volunteer_review',
      firstName: firstNameOf(names.get(manager)),
      count: undecided,
      dueOn: review.dueOn,
      isReminder: review.reminders > 0,
      reviewId: review.id,
    },
  }));
}

/** Of a manager whose name is not known, or of administrators, of whom there are several. */
export const firstNameOf = (name: string | undefined): string => name?.split(' ')[0] || 'administrators';
