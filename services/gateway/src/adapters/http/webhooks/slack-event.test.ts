import { timestampDate } from '@bufbuild/protobuf/wkt';
import { sealer } from '@guildhall/messaging';
import { describe, expect, it } from 'vitest';
import { readEvent } from './slack-event.ts';

const now = new Date('2026-11-20T12:00:00Z');
const platformKey = sealer(new Uint8Array(32).fill(7));
const user = {
  id: 'U1',
  deleted: false,
  is_bot: false,
  is_restricted: true,
  profile: { email: 'ada@example.org', real_name: 'Ada Lovelace', phone: '+447700900123' },
};
const read = (event: object, change: object = {}) =>
  readEvent(
    { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event_time: 1_700_000_000, event, ...change },
    platformKey,
    now,
  );

describe('an event of Slack', () => {
  it.each<[object, object]>([
    [
      { type: 'team_join', user },
      {
        type: 'team_join',
        teamId: 'T1',
        userId: 'U1',
        email: 'ada@example.org',
        userName: 'Ada Lovelace',
        isGuest: true,
      },
    ],
    [
      { type: 'user_change', user: { ...user, deleted: true } },
      { deleted: true, isBot: false },
    ],
    [
      { type: 'user_change', user: { id: 'U2', is_bot: true } },
      { userId: 'U2', isBot: true, email: '' },
    ],
    [
      { type: 'member_joined_channel', user: 'U1', channel: 'C1', inviter: 'U9' },
      { userId: 'U1', channelId: 'C1', inviterId: 'U9' },
    ],
    [
      { type: 'member_left_channel', user: 'U1', channel: 'G1' },
      { channelId: 'G1', inviterId: '' },
    ],
    [
      { type: 'channel_archive', channel: 'C1', user: 'U9' },
      { channelId: 'C1', userId: 'U9' },
    ],
    [
      { type: 'channel_rename', channel: { id: 'C1', name: 'teams', created: 1 } },
      { channelId: 'C1', channelName: 'teams', userId: '' },
    ],
    [
      { type: 'channel_deleted', channel: 'C1' },
      { type: 'channel_deleted', channelId: 'C1' },
    ],
    [
      { type: 'tokens_revoked', tokens: { bot: ['U1'] } },
      { type: 'tokens_revoked', userId: '', channelId: '' },
    ],
  ])('%j says whom and what it is about', (event, expected) => {
    expect(read(event)).toMatchObject({ eventId: 'Ev1', ...expected });
  });

  it.each([{ user: 7 }, { user: { name: 'nobody' } }, { user: { ...user, id: 'a.b' } }, { channel: ['C1'] }])(
    'with %j in place of what is usual is taken without that',
    (odd) => {
      expect(read({ type: 'user_change', ...odd })).toMatchObject({ userId: '', channelId: '' });
    },
  );

  it('leaves out a text that is too long for it', () => {
    const profile = { email: `${'x'.repeat(400)}@example.org`, real_name: 'Ada' };
    expect(read({ type: 'user_change', user: { ...user, profile } })).toMatchObject({ email: '', userName: 'Ada' });
  });

  it('happened when Slack says, else now', () => {
    expect(timestampDate(read({ type: 'x' }).at as never)).toEqual(new Date(1_700_000_000_000));
    expect(timestampDate(read({ type: 'x' }, { event_time: 'soon' }).at as never)).toEqual(now);
  });

  it('is there as a whole for who has the key', () => {
    const event = { type: 'team_join', user };
    const { sealedEvent } = read(event);

    expect(platformKey.open(sealedEvent!, 'Ev1')).toEqual(event);
    expect(Buffer.from(sealedEvent!).toString('latin1')).not.toContain('7700');
    expect(() => platformKey.open(sealedEvent!, 'Ev2')).toThrow('authenticate');
  });

  it('is not there as a whole when it is very large', () => {
    expect(read({ type: 'message', text: 'x'.repeat(70_000) }).sealedEvent).toBeUndefined();
  });

  it.each([
    { event_id: undefined },
    { event_id: 'a b' },
    { team_id: 'x.y' },
    { event: {} },
    { event: { type: 'A B' } },
  ])('is none with %j', (change) => {
    expect(() => read({ type: 'x' }, change)).toThrow('an event_id, a team_id and an event');
  });
});
