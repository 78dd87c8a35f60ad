/** Who is in which channel. Everybody is in those that were there, and in a channel that was made whoever was asked in. */
export class Membership {
  readonly #closed = new Set<string>();
  readonly #inside = new Set<string>();
  readonly #outside = new Set<string>();

  /** From now on only who is asked in, and who made it. */
  close(channel: string, maker: string): void {
    this.#closed.add(channel);
    this.join(channel, maker);
  }

  join(channel: string, who: string): void {
    this.#outside.delete(`${channel} ${who}`);
    this.#inside.add(`${channel} ${who}`);
  }

  leave(channel: string, who: string): void {
    this.#inside.delete(`${channel} ${who}`);
    this.#outside.add(`${channel} ${who}`);
  }

  /** A guest is in no channel but where they were asked in. */
  has(channel: string, who: string, isGuest = false): boolean {
    if (isGuest || this.#closed.has(channel)) return this.#inside.has(`${channel} ${who}`);
    return !this.#outside.has(`${channel} ${who}`);
  }
}
