import type { Fault } from './fault.ts';
import { type Limit, slackLimitOf } from './slack-limits.ts';

const mostWindows = 10_000;

/** Counts calls, so that those above a limit can be refused. `now` is milliseconds of real time. */
export class RateGate {
  readonly #taken = new Map<string, number[]>();

  /** Counts a call at these places; when it is one too many, after how many whole seconds there is room again. */
  waitSeconds(fault: Fault, places: readonly string[], now: number): number | undefined {
    const { key, calls, seconds } = limitOf(fault, places);
    const since = now - seconds * 1_000;
    const recent = (this.#taken.get(key) ?? []).filter((at) => at > since);
    const [first] = recent;
    if (first !== undefined && recent.length >= calls) return Math.max(1, Math.ceil((first - since) / 1_000));
    if (this.#taken.size >= mostWindows) this.#taken.clear();
    this.#taken.set(key, [...recent, now]);
    return undefined;
  }
}

function limitOf(fault: Fault, places: readonly string[]): Limit {
  if (fault.limit === undefined) return slackLimitOf(places);
  return { key: `${fault.provider} ${fault.match ?? ''}`, calls: fault.limit, seconds: fault.perSeconds ?? 1 };
}
