import { once } from 'node:events';
import type { Socket } from 'node:net';
import { dispatch } from './dispatch.ts';
import { FrameReader } from './frames.ts';
import { messageFormat, parseMessage, replyHead, type WireMessage } from './message.ts';
import type { Backend } from './backend.ts';
import type { ClientId } from './request.ts';

// Beyond this many unanswered messages or bytes of one client its socket is not read: memory stays bounded.
const MAX_QUEUED = 64;
const MAX_QUEUED_BYTES = 64 * 1024 * 1024;
// A smaller reply is copied behind its head, to leave in one write; a larger one is handed over as it is.
const COPY_LIMIT_BYTES = 64 * 1024;

/** One driver's socket: its messages are answered one after the other, in order. */
export class Client {
  readonly id: ClientId = Symbol('client');
  readonly #socket: Socket;
  readonly #backend: Backend;
  readonly #frames = new FrameReader(messageFormat);
  readonly #gone = new AbortController();
  #queue: Buffer[] = [];
  #working: Promise<void> | undefined;

  constructor(socket: Socket, backend: Backend) {
    this.#socket = socket;
    this.#backend = backend;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#receive(chunk));
    // What follows an error is `close`; there is nobody to tell.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#leave());
  }

  /** Ends the socket once the message being worked on is answered. */
  async close(): Promise<void> {
    this.#queue = [];
    await this.#working;
    this.#socket.end();
    this.#socket.destroySoon();
  }

  #receive(chunk: Buffer): void {
    try {
      this.#queue.push(...this.#frames.push(chunk));
    } catch {
      this.#socket.destroy();
      return;
    }
    if (this.#isFull()) this.#socket.pause();
    if (this.#queue.length > 0) this.#working ??= this.#work().finally(() => (this.#working = undefined));
  }

  #isFull(): boolean {
    const bytes = this.#queue.reduce((sum, frame) => sum + frame.length, 0);
    return this.#queue.length > MAX_QUEUED || bytes > MAX_QUEUED_BYTES;
  }

  async #work(): Promise<void> {
    try {
      for (let frame = this.#queue.shift(); frame; frame = this.#queue.shift()) {
        await this.#answer(parseMessage(frame));
        if (this.#socket.isPaused() && !this.#isFull()) this.#socket.resume();
      }
    } catch {
      // Neither a broken message nor a socket that closed under a reply can be answered.
      this.#socket.destroy();
    }
  }

  async #answer(message: WireMessage): Promise<void> {
    const document = await dispatch(message, this.id, this.#backend);
    if (!message.wantsReply || this.#socket.destroyed) return;
    const head = replyHead(message, document.length);
    if (document.length <= COPY_LIMIT_BYTES) this.#socket.write(Buffer.concat([head, document]));
    else {
      this.#socket.cork();
      this.#socket.write(head);
      this.#socket.write(document);
      this.#socket.uncork();
    }
    if (this.#socket.writableNeedDrain) await once(this.#socket, 'drain', { signal: this.#gone.signal });
  }

  #leave(): void {
    this.#gone.abort();
    this.#queue = [];
    this.#backend.cursors.abandon(this.id);
    void this.#settle();
  }

  /** A statement still running may open a transaction after its socket is gone, so it is waited for. */
  async #settle(): Promise<void> {
    await this.#backend.transactions.abandon(this.id);
    await this.#working;
    await this.#backend.transactions.abandon(this.id);
  }
}
