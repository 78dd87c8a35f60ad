import { systemClock } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import type { MessageStore } from '../../messages/message-store.ts';
import type { Arguments, Method } from '../method.ts';
import { Workspace } from '../workspace.ts';
import { info, join, list, open } from './conversations.ts';

const workspace = new Workspace('example.org', systemClock);
const ada = workspace.memberByEmail('ada@example.org');
const call = (method: Method, args: Arguments) =>
  method({ args, workspace, store: {} as MessageStore, scopes: [], announce: () => undefined }) as Record<
    string,
    { id: string; name: string }
  >;
type Page = { channels: { name: string; is_archived: boolean }[]; response_metadata: { next_cursor: string } };
const page = (args: Arguments) => call(list, args) as unknown as Page;

describe('the list of conversations', () => {
  it('goes on from its cursor, and says when it is over', () => {
    const first = page({ limit: 3 });
    const second = page({ limit: 3, cursor: first.response_metadata.next_cursor });
    expect([...first.channels, ...second.channels].map(({ name }) => name)).toEqual([
      'general',
      'building',
      'random',
      'archive',
      'teams',
      't_area_district',
    ]);
    const last = page({ limit: 3, cursor: second.response_metadata.next_cursor });
    expect(last.response_metadata.next_cursor).toBe('');
  });

  it('leaves out archived channels when asked to', () => {
    expect(page({ exclude_archived: true }).channels.some(({ is_archived }) => is_archived)).toBe(false);
  });

  it('has no private channels and no direct messages', () => {
    expect(page({ types: 'private_channel,im' }).channels).toEqual([]);
  });

  it('refuses a cursor that makes no sense', () => {
    expect(() => page({ cursor: '???' })).toThrow('invalid_cursor');
  });
});

describe('a conversation', () => {
  it('is found by its id and by its name', () => {
    const { channel } = call(info, { channel: '#building' });
    expect(call(info, { channel: channel?.id })).toEqual({ channel });
  });

  it('can be joined unless it is archived', () => {
    expect(call(join, { channel: '#random' }).channel).toMatchObject({ name: 'random', is_member: true });
    expect(() => call(join, { channel: '#archive' })).toThrow('is_archived');
  });

  it('with one member is opened once, however often it is asked for', () => {
    const first = call(open, { users: ada?.id }).channel;
    expect(call(open, { users: ada?.id }).channel).toEqual(first);
    expect(call(open, { channel: first?.id }).channel).toMatchObject({ is_im: true, user: ada?.id });
  });

  it.each([
    [{}, 'users_list_not_supplied'],
    [{ users: 'U0NOBODY00' }, 'user_not_found'],
    [{ users: `${ada?.id},${ada?.id}` }, 'user_not_found'],
    [{ channel: 'D0NOWHERE0' }, 'channel_not_found'],
  ])('%j cannot be opened: %s', (args, error) => {
    expect(() => call(open, args)).toThrow(error);
  });
});
