import type { Clock } from '@guildhall/kernel';
import { type Arguments, textOf } from './method.ts';

/** One call that arrived; without the tokens and texts of it. */
export type LoggedCall = Readonly<{
  method: string;
  at: string;
  channel?: string;
  user?: string;
  email?: string;
  cursor?: string;
  /** Slack's code, or what a fault made of it. */
  error?: string;
}>;

type Entry = { -readonly [Field in keyof LoggedCall]: LoggedCall[Field] };

const mostKept = 50_000;

/** Counts calls by method, and keeps the last ones. */
export class CallLog {
  readonly #clock: Clock;
  #counts = new Map<string, number>();
  #calls: LoggedCall[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a call that begins; the result is told how it ended, where it was refused. */
  begin(method: string, args: Arguments): (error: string) => void {
    this.#counts.set(method, (this.#counts.get(method) ?? 0) + 1);
    const named = { channel: textOf(args, 'channel'), user: textOf(args, 'user') || textOf(args, 'users') };
    const more = { ...named, email: textOf(args, 'email'), cursor: textOf(args, 'cursor') };
    const said = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== ''));
    const call: Entry = { method, at: this.#clock.now().toISOString(), ...said };
    this.#calls.push(call);
    if (this.#calls.length > mostKept) this.#calls.shift();
    return (error) => void (call.error = error);
  }

  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].toSorted(([a], [b]) => a.localeCompare(b)));
  }

  /** The last calls of a method, oldest first. */
  of(method: string): readonly LoggedCall[] {
    return this.#calls.filter((call) => call.method === method);
  }

  clear(): void {
    this.#counts = new Map();
    this.#calls = [];
  }
}
