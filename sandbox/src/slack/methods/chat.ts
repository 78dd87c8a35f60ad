import { type Block, readBlocks, wordsOf } from '../blocks.ts';
import { type Arguments, type Call, type Method, textOf } from '../method.ts';
import { SlackError } from '../slack-error.ts';
import type { Conversation } from '../conversations.ts';
import { bot, recipientOf, team } from '../workspace.ts';
import { found } from './found.ts';

const longestText = 40_000;
const mostAttachments = 100;

export const postMessage: Method = async (call) => {
  const conversation = openConversation(call);
  const content = readContent(call.args);
  const ts = call.workspace.nextTs();
  await record(call, 'chat.postMessage', conversation, content, ts);
  return { channel: conversation.id, ts, message: messageOf(content, ts) };
};

/** The new wording is kept as an entry of its own, under the `ts` of the message it replaces. */
export const update: Method = async (call) => {
  const conversation = openConversation(call);
  const ts = textOf(call.args, 'ts');
  assertThere(call, conversation, ts);
  const content = readContent(call.args);
  await record(call, 'chat.update', conversation, content, ts);
  return {
    channel: conversation.id,
    ts,
    text: content.text,
    message: { ...messageOf(content, ts), blocks: undefined },
  };
};

/** What was sent stays in the inbox; that it was taken back is an entry of its own. */
export const remove: Method = async (call) => {
  const conversation = openConversation(call);
  const ts = textOf(call.args, 'ts');
  assertThere(call, conversation, ts);
  await record(call, 'chat.delete', conversation, { text: '', blocks: [], attachments: [] }, ts);
  return { channel: conversation.id, ts };
};

/** A message that one member sees, in a channel where both are. */
export const postEphemeral: Method = async (call) => {
  const conversation = openConversation(call);
  const member = call.workspace.member(textOf(call.args, 'user'));
  if (!member || !call.workspace.isIn(conversation, member.id)) throw new SlackError('user_not_in_channel');
  const content = readContent(call.args);
  const ts = call.workspace.nextTs();
  await record(call, 'chat.postEphemeral', conversation, content, ts);
  return { message_ts: ts };
};

function assertThere({ store }: Call, { id }: Conversation, ts: string): void {
  const last = store.list('slack').findLast(({ raw }) => raw.ts === ts && raw.channel === id)?.raw.method;
  const isThere = last !== undefined && last !== 'chat.delete' && last !== 'chat.postEphemeral';
  if (!isThere) throw new SlackError('message_not_found');
}

type Content = Readonly<{
  text: string;
  blocks: readonly Block[];
  attachments: readonly unknown[];
  metadata?: unknown;
}>;

function openConversation(call: Call): Conversation {
  const conversation = found(call);
  if (conversation.isArchived) throw new SlackError('is_archived');
  if (!call.workspace.isIn(conversation, bot.userId)) throw new SlackError('not_in_channel');
  return conversation;
}

function readContent(args: Arguments): Content {
  const text = textOf(args, 'text') || textOf(args, 'markdown_text');
  const blocks = readBlocks(args.blocks);
  const attachments = readJson(textOf(args, 'attachments'), 'invalid_attachments') ?? [];
  const metadata = readJson(textOf(args, 'metadata'), 'invalid_metadata_format');
  if (!Array.isArray(attachments)) throw new SlackError('invalid_attachments');
  if (attachments.length > mostAttachments) throw new SlackError('too_many_attachments');
  if (text.length > longestText) throw new SlackError('msg_too_long');
  if (text.trim() === '' && blocks.length === 0 && attachments.length === 0) throw new SlackError('no_text');
  return { text, blocks, attachments, ...(metadata !== undefined && { metadata }) };
}

function readJson(text: string, refusal: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new SlackError(refusal);
  }
}

const messageOf = ({ text, blocks, metadata }: Content, ts: string) => ({
  type: 'message',
  subtype: 'bot_message',
  text,
  ts,
  team: team.id,
  user: bot.userId,
  bot_id: bot.id,
  ...(blocks.length > 0 && { blocks }),
  ...(metadata !== undefined && { metadata }),
});

async function record({ args, store }: Call, method: string, to: Conversation, content: Content, ts: string) {
  const { token: _secret, ...sent } = args;
  const { text, blocks, attachments, metadata } = content;
  const raw = { ...sent, method, channel: to.id, ts, blocks, attachments, metadata };
  await store.record({ channel: 'slack', to: recipientOf(to), text: text || wordsOf(blocks), raw });
}
