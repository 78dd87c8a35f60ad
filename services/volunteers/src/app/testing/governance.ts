import type { Application, ApplicationState } from '../../domain/application.ts';
import type { Letter } from '../../domain/letter.ts';
import { isUndecided, type ItemState, type Review, type ReviewItem } from '../../domain/review.ts';
import { governanceRefusals } from '../../domain/governance-refusals.ts';
import type { Applications, ApplicationTokens } from '../applications/ports.ts';
import type { Agenda, Planned } from '../digests/ports.ts';
import type { LetterBox } from '../letters/ports.ts';
import type { ItemCounts, ReviewItems, Reviews } from '../reviews/ports.ts';
import { stale } from './clock.ts';

type Versioned = Readonly<{ id: string; version: number }>;
type Told = Readonly<{ type: string }>;

/** Keeps versions as the store does; `refuse` is its unique index. */
export const inMemory = <One extends Versioned>(refuse: (one: One, all: readonly One[]) => void = () => undefined) => {
  const stored = new Map<string, One>();
  const said: Told[] = [];
  return {
    stored,
    said,
    find: async (id: string) => stored.get(id),
    save: async (one: One, told: readonly Told[] = []) => {
      await Promise.resolve();
      if ((stored.get(one.id)?.version ?? 0) !== one.version - 1) throw stale();
      refuse(one, [...stored.values()]);
      stored.set(one.id, one);
      said.push(...told);
    },
    all: () => [...stored.values()],
    letters: () => said.filter((one): one is Letter => one.type === 'letter'),
  };
};

const open: readonly ApplicationState[] = ['unconfirmed', 'waiting', 'approving'];

const isOpen = ({ state }: Application): boolean => open.includes(state);

function refuseSecond(one: Application, all: readonly Application[]): void {
  const isTaken = all.some((other) => other.id !== one.id && other.email === one.email && isOpen(other));
  if (isOpen(one) && isTaken) throw governanceRefusals.applicationOpen('taken');
}

export const inMemoryApplications = () => {
  const kept = inMemory<Application>(refuseSecond);
  const applications: Applications = {
    find: kept.find,
    openFor: async (email) => kept.all().find((one) => one.email === email && isOpen(one)),
    list: async (states, locationIds) =>
      kept.all().filter((one) => states.includes(one.state) && (!locationIds || locationIds.includes(one.locationId))),
    save: kept.save,
    remove: async ({ id }) => void kept.stored.delete(id),
  };
  return { ...kept, ...applications };
};

export const plainTokens: ApplicationTokens = {
  seal: ({ id, nonce }) => `${id}.${nonce}`,
  open: (token) => {
    const [id, nonce] = token.split('.');
    return id !== undefined && nonce !== undefined ? { id, nonce } : undefined;
  },
};

export const inMemoryReviews = () => {
  const kept = inMemory<Review>();
  const reviews: Reviews = {
    find: kept.find,
    latest: async (limit) =>
      kept
        .all()
        .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
        .slice(0, limit),
    save: kept.save,
  };
  return { ...kept, ...reviews };
};

const states: readonly ItemState[] = ['open', 'certified', 'revoking', 'revoked', 'flagged', 'ended'];

export const inMemoryItems = () => {
  const kept = inMemory<ReviewItem>();
  const of = (reviewId: string) => kept.all().filter((item) => item.reviewId === reviewId);
  const items: ReviewItems = {
    find: kept.find,
    add: async (all) => {
      for (const item of all) if (!kept.stored.has(item.id)) await kept.save(item);
    },
    page: async ({ reviewId, state, manager, locationIds }, limit, after) =>
      of(reviewId)
        .filter((item) => (state === '' || item.state === state) && item.id > after)
        .filter((item) => manager === undefined || item.managers.includes(manager))
        .filter((item) => !locationIds || locationIds.includes(item.locationId))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    counts: async (reviewId) =>
      Object.fromEntries(
        states.map((state) => [state, of(reviewId).filter((item) => item.state === state).length]),
      ) as ItemCounts,
    progress: async (reviewId) =>
      [...new Set(of(reviewId).flatMap(({ managers }) => managers))].map((manager) => {
        const mine = of(reviewId).filter(({ managers }) => managers.includes(manager));
        return { manager, total: mine.length, undecided: mine.filter(isUndecided).length };
      }),
    undecidedOf: async (assignmentId) =>
      kept.all().filter((item) => item.assignmentId === assignmentId && isUndecided(item)),
    save: kept.save,
  };
  return { ...kept, ...items };
};

export const inMemoryAgenda = () => {
  const kept = inMemory<Planned>();
  const agenda: Agenda = { find: kept.find, save: (planned) => kept.save(planned) };
  return { ...kept, ...agenda };
};

export const inMemoryLetterBox = () => {
  const sent = new Map<string, Letter>();
  const box: LetterBox = {
    send: async (letters) => {
      for (const letter of letters) if (!sent.has(letter.key)) sent.set(letter.key, letter);
    },
  };
  return { ...box, sent, letters: () => [...sent.values()] };
};
