import { setTimeout as delay } from 'node:timers/promises';
import type { SlackCall, Workspace } from '../workspace.ts';

const lookEveryMs = 15;
const remembered = ['conversations.invite', 'conversations.kick'];

/** Watches the providers' log of calls, which goes with them when they are killed. */
export class CallWatch {
  readonly #workspace: Workspace;
  readonly #ending = new AbortController();
  readonly #calls = new Map<string, SlackCall>();
  #counts: Readonly<Record<string, number>> = {};
  readonly #running: Promise<void>;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#running = this.#run();
  }

  /** Calls of Slack that were seen; of one that was under way, how it ended. */
  get calls(): readonly SlackCall[] {
    return [...this.#calls.values()];
  }

  /** Resolves when the next call of a method begins; with false when none comes for so long. */
  async next(method: string, giveUpMs: number): Promise<boolean> {
    const before = this.#counts[method] ?? 0;
    const deadline = performance.now() + giveUpMs;
    while ((this.#counts[method] ?? 0) <= before) {
      if (performance.now() > deadline) return false;
      await delay(5);
    }
    return true;
  }

  async close(): Promise<void> {
    this.#ending.abort();
    await this.#running;
    await this.#read();
  }

  async #run(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      await this.#look().catch(() => undefined);
      await delay(lookEveryMs);
    }
  }

  async #look(): Promise<void> {
    const counts = await this.#workspace.callCounts();
    const isOther = remembered.some((method) => counts[method] !== this.#counts[method]);
    this.#counts = counts;
    if (isOther) await this.#read();
  }

  async #read(): Promise<void> {
    for (const method of remembered) {
      for (const call of await this.#workspace.slackCalls(method)) {
        this.#calls.set([method, call.at, call.channel, call.user].join(' '), call);
      }
    }
  }
}
