import type { Message } from './message.ts';

/** The newest messages of one channel, oldest first; adding one costs the same however many there are. */
export class Shelf {
  readonly #limit: number;
  readonly #limitBytes: number;
  #messages: Message[] = [];
  #sizes: number[] = [];
  #first = 0;
  #bytes = 0;

  constructor(limit: number, limitBytes: number) {
    this.#limit = limit;
    this.#limitBytes = limitBytes;
  }

  get size(): number {
    return this.#messages.length - this.#first;
  }

  add(message: Message, bytes: number): void {
    this.#messages.push(message);
    this.#sizes.push(bytes);
    this.#bytes += bytes;
    while (this.size > this.#limit || (this.#bytes > this.#limitBytes && this.size > 1)) this.#dropOldest();
  }

  all(): Message[] {
    return this.#messages.slice(this.#first);
  }

  find(id: string): Message | undefined {
    return this.#messages.findLast((message) => message.id === id);
  }

  clear(): void {
    [this.#messages, this.#sizes, this.#first, this.#bytes] = [[], [], 0, 0];
  }

  #dropOldest(): void {
    this.#bytes -= this.#sizes[this.#first] ?? 0;
    this.#first += 1;
    // The dropped half is given back at once, now and then, so that a drop costs nothing in the mean.
    if (this.#first < this.#messages.length / 2) return;
    this.#messages = this.#messages.slice(this.#first);
    this.#sizes = this.#sizes.slice(this.#first);
    this.#first = 0;
  }
}
