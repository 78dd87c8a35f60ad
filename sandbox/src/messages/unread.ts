import { type Message, rawText } from './message.ts';

/** What a message says, as far as that must be read from how it came. */
export type Read = (message: Message) => Promise<Partial<Message>>;

/**
 * Mails that nobody has looked at yet. To read one costs more than to receive it, so that is put off: whoever brings many
 * at once need not wait for it.
 */
export class Unread {
  readonly #read: Read;
  readonly #most: number;
  readonly #messages = new Set<Message>();
  #reading: Promise<void> = Promise.resolve();

  /** Of more than `most` the first are read unasked. */
  constructor(read: Read, most: number) {
    this.#read = read;
    this.#most = most;
  }

  add(message: Message): void {
    if (message.channel !== 'email' || message.raw.headers !== undefined || !rawText(message, 'source')) return;
    this.#messages.add(message);
    if (this.#messages.size > this.#most) void this.readAll();
  }

  /** Resolves when everything that came before is read. The messages themselves are completed. */
  readAll(): Promise<void> {
    this.#reading = this.#reading.then(async () => {
      for (const message of this.#messages) {
        Object.assign(message, await this.#read(message));
        this.#messages.delete(message);
      }
    });
    return this.#reading;
  }

  clear(): void {
    this.#messages.clear();
  }
}
