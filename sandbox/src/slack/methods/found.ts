import { type Call, textOf } from '../method.ts';
import { SlackError } from '../slack-error.ts';
import type { Conversation } from '../conversations.ts';
import { bot, type Workspace } from '../workspace.ts';

/** The conversation that a call is about; a private channel is none to who is not in it. */
export function found({ args, workspace }: Pick<Call, 'args' | 'workspace'>): Conversation {
  const conversation = workspace.find(textOf(args, 'channel'));
  if (!conversation || !isVisible(conversation, workspace)) throw new SlackError('channel_not_found');
  return conversation;
}

export const isVisible = (conversation: Conversation, workspace: Workspace): boolean =>
  !conversation.isPrivate || workspace.isIn(conversation, bot.userId);
