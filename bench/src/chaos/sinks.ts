import type { Direction } from './ledger.ts';

export type Delivered = Readonly<{
  id: string;
  to: string;
  text: string;
  raw: Readonly<{ headers?: unknown; messageId?: unknown }>;
}>;

/** What reached people: read from the sandbox, which stands for the vendors and keeps every delivery. */
export class Sinks {
  readonly #url: string;
  readonly #last = new Map<string, string>();
  /** How often each notice was posted, by `noticeKey`. */
  readonly notices = new Map<string, number>();
  /** How often each mail was sent, by its Message-ID. */
  readonly mails = new Map<string, number>();
  /** Who was sent a mail. */
  readonly mailed = new Set<string>();

  constructor(sandboxUrl: string) {
    this.#url = sandboxUrl;
  }

  /** Reads what came since the last time. */
  async read(): Promise<void> {
    for (const { to, text } of await this.#news('slack')) {
      const [, displayName = '', direction = ''] = /^(.+) signed (in|out) · /.exec(text) ?? [];
      count(this.notices, noticeKey({ siteId: to.replace('#', ''), displayName, direction: direction as Direction }));
    }
    for (const { id, to, raw } of await this.#news('email')) {
      count(this.mails, typeof raw.messageId === 'string' ? raw.messageId : id);
      this.mailed.add(to);
    }
  }

  async #news(channel: string): Promise<readonly Delivered[]> {
    const since = this.#last.get(channel);
    const query = new URLSearchParams({ channel, ...(since && { since }) });
    const answer = await fetch(`${this.#url}/sandbox/messages?${query.toString()}`);
    const { messages } = (await answer.json()) as { messages: readonly Delivered[] };
    const last = messages.at(-1)?.id;
    if (last !== undefined) this.#last.set(channel, last);
    return messages;
  }
}

type Notice = Readonly<{ siteId: string; displayName: string; direction: Direction }>;

/** Nobody moves twice in the same direction at one site: this names one movement. */
export const noticeKey = ({ siteId, displayName, direction }: Notice): string =>
  `${siteId} ${direction} ${displayName}`;

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Deliveries beyond the first of each. */
export const repeats = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, times) => sum + times - 1, 0);

const callChannels = ['email', 'sms', 'push'] as const;

/** Whom a call about this site has reached, each written `<channel> <to>`. */
export async function calledSoFar(sandboxUrl: string, siteId: string): Promise<Set<string>> {
  const found = await Promise.all(
    callChannels.map(async (channel) => {
      const query = new URLSearchParams({ channel, q: siteId });
      const answer = await fetch(`${sandboxUrl}/sandbox/messages?${query.toString()}`);
      const { messages } = (await answer.json()) as { messages: readonly Delivered[] };
      return messages.map(({ to }) => `${channel} ${to}`);
    }),
  );
  return new Set(found.flat());
}
