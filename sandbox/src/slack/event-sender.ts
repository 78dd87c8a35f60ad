import { randomBytes } from 'node:crypto';
import type { Clock } from '@guildhall/kernel';
import type { Gateway, RetryReason } from '../inbound/gateway.ts';
import type { Announce, SlackEvent } from './events.ts';
import { bot, team } from './workspace.ts';

const path = '/api/webhooks/slack/events';
/** How long Slack waits before each repeat. */
const slackWaitsMs = [0, 60_000, 300_000];
const mostKept = 500;
const mostAtOnce = 16;

/** What became of one event. */
export type Telling = Readonly<{
  eventId: string;
  state: 'waiting' | 'told' | 'given-up';
  /** What the platform answered each time: a status, or why there was none. */
  tries: readonly (number | RetryReason)[];
  event: SlackEvent;
}>;

type Deps = Readonly<{ gateway: Gateway; clock: Clock; waitsMs?: readonly number[] }>;
type Job = { telling: Telling; envelope: object };

/** Tells the platform what happens in the workspace: each event once, and up to three times more while it is not taken. */
export class EventSender {
  readonly #deps: Deps;
  readonly #kept: Job[] = [];
  readonly #queue: Job[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #underWay = 0;
  #isClosed = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  readonly announce: Announce = (event) => {
    const now = this.#deps.clock.now();
    const full = { event_ts: `${Math.floor(now.getTime() / 1_000)}.000100`, ...event };
    const envelope = eventOf(full, now);
    const job: Job = { envelope, telling: { eventId: envelope.event_id, state: 'waiting', tries: [], event: full } };
    this.#kept.push(job);
    if (this.#kept.length > mostKept) this.#kept.shift();
    this.#enqueue(job);
  };

  /** The last 500, oldest first. */
  tellings(): Telling[] {
    return this.#kept.map(({ telling }) => telling);
  }

  /** From now on nothing is told. */
  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #enqueue(job: Job): void {
    this.#queue.push(job);
    this.#next();
  }

  #next(): void {
    while (!this.#isClosed && this.#underWay < mostAtOnce) {
      const job = this.#queue.shift();
      if (!job) return;
      this.#underWay += 1;
      void this.#tell(job).finally(() => {
        this.#underWay -= 1;
        this.#next();
      });
    }
  }

  async #tell(job: Job): Promise<void> {
    const { gateway, waitsMs = slackWaitsMs } = this.#deps;
    const { tries } = job.telling;
    const { word, isTaken, isFinal } = await outcomeOf(gateway, job);
    const waitMs = isTaken || isFinal ? undefined : waitsMs[tries.length];
    const state = isTaken ? 'told' : waitMs === undefined ? 'given-up' : 'waiting';
    job.telling = { ...job.telling, state, tries: [...tries, word] };
    if (waitMs === undefined || this.#isClosed) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#enqueue(job);
    }, waitMs).unref();
    this.#timers.add(timer);
  }
}

type Outcome = Readonly<{ word: number | RetryReason; isTaken: boolean; isFinal: boolean }>;

async function outcomeOf(gateway: Gateway, { envelope, telling: { tries } }: Job): Promise<Outcome> {
  const before = tries.at(-1);
  const reason = typeof before === 'string' ? before : 'http_error';
  try {
    const { status, isFinal } = await gateway.slackEvent(path, envelope, tries.length, reason);
    return { word: status, isTaken: status < 300, isFinal };
  } catch (error) {
    return { word: isTimeout(error) ? 'http_timeout' : 'connection_failed', isTaken: false, isFinal: false };
  }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && error.cause.name === 'TimeoutError';

/** An event as the Events API wraps it. */
export const eventOf = (event: object, now: Date) => ({
  type: 'event_callback',
  token: 'sandbox',
  team_id: team.id,
  api_app_id: 'A0SANDBOX',
  event,
  event_id: `Ev0${randomBytes(5).toString('hex').toUpperCase()}`,
  event_time: Math.floor(now.getTime() / 1_000),
  authorizations: [{ enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true }],
});
