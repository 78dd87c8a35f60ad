import { REST_MS, rested } from './circuits.ts';
import type { Priority } from './provider.ts';
import type { Sharing } from './sharing.ts';

export type GateLimits = Readonly<{
  /** Calls at the same time. */
  concurrency: number;
  /** Calls begun per second, on average; absent: as many as the concurrency allows. */
  perSecond?: number;
  /** Calls that may begin at once after a rest. */
  burst?: number;
  /**
   * By how many milliseconds a first call may be slower on its way than those after it. A vendor counts from when it
   * arrives: those after it are that much later. Default 0.
   */
  arrivalMs?: number;
}>;

/** Gives a place back; `unused` when nobody was called, which does not count against the rate. */
export type Leave = (unused?: boolean) => void;

export type Entrance = Readonly<{ signal?: AbortSignal | undefined; hasAlternative?: boolean | undefined }>;

type Waiter = Readonly<{ hasAlternative: boolean; admit(leave: Leave): void; refuse(reason: unknown): void }>;

/** Those who wait for one limit: a token bucket and a count of calls under way, urgent ones first. */
export class GateLane {
  private readonly waiting: readonly [Waiter[], Waiter[], Waiter[]] = [[], [], []];
  private readonly limits: GateLimits;
  private readonly sharing: Sharing;
  private running = 0;
  private tokens = 0;
  private filledAt: number;
  private pausedUntil = 0;
  private timer: NodeJS.Timeout | undefined;
  bookedUntil = 0;

  constructor(limits: GateLimits, sharing: Sharing) {
    this.limits = limits;
    this.sharing = sharing;
    // Full, unless others shared the limit differently a moment ago.
    this.filledAt = sharing.changedAt();
  }

  enter(priority: Priority, { signal, hasAlternative = false }: Entrance = {}): Promise<Leave> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      if (hasAlternative && this.restMs(Date.now()) >= REST_MS) return reject(rested());
      const queue = this.waiting[priority];
      const giveUp = (): void => {
        const place = queue.indexOf(waiter);
        if (place >= 0) queue.splice(place, 1);
        reject(signal?.reason as Error);
      };
      const forget = (): void => signal?.removeEventListener('abort', giveUp);
      const waiter: Waiter = {
        hasAlternative,
        admit: (leave) => {
          forget();
          resolve(leave);
        },
        refuse: (reason) => {
          forget();
          reject(reason);
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      queue.push(waiter);
      this.pump();
    });
  }

  /** Nobody is let in for this long; when that is long, those who can go elsewhere are sent there. */
  pause(ms: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + ms);
    if (ms < REST_MS) return;
    for (const queue of this.waiting) {
      const leaving = queue.filter(({ hasAlternative }) => hasAlternative);
      if (leaving.length === 0) continue;
      queue.splice(0, queue.length, ...queue.filter(({ hasAlternative }) => !hasAlternative));
      for (const { refuse } of leaving) refuse(rested());
    }
  }

  restMs(now: number): number {
    return Math.max(0, this.pausedUntil - now);
  }

  get queued(): number {
    return this.waiting[0].length + this.waiting[1].length + this.waiting[2].length;
  }

  /** Milliseconds until one who came now would be let in, as far as the pause and the rate can tell. */
  waitMs(now: number): number {
    const { rate } = this;
    return this.restMs(now) + (rate ? (this.queued * 1_000) / rate : 0);
  }

  isIdle(now: number): boolean {
    const isFull = !this.rate || this.tokensAt(now) >= this.burst;
    return isFull && this.running === 0 && this.queued === 0 && this.pausedUntil <= now && this.bookedUntil <= now;
  }

  /** Calls per second that are ours. */
  get rate(): number | undefined {
    return this.limits.perSecond && this.limits.perSecond / this.sharing.count();
  }

  private get burst(): number {
    return Math.max(1, (this.limits.burst ?? 1) / this.sharing.count());
  }

  /** Calls that are under way may not have arrived: the vendor may yet count them together with what comes next. */
  private tokensAt(now: number): number {
    const most = Math.max(1, this.burst - this.running);
    return Math.min(most, this.tokens + Math.max(0, this.gained(now)));
  }

  /** What came before the others shared it differently is not counted: it may have been theirs. */
  private gained(now: number): number {
    return ((now - Math.max(this.filledAt, this.sharing.changedAt())) * (this.rate ?? 0)) / 1_000;
  }

  private pump(): void {
    while (this.queued > 0 && this.running < this.limits.concurrency) {
      const wait = this.msUntilNext();
      if (wait > 0) return this.wakeIn(wait);
      this.admitOne();
    }
  }

  private msUntilNext(): number {
    const now = Date.now();
    if (this.pausedUntil > now) return this.pausedUntil - now;
    const { rate } = this;
    if (!rate) return 0;
    const { arrivalMs = 0 } = this.limits;
    const isRested = this.tokens + this.gained(now - arrivalMs) >= this.burst;
    this.settle(now);
    if (isRested) this.filledAt = now + arrivalMs;
    return this.tokens >= 1 ? 0 : Math.ceil(((1 - this.tokens) * 1_000) / rate + this.filledAt - now);
  }

  private settle(now: number): void {
    this.tokens = this.tokensAt(now);
    this.filledAt = Math.max(now, this.filledAt);
  }

  private admitOne(): void {
    const waiter = this.waiting.find((queue) => queue.length > 0)?.shift();
    if (!waiter) return;
    this.running += 1;
    this.tokens -= 1;
    let left = false;
    waiter.admit((unused = false) => {
      if (left) return;
      left = true;
      this.settle(Date.now());
      this.running -= 1;
      if (unused) this.tokens = Math.min(this.burst, this.tokens + 1);
      this.pump();
    });
  }

  private wakeIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pump(), ms);
    this.timer.unref();
  }
}
