import type { Clock } from '@guildhall/kernel';

/** Real time plus an offset that people and tests may move. */
export class SandboxClock implements Clock {
  readonly #real: Clock;
  #offsetMs: number;

  constructor(real: Clock, offsetMs = 0) {
    this.#real = real;
    this.#offsetMs = offsetMs;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  now(): Date {
    return new Date(this.#real.now().getTime() + this.#offsetMs);
  }

  setTo(moment: Date): void {
    this.#offsetMs = moment.getTime() - this.#real.now().getTime();
  }

  advance(seconds: number): void {
    this.#offsetMs += seconds * 1_000;
  }

  reset(): void {
    this.#offsetMs = 0;
  }
}
