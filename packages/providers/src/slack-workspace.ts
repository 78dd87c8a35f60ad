import { Agent } from 'undici';
import { calls } from './calls.ts';
import type { Surroundings } from './guarded.ts';
import { connectionOf, listOf, userOf } from './slack-answers.ts';
import { type SlackAsking, slackAsking } from './slack-asking.ts';
import { slackChannels } from './slack-channels.ts';
import type { SlackWorkspace } from './slack-membership.ts';
import type { SlackPace } from './slack-message.ts';
import { slackRefusal } from './slack-refusal.ts';
import { scim } from './slack-scim.ts';
import { tierLimits } from './slack-tiers.ts';

export type { SlackChannel, SlackConnection, SlackUser, SlackWorkspace } from './slack-membership.ts';

export type SlackWorkspaceOptions = SlackPace &
  Surroundings &
  Readonly<{
    /** A function is asked for each call, so that a new token is used at once. */
    token: string | (() => Promise<string>);
    /** Of an owner, for deactivating accounts; needs a paid plan. A function is asked for each call. */
    scimToken?: string | undefined | (() => Promise<string | undefined>);
    state: 'real' | 'sandbox';
    /** Instead of https://slack.com/api/. */
    apiUrl?: string | undefined;
    /** Instead of https://api.slack.com/scim/v2/. */
    scimUrl?: string | undefined;
    timeLimitMs?: number;
  }>;

const PER_PAGE = 200;

/** A workspace by Slack's Web API, and by SCIM for deactivating accounts. */
export function slackWorkspace(options: SlackWorkspaceOptions): SlackWorkspace {
  const { token, scimToken, state, apiUrl, scimUrl, timeLimitMs = 5_000, sharing, alert } = options;
  const agent = new Agent({ connect: { timeout: 3_000 }, connections: 32 });
  const guard = calls({
    name: 'slack-workspace',
    state,
    sharing,
    alert,
    limitsOf: (method) => tierLimits(method, options),
    timeLimitMs,
    failure: slackRefusal,
    close: () => agent.close(),
  });
  const asking = slackAsking({ guard, token, apiUrl, timeLimitMs, dispatcher: agent });
  return {
    ...peopleOf(asking),
    ...slackChannels(asking),
    deactivate: scim({ guard, token: scimToken, scimUrl, dispatcher: agent }),
    state: guard.state,
    close: guard.close,
  };
}

type People = Pick<SlackWorkspace, 'test' | 'findByEmail' | 'user' | 'users'>;

const peopleOf = ({ ask, find, pages }: SlackAsking): People => ({
  test: async () => connectionOf(await ask('auth.test')),
  findByEmail: async (email) => {
    const found = await find('users.lookupByEmail', { email }, ['users_not_found']);
    return found && userOf(found['user']);
  },
  user: async (id) => {
    const found = await find('users.info', { user: id }, ['user_not_found']);
    return found && userOf(found['user']);
  },
  users: () => pages('users.list', { limit: PER_PAGE }, ({ members }) => listOf(members, userOf)),
});
