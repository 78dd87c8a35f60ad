import { ProviderError, type SlackChannel, type SlackWorkspace } from '@guildhall/providers';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../domain/book.ts';
import { SystemError } from '../../app/systems/system-error.ts';
import { slackChannel } from '../../app/testing.ts';
import { plainInspector } from './plain-inspector.ts';
import { slackAccounts } from './slack-connector.ts';
import { slackInspector } from './slack-inspector.ts';

const everyScope = [
  'users:read',
  'users:read.email',
  'channels:read',
  'groups:read',
  'channels:manage',
  'groups:write',
];

const shown = (id: string, change: Partial<SlackChannel> = {}): SlackChannel => ({
  id,
  name: id.toLowerCase(),
  isPrivate: false,
  isArchived: false,
  isMember: true,
  ...change,
});

/** Lists a page at a time; what is archived is not listed. */
const workspace = (pages: readonly (readonly SlackChannel[])[], scopes: readonly string[] = everyScope) => {
  const asked: string[] = [];
  const fake = {
    test: async () => ({ teamId: 'T1', team: 'Guild', userId: 'UBOT', scopes }),
    channels: async function* channels() {
      yield* pages.map((page) => page.filter(({ isArchived }) => !isArchived));
    },
    channel: async (id: string) => {
      asked.push(id);
      return pages.flat().find((one) => one.id === id);
    },
  };
  return { inspector: slackInspector(fake as Partial<SlackWorkspace> as SlackWorkspace), asked };
};

const states = async (channels: readonly Channel[], pages: readonly (readonly SlackChannel[])[]) => {
  const { inspector, asked } = workspace(pages);
  const { seen, calls } = await inspector.channels(channels);
  return { states: channels.map(({ id }) => seen.get(id)?.state), seen, calls, asked };
};

describe('a workspace', () => {
  it('names the rights that our access lacks, of two that do the same only one', async () => {
    const lacking = workspace([], ['users:read', 'users:read.email', 'channels:read', 'groups:read', 'channels:write']);
    expect(await lacking.inspector.about()).toEqual({ workspace: 'Guild', missingScopes: ['groups:write'] });
    expect((await workspace([]).inspector.about()).missingScopes).toEqual([]);
  });

  it('shows channels of any page, by their name while no id is known', async () => {
    const found = await states([slackChannel('a', 'c2')], [[shown('C1')], [shown('C2')]]);
    expect(found).toMatchObject({ states: ['ok'], calls: 2, asked: [] });
    expect(found.seen.get('a')).toEqual({ state: 'ok', externalId: 'C2', name: 'c2' });
  });

  it('shows a channel by its id whatever its name is by now', async () => {
    const renamed = slackChannel('a', 'before', { externalId: 'C1' });
    const found = await states([renamed], [[shown('C1', { name: 'after' })]]);
    expect(found.seen.get('a')).toEqual({ state: 'ok', externalId: 'C1', name: 'after' });
  });

  it('asks for what is not listed: it is archived, or gone', async () => {
    const channels = [slackChannel('a', 'x', { externalId: 'C1' }), slackChannel('b', 'y', { externalId: 'C9' })];
    const found = await states(channels, [[shown('C1', { isArchived: true })]]);
    expect(found).toMatchObject({ states: ['archived', 'not_found'], asked: ['C1', 'C9'], calls: 3 });
  });

  it('shows no access where our app is no member', async () => {
    expect((await states([slackChannel('a', 'c1')], [[shown('C1', { isMember: false })]])).states).toEqual([
      'no_access',
    ]);
  });

  it('tells nothing of a channel that is made when it is needed', async () => {
    const channels = [slackChannel('a', 'new', { autoCreate: true }), slackChannel('b', 'none')];
    expect((await states(channels, [[]])).states).toEqual([undefined, 'not_found']);
  });
});

describe('another system', () => {
  const inspector = (members: (channel: Channel) => AsyncIterable<readonly string[]>) =>
    plainInspector({ members, test: async () => undefined } as never);
  const state = async (error?: Error) => {
    const { seen } = await inspector(async function* members() {
      if (error) throw error;
      yield [];
    }).channels([slackChannel('a', 'group')]);
    return seen.get('a')?.state;
  };

  it('shows a channel as its members can be read', async () => {
    expect(await state()).toBe('ok');
    expect(await state(new SystemError('channel', 'notFound'))).toBe('not_found');
    expect(await state(new SystemError('channel', 'forbidden'))).toBe('no_access');
  });

  it('throws what is no fault of the channel', async () => {
    await expect(state(new SystemError('connection', 'invalid_grant'))).rejects.toThrow('invalid_grant');
  });
});

describe('closing an account', () => {
  const closing = (failure: ProviderError) =>
    slackAccounts({ deactivate: async () => Promise.reject(failure) } as never).deactivate('U1');

  it.each(['connection', 'user'] as const)(
    'is a person’s where our right to it is refused for the %s',
    async (about) => {
      const refused = new ProviderError('no', { permanent: true, code: 'refused', about });
      expect(await closing(refused)).toBe('unavailable');
    },
  );

  it('is tried again where it only did not work', async () => {
    const failed = new ProviderError('no', { permanent: false, code: 'internal_error', about: 'call' });
    await expect(closing(failed)).rejects.toMatchObject({ fault: 'call' });
  });
});
