import type { MessageStore } from '../messages/message-store.ts';
import type { Announce } from './events.ts';
import type { Workspace } from './workspace.ts';

export type Arguments = Readonly<Record<string, string | number | boolean | undefined>>;

export type Call = Readonly<{
  args: Arguments;
  workspace: Workspace;
  store: MessageStore;
  scopes: readonly string[];
  /** To be called with each change that apps can ask to hear of. */
  announce: Announce;
}>;

/** Answers one Web API method, without the `ok`; refuses by throwing a SlackError. */
export type Method = (call: Call) => Promise<Record<string, unknown>> | Record<string, unknown>;

export const textOf = (args: Arguments, name: string): string => String(args[name] ?? '');
