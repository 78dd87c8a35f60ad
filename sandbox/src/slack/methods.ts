import type { Method } from './method.ts';
import { authTest } from './methods/auth.ts';
import { postEphemeral, postMessage, remove, update } from './methods/chat.ts';
import * as channels from './methods/channels.ts';
import * as conversations from './methods/conversations.ts';
import * as users from './methods/users.ts';

export const methods: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'chat.delete': remove,
  'chat.postEphemeral': postEphemeral,
  'chat.postMessage': postMessage,
  'chat.update': update,
  'conversations.archive': channels.archive,
  'conversations.create': channels.create,
  'conversations.info': conversations.info,
  'conversations.invite': channels.invite,
  'conversations.join': conversations.join,
  'conversations.kick': channels.kick,
  'conversations.leave': channels.leave,
  'conversations.list': conversations.list,
  'conversations.members': channels.members,
  'conversations.open': conversations.open,
  'users.conversations': conversations.ofUser,
  'users.info': users.info,
  'users.list': users.list,
  'users.lookupByEmail': users.lookupByEmail,
};
