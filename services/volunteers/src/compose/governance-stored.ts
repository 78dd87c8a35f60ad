import type { Envelope, Sealer } from '@guildhall/messaging';
import { aggregates, type Offer, type Store } from '@guildhall/mongo';
import type { Clock } from '@guildhall/kernel';
import { agendaCollection, agendaRepository, type AgendaState } from '../adapters/mongo/agenda.repository.ts';
import {
  applicationCollection,
  applicationIndexes,
  applicationRepository,
  type ApplicationState,
} from '../adapters/mongo/application.repository.ts';
import { letterBox, letterCollection, type LetterState } from '../adapters/mongo/letter.repository.ts';
import {
  opportunityCollection,
  opportunityRepository,
  type OpportunityState,
} from '../adapters/mongo/opportunity.repository.ts';
import {
  itemCollection,
  itemIndexes,
  reviewItemRepository,
  type ReviewItemState,
} from '../adapters/mongo/review-item.repository.ts';
import {
  reviewCollection,
  reviewIndexes,
  reviewRepository,
  type ReviewState,
} from '../adapters/mongo/review.repository.ts';
import { shiftCollection, shiftIndexes, shiftRepository, type ShiftState } from '../adapters/mongo/shift.repository.ts';
import { letterMessages } from '../adapters/nats/letter.messages.ts';
import { auditMessage } from '../adapters/nats/said.messages.ts';
import { shiftMessage } from '../adapters/nats/shift.messages.ts';
import type { Settings } from '../config.ts';
import type { Audited } from '../domain/audit.ts';
import type { Letter } from '../domain/letter.ts';
import type { OrgDays } from '../domain/org-day.ts';
import type { ShiftFact } from '../domain/shift.ts';

/** The aggregates of applications, reviews, digests and activities. */
export const governanceCollections = (store: Store, offer: Offer) => ({
  applications: aggregates<ApplicationState>({
    store,
    collection: applicationCollection,
    indexes: applicationIndexes,
    offer,
  }),
  reviews: aggregates<ReviewState>({ store, collection: reviewCollection, indexes: reviewIndexes, offer }),
  reviewItems: aggregates<ReviewItemState>({ store, collection: itemCollection, indexes: itemIndexes, offer }),
  agenda: aggregates<AgendaState>({ store, collection: agendaCollection, offer }),
  letters: aggregates<LetterState>({ store, collection: letterCollection, offer }),
  opportunities: aggregates<OpportunityState>({ store, collection: opportunityCollection, offer }),
  shifts: aggregates<ShiftState>({ store, collection: shiftCollection, indexes: shiftIndexes, offer }),
});

type Kept = ReturnType<typeof governanceCollections>;

type Given = Readonly<{ kept: Kept; sealer: Sealer; days: OrgDays; clock: Clock; settings: Settings }>;

/** What they are read and written with. */
export function governanceRepositories({ kept, sealer, days, clock, settings }: Given) {
  const publicUrl = settings.PUBLIC_URL.replace(/\/$/, '');
  const letters = letterMessages({ sealer, publicUrl, timeZone: settings.ORG_TZ });
  const toMessages = (said: Audited | Letter | ShiftFact): readonly Envelope[] => {
    if (said.type === 'letter') return letters(said);
    return [said.type === 'shift-told' ? shiftMessage(said) : auditMessage(said)];
  };
  return {
    applications: applicationRepository({ applications: kept.applications, toMessages }),
    reviews: reviewRepository({ reviews: kept.reviews, toMessages, days }),
    items: reviewItemRepository({ items: kept.reviewItems, toMessages }),
    agenda: agendaRepository(kept.agenda),
    letterBox: letterBox({ letters: kept.letters, toMessages }),
    opportunities: opportunityRepository({ opportunities: kept.opportunities, toMessages }),
    shifts: shiftRepository({ shifts: kept.shifts, toMessages, clock }),
  };
}
