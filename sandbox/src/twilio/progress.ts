import type { SmsStatus } from './sms.ts';

const most = 10_000;

/** How far messages are whose steps are told; every other one was delivered at once. */
export class Progress {
  readonly #steps = new Map<string, SmsStatus>();

  set(sid: string, status: SmsStatus): void {
    this.#steps.delete(sid);
    if (status === 'delivered') return;
    const [oldest] = this.#steps.keys();
    if (this.#steps.size >= most && oldest !== undefined) this.#steps.delete(oldest);
    this.#steps.set(sid, status);
  }

  of(sid: string): SmsStatus {
    return this.#steps.get(sid) ?? 'delivered';
  }
}
