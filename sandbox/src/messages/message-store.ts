import { join } from 'node:path';
import type { Clock } from '@guildhall/kernel';
import { monotonicFactory } from 'ulid';
import { Journal } from './journal.ts';
import { type Channel, channels, type Message, type Received } from './message.ts';
import { Shelf } from './shelf.ts';
import { type Read, Unread } from './unread.ts';

const keepBytes = 256 * 1024 * 1024;

/** What was received, newest last: on disk before it is acknowledged, in memory to be asked for. */
export class MessageStore {
  readonly #clock: Clock;
  readonly #journals: Readonly<Record<Channel, Journal>>;
  readonly #shelves: Readonly<Record<Channel, Shelf>>;
  readonly #listeners = new Set<() => void>();
  readonly #nextId = monotonicFactory();
  readonly #unread: Unread;

  private constructor(
    clock: Clock,
    journals: Record<Channel, Journal>,
    shelves: Record<Channel, Shelf>,
    unread: Unread,
  ) {
    this.#clock = clock;
    this.#unread = unread;
    this.#journals = journals;
    this.#shelves = shelves;
  }

  /** Takes up what an earlier process received. `read` says what a mail is about. */
  static async open(dataDir: string, keep: number, clock: Clock, read: Read = asItCame): Promise<MessageStore> {
    const unread = new Unread(read, keep);
    const opened = channels.map(async (channel) => {
      const bounds = { lines: keep, bytes: keepBytes };
      const { journal, entries } = await Journal.open(join(dataDir, `${channel}.jsonl`), bounds);
      const shelf = new Shelf(keep, keepBytes);
      for (const entry of entries as Message[]) {
        shelf.add(entry, weight(entry));
        unread.add(entry);
      }
      return { channel, journal, shelf };
    });
    const parts = await Promise.all(opened);
    const byChannel = <T>(pick: (part: (typeof parts)[number]) => T) =>
      Object.fromEntries(parts.map((part) => [part.channel, pick(part)])) as Record<Channel, T>;
    return new MessageStore(
      clock,
      byChannel(({ journal }) => journal),
      byChannel(({ shelf }) => shelf),
      unread,
    );
  }

  /** Keeps one delivery and answers with it. Rejects when it could not be written: then it must not be acknowledged. */
  async record(received: Received): Promise<Message> {
    const message = { id: this.#nextId(), at: this.#clock.now().toISOString(), ...received };
    await this.#journals[received.channel].append(message);
    this.#shelves[received.channel].add(message, weight(message));
    this.#unread.add(message);
    this.#changed();
    return message;
  }

  /** Resolves when it is known of every kept mail what it says. */
  opened(): Promise<void> {
    return this.#unread.readAll();
  }

  /** The kept messages of one channel, or of all of them, newest last. */
  list(channel?: Channel): Message[] {
    if (channel) return this.#shelves[channel].all();
    return channels.flatMap((each) => this.#shelves[each].all()).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  find(id: string): Message | undefined {
    return channels.map((channel) => this.#shelves[channel].find(id)).find((message) => message !== undefined);
  }

  count(channel: Channel): number {
    return this.#shelves[channel].size;
  }

  async clear(): Promise<void> {
    const emptied = channels.map(async (channel) => {
      await this.#journals[channel].clear();
      this.#shelves[channel].clear();
    });
    await Promise.all(emptied);
    this.#unread.clear();
    this.#changed();
  }

  /** Calls back after each change, until the returned function is called. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await Promise.all(channels.map((channel) => this.#journals[channel].close()));
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

const asItCame: Read = async () => ({});

/** Roughly the memory of a message: its mail source outweighs everything else. */
function weight({ text, html, raw }: Message): number {
  const source = typeof raw.source === 'string' ? raw.source.length : 0;
  return 1_000 + text.length + (html?.length ?? 0) + source;
}
