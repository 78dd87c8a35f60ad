import type { Conversation } from './conversations.ts';
import * as events from './events.ts';
import type { Call } from './method.ts';
import { published } from './methods/users.ts';
import type { Member } from './people.ts';

/** Where changes happen, and who is told of them. */
export type Scene = Pick<Call, 'workspace' | 'announce'>;

export function made({ workspace, announce }: Scene, name: string, isPrivate: boolean): Conversation {
  const channel = workspace.create(name, isPrivate);
  // Of a private channel only who is in it hears.
  if (!isPrivate) announce(events.channelCreated(channel));
  return channel;
}

export function archived({ workspace, announce }: Scene, channel: Conversation): void {
  announce(events.channelArchived(workspace.archive(channel)));
}

export function unarchived({ workspace, announce }: Scene, channel: Conversation): void {
  announce(events.channelUnarchived(workspace.unarchive(channel)));
}

export function renamed({ workspace, announce }: Scene, channel: Conversation, name: string): void {
  announce(events.channelRenamed(workspace.rename(channel, name)));
}

export function deleted({ workspace, announce }: Scene, channel: Conversation): void {
  workspace.remove(channel);
  announce(events.channelDeleted(channel));
}

export function joinedBy({ workspace, announce }: Scene, channel: Conversation, who: string, inviter?: string): void {
  workspace.join(channel, who);
  announce(events.memberJoined(channel, who, inviter));
}

export function leftBy({ workspace, announce }: Scene, channel: Conversation, who: string): void {
  workspace.leave(channel, who);
  announce(events.memberLeft(channel, who));
}

export function cameIn({ workspace, announce }: Scene, email: string, more: Partial<Member>): Member {
  const member = workspace.addMember(email, more);
  announce(events.teamJoin(published(member)));
  return member;
}

export function changed({ workspace, announce }: Scene, member: Member): Member {
  workspace.putMember(member);
  announce(events.userChange(published(member)));
  return member;
}
