import type { WebClient } from '@slack/web-api';
import { nonsense } from './http-failure.ts';
import type { SlackTiers } from './slack-tiers.ts';

const KEPT = 10_000;
const KEPT_MS = 3_600_000;

const USER = /^[UW][A-Z0-9]{2,}$/;

/** True for an e-mail address; a channel's name has no `@` within. */
const isEmail = (to: string): boolean => to.indexOf('@') > 0;

export type SlackPeople = Readonly<{
  /** The channel that a message to this recipient goes to: for somebody, the direct conversation with them. */
  channelOf(to: string): Promise<string>;
  /** The user's id for an e-mail address; an id is one already. */
  userOf(person: string): Promise<string>;
}>;

/** Finds people by their address and opens conversations with them; both are remembered for an hour. */
export function slackPeople(client: WebClient, within: SlackTiers): SlackPeople {
  const users = remembered();
  const conversations = remembered();
  const userOf = (person: string): Promise<string> => {
    if (!isEmail(person)) return Promise.resolve(person);
    return users(person.toLowerCase(), async () => {
      const { user } = await within('users.lookupByEmail', () => client.users.lookupByEmail({ email: person }));
      return idOf(user);
    });
  };
  return {
    userOf,
    channelOf: async (to) => {
      if (!isEmail(to) && !USER.test(to)) return to;
      const user = await userOf(to);
      return conversations(user, async () => {
        const { channel } = await within('conversations.open', () => client.conversations.open({ users: user }));
        return idOf(channel);
      });
    },
  };
}

function idOf(found: unknown): string {
  const { id } = (found ?? {}) as Readonly<{ id?: unknown }>;
  if (typeof id !== 'string' || !/^\w{2,64}$/.test(id)) throw nonsense('Slack');
  return id;
}

/** Asks once for each key, and again after an hour; what failed is asked again. */
function remembered() {
  const known = new Map<string, Readonly<{ value: Promise<string>; until: number }>>();
  return (key: string, ask: () => Promise<string>): Promise<string> => {
    const found = known.get(key);
    if (found && found.until > Date.now()) return found.value;
    const [oldest] = known.keys();
    if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
    const asked = { value: ask(), until: Date.now() + KEPT_MS };
    known.delete(key);
    known.set(key, asked);
    asked.value.catch(() => known.get(key) === asked && known.delete(key));
    return asked.value;
  };
}
