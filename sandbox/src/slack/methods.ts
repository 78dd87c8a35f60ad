import type { Method } from './method.ts';
import { authTest } from './methods/auth.ts';
import { postMessage, update } from './methods/chat.ts';
import * as conversations from './methods/conversations.ts';
import * as users from './methods/users.ts';

export const methods: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'chat.postMessage': postMessage,
  'chat.update': update,
  'conversations.info': conversations.info,
  'conversations.join': conversations.join,
  'conversations.list': conversations.list,
  'conversations.open': conversations.open,
  'users.info': users.info,
  'users.lookupByEmail': users.lookupByEmail,
};
