import type { Priority } from './provider.ts';

export type GateLimits = Readonly<{
  /** Calls at the same time. */
  concurrency: number;
  /** Calls begun per second, on average; absent: as many as the concurrency allows. */
  perSecond?: number;
  /** Calls that may begin at once after a rest. */
  burst?: number;
}>;

/** Gives a place back; `unused` when nobody was called, which does not count against the rate. */
export type Leave = (unused?: boolean) => void;

type Waiter = Readonly<{ admit(leave: Leave): void }>;

/** Those who wait for one limit: a token bucket and a count of calls under way, urgent ones first. */
export class GateLane {
  private readonly waiting: readonly [Waiter[], Waiter[], Waiter[]] = [[], [], []];
  private readonly limits: GateLimits;
  private running = 0;
  private tokens: number;
  private filledAt = Date.now();
  private pausedUntil = 0;
  private timer: NodeJS.Timeout | undefined;
  bookedUntil = 0;

  constructor(limits: GateLimits) {
    this.limits = limits;
    this.tokens = this.burst;
  }

  enter(priority: Priority, signal?: AbortSignal): Promise<Leave> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const queue = this.waiting[priority];
      const giveUp = (): void => {
        const place = queue.indexOf(waiter);
        if (place >= 0) queue.splice(place, 1);
        reject(signal?.reason as Error);
      };
      const waiter: Waiter = {
        admit: (leave) => {
          signal?.removeEventListener('abort', giveUp);
          resolve(leave);
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      queue.push(waiter);
      this.pump();
    });
  }

  pause(ms: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + ms);
  }

  get queued(): number {
    return this.waiting[0].length + this.waiting[1].length + this.waiting[2].length;
  }

  /** Milliseconds until one who came now would be let in, as far as the pause and the rate can tell. */
  waitMs(now: number): number {
    const rate = this.limits.perSecond;
    return Math.max(0, this.pausedUntil - now) + (rate ? (this.queued * 1_000) / rate : 0);
  }

  isIdle(now: number): boolean {
    const rested = !this.limits.perSecond || this.tokensAt(now) >= this.burst;
    return rested && this.running === 0 && this.queued === 0 && this.pausedUntil <= now && this.bookedUntil <= now;
  }

  private get burst(): number {
    return this.limits.burst ?? 1;
  }

  private tokensAt(now: number): number {
    const gained = ((now - this.filledAt) * (this.limits.perSecond ?? 0)) / 1_000;
    return Math.min(this.burst, this.tokens + gained);
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
    const rate = this.limits.perSecond;
    if (!rate) return 0;
    this.tokens = this.tokensAt(now);
    this.filledAt = now;
    return this.tokens >= 1 ? 0 : Math.ceil(((1 - this.tokens) * 1_000) / rate);
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
