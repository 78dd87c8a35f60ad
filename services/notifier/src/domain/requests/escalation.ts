import type { Wish } from '../message.ts';
import type { Reach } from '../reach.ts';

/** Whom to ask, and how long to wait for an answer before the next step. */
export type Step = Readonly<{
  /** Somebody else than the person it is about: a warden. */
  personId?: string;
  reach: Reach;
  waitSeconds: number;
  /** Reading it in the inbox answers it. */
  readAnswers?: boolean;
}>;

export type Chain = Readonly<{
  id: string;
  version: number;
  status: 'running' | 'answered' | 'exhausted' | 'cancelled';
  /** The request it is part of, if any. */
  requestId?: string;
  personId: string;
  wish: Omit<Wish, 'idempotencyKey' | 'audienceId'>;
  steps: readonly Step[];
  /** How many steps were asked. */
  asked: number;
  startedAt: Date;
  /** Running: when the next step is due. Over: when it is forgotten. */
  dueAt?: Date;
  endedAt?: Date;
  /** True once nothing personal is left in it. */
  masked?: boolean;
}>;

export type ChainInput =
  | Readonly<{ kind: 'tick' }>
  | Readonly<{ kind: 'answered' }>
  | Readonly<{ kind: 'cancelled' }>
  /** The message of this step will not arrive. */
  | Readonly<{ kind: 'failed'; step: number }>;

/** What a chain does next: its new state, and the step whose message is to be asked for, if any. */
export type ChainDecision = Readonly<{ next: Chain; ask?: number }>;

const KEPT_MS = 30 * 24 * 3_600_000;

export type NewChain = Pick<Chain, 'id' | 'requestId' | 'personId' | 'wish' | 'steps'>;

/** A chain whose first step is due at once, or when its wish may be sent. */
export const startChain = (given: NewChain, at: Date): Chain => ({
  ...given,
  version: 1,
  status: 'running',
  asked: 0,
  startedAt: at,
  dueAt: at,
});

/**
 * What follows from what happened; undefined when nothing does. Each step is asked for at most once, and none after an
 * answer, in whatever order and however often it is told: the store's version check keeps two from deciding at once.
 */
export function follow(chain: Chain, input: ChainInput, at: Date): ChainDecision | undefined {
  if (chain.status !== 'running') return undefined;
  switch (input.kind) {
    case 'answered':
      return { next: ended(chain, 'answered', at) };
    case 'cancelled':
      return { next: ended(chain, 'cancelled', at) };
    case 'failed':
      return failed(chain, input.step, at);
    case 'tick':
      return tick(chain, at);
  }
}

function tick(chain: Chain, at: Date): ChainDecision | undefined {
  if (!chain.dueAt || chain.dueAt > at) return undefined;
  const { expiresAt } = chain.wish;
  const step = chain.steps[chain.asked];
  if (!step || (expiresAt && expiresAt <= at)) return { next: ended(chain, 'exhausted', at) };
  const next = { ...changed(chain), asked: chain.asked + 1, dueAt: after(at, step.waitSeconds * 1_000) };
  return { next, ask: chain.asked };
}

/** Nobody waits for the answer to a message that will not arrive; where it is one of several, the others may. */
function failed(chain: Chain, step: number, at: Date): ChainDecision | undefined {
  const isCurrent = step === chain.asked - 1 && chain.steps[step]?.reach.kind !== 'every';
  if (!isCurrent || !chain.dueAt || chain.dueAt <= at) return undefined;
  return { next: { ...changed(chain), dueAt: at } };
}

/** Forgets whom it was about and what it said. */
export function maskChain(chain: Chain): Chain {
  const { dueAt: _due, ...rest } = changed(chain);
  return { ...rest, personId: '', steps: [], wish: { ...rest.wish, variables: {} }, masked: true };
}

const ended = (chain: Chain, status: 'answered' | 'exhausted' | 'cancelled', at: Date): Chain => ({
  ...changed(chain),
  status,
  endedAt: at,
  dueAt: after(at, KEPT_MS),
});

const changed = (chain: Chain): Chain => ({ ...chain, version: chain.version + 1 });

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
