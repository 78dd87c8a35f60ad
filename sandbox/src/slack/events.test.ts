import { describe, expect, it } from 'vitest';
import * as events from './events.ts';

const open = { id: 'C1', name: 'teams' };
const closed = { id: 'G1', name: 'board', isPrivate: true };

describe('what an app is told of the workspace', () => {
  it.each([
    [events.teamJoin({ id: 'U1' }), { type: 'team_join', user: { id: 'U1' } }],
    [events.userChange({ id: 'U1', deleted: true }), { type: 'user_change', user: { id: 'U1', deleted: true } }],
    [
      events.memberJoined(open, 'U1', 'U2'),
      { type: 'member_joined_channel', channel: 'C1', user: 'U1', inviter: 'U2' },
    ],
    [events.memberJoined(open, 'U1'), { channel_type: 'C', team: 'T0GUILDHALL' }],
    [events.memberLeft(closed, 'U1'), { type: 'member_left_channel', channel: 'G1', channel_type: 'G' }],
    [events.channelCreated(open), { type: 'channel_created', channel: { id: 'C1', name: 'teams' } }],
    [events.channelArchived(open, 'U1'), { type: 'channel_archive', channel: 'C1', user: 'U1' }],
    [events.channelArchived(closed), { type: 'group_archive', channel: 'G1' }],
    [events.channelUnarchived(open), { type: 'channel_unarchive', channel: 'C1' }],
    [events.channelRenamed(open), { type: 'channel_rename', channel: { id: 'C1', name: 'teams' } }],
    [events.channelDeleted(closed), { type: 'group_deleted', channel: 'G1' }],
  ])('%j has the fields of its type', (event, expected) => {
    expect(event).toMatchObject(expected);
  });
});
