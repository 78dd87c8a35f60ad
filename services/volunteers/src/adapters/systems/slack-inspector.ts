import type { SlackChannel, SlackWorkspace } from '@guildhall/providers';
import type { Inspector, SeenChannel } from '../../app/systems/inspector.ts';
import type { Channel } from '../../domain/book.ts';
import { asked, askedFor } from './provider-failure.ts';

/** What is needed, each with the rights that include it; `conversations:` is both public and private channels. */
const needed: readonly (readonly string[])[] = [
  ['users:read'],
  ['users:read.email'],
  ['channels:read', 'conversations:read'],
  ['groups:read', 'conversations:read'],
  ['channels:manage', 'channels:write', 'conversations:write'],
  ['groups:write', 'conversations:write'],
];

/** What a Slack workspace shows of itself. */
export const slackInspector = (workspace: SlackWorkspace): Inspector => ({
  about: async () => {
    const { team, scopes } = await asked(() => workspace.test());
    const isMissing = (any: readonly string[]): boolean => !any.some((scope) => scopes.includes(scope));
    return { workspace: team, missingScopes: needed.filter(isMissing).flatMap(([first]) => first ?? []) };
  },
  channels: async (channels) => {
    const listed: SlackChannel[] = [];
    let calls = 0;
    for await (const page of askedFor(workspace.channels())) {
      calls += 1;
      listed.push(...page);
    }
    const seen = new Map<string, SeenChannel>();
    for (const channel of channels) {
      const found = listed.find((one) => isThat(one, channel));
      if (found) seen.set(channel.id, seenOf(found));
      else if (channel.externalId !== undefined) {
        calls += 1;
        seen.set(channel.id, await unlisted(workspace, channel.externalId));
      } else if (!channel.autoCreate) seen.set(channel.id, { state: 'not_found' });
    }
    return { seen, calls };
  },
});

/** By its id where that is known: a name may be another channel's by now. */
const isThat = (one: SlackChannel, { externalId, name }: Channel): boolean =>
  externalId === undefined ? one.name === name : one.id === externalId;

function seenOf({ id, name, isArchived, isMember }: SlackChannel): SeenChannel {
  const state = isArchived ? 'archived' : isMember ? 'ok' : 'no_access';
  return { state, externalId: id, name };
}

/** Archived ones are not listed. */
async function unlisted(workspace: SlackWorkspace, externalId: string): Promise<SeenChannel> {
  const found = await asked(() => workspace.channel(externalId));
  return found ? seenOf(found) : { state: 'not_found' };
}
