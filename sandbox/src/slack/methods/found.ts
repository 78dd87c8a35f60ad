import { type Call, textOf } from '../method.ts';
import { SlackError } from '../slack-error.ts';
import type { Conversation } from '../workspace.ts';

/** The conversation that a call is about. */
export function found({ args, workspace }: Pick<Call, 'args' | 'workspace'>): Conversation {
  const conversation = workspace.find(textOf(args, 'channel'));
  if (!conversation) throw new SlackError('channel_not_found');
  return conversation;
}
