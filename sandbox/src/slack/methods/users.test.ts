import { systemClock } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import type { MessageStore } from '../../messages/message-store.ts';
import type { Arguments, Method } from '../method.ts';
import { Workspace } from '../workspace.ts';
import { info, lookupByEmail } from './users.ts';

type Answer = { user: { id: string; real_name: string; profile: { email: string; avatar_hash: string } } };
const workspace = new Workspace('example.org', systemClock);
const call = (method: Method, args: Arguments) =>
  method({ args, workspace, store: {} as MessageStore, scopes: [], announce: () => undefined }) as unknown as Answer;

describe('a member', () => {
  it('has a name that follows from the address', () => {
    expect(call(lookupByEmail, { email: 'ada.king-noel@example.org' }).user.real_name).toBe('Ada King Noel');
  });

  it('is the same by address, in any case, and by id', () => {
    const { user } = call(lookupByEmail, { email: 'Ada@Example.org' });
    expect(user.profile.email).toBe('ada@example.org');
    expect(call(info, { user: user.id })).toEqual({ user });
  });

  it('is not somebody else', () => {
    const [ada, bob] = ['ada', 'bob'].map((name) => call(lookupByEmail, { email: `${name}@example.org` }).user);
    expect(ada?.id).not.toBe(bob?.id);
    expect(ada?.profile.avatar_hash).not.toBe(bob?.profile.avatar_hash);
  });

  it.each([
    [lookupByEmail, { email: 'ada@elsewhere.test' }, 'users_not_found'],
    [lookupByEmail, { email: '@example.org.evil.test' }, 'users_not_found'],
    [info, { user: 'U0NOBODY00' }, 'user_not_found'],
  ])('who is none is not found', (method, args, error) => {
    expect(() => call(method, args)).toThrow(error);
  });
});
