import { describe, expect, it, vi } from 'vitest';
import { aPerson, aRegister, aSite, inMemoryPeople, personNamed } from '../testing.ts';
import { getAppStatusHandler, type PushTokens, setAppStatusHandler } from './app-status.ts';

const [ada, cy] = [aPerson('Ada Lovelace'), aPerson('Cy Clay')];

/** One owner per token, as identity keeps them. */
const inMemoryTokens = () => {
  const owners = new Map<string, string>();
  const tokens: PushTokens = { bind: async (personId, token) => void owners.set(token, personId) };
  return { ...tokens, owners };
};

const anApp = (pushTokens: PushTokens = inMemoryTokens()) => {
  const register = aRegister('2026-03-02T09:00:00Z');
  register.sites.put(register.site);
  const report = vi.fn<(error: unknown) => void>();
  const people = inMemoryPeople();
  const movements = { signIn: register.handleSignIn, signOut: register.handleSignOut };
  const deps = { ...register, ...movements, people, pushTokens, report };
  const set = setAppStatusHandler(deps);
  const post = (by = ada, more: Partial<Parameters<typeof set>[0]> = {}) =>
    set({ action: undefined, pushToken: '', siteId: '', ...more, by });
  return { ...deps, post, get: getAppStatusHandler(deps) };
};

describe('the mobile app', () => {
  it('signs in and out, and says when nothing changed (16)', async () => {
    const { post } = anApp();
    expect(await post(cy, { action: 'enter' })).toMatchObject({ statusUpdated: true, inOffice: true });
    expect(await post(cy, { action: 'enter' })).toMatchObject({ statusUpdated: false, inOffice: true });
    expect(await post(cy, { action: 'exit' })).toMatchObject({ statusUpdated: true, inOffice: false });
    expect(await post(cy, { action: 'exit' })).toMatchObject({ statusUpdated: false, inOffice: false });
  });

  it('is how the movement was made', async () => {
    const { post, visits } = anApp();
    await post(ada, { action: 'enter' });
    expect(visits.stored.get('v1')?.in.via).toBe('app');
  });

  it('takes a handed-over phone to its new owner (16)', async () => {
    const tokens = inMemoryTokens();
    const { post } = anApp(tokens);
    await post(ada, { pushToken: 'P1' });
    await post(cy, { action: 'enter', pushToken: 'P1' });
    expect([...tokens.owners]).toEqual([['P1', 'cy-clay']]);
  });

  it('signs in though the push token finds no home', async () => {
    const { post, report } = anApp({ bind: () => Promise.reject(new Error('identity is away')) });
    expect(await post(ada, { action: 'enter', pushToken: 'P1' })).toMatchObject({
      inOffice: true,
      statusUpdated: true,
    });
    expect(report).toHaveBeenCalledOnce();
  });

  it('shows both names, as far as they are known', async () => {
    const { get, people } = anApp();
    expect(await get({ siteId: '', by: ada })).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace' });
    await people.put(personNamed('Augusta King', ada.personId));
    expect(await get({ siteId: '', by: ada })).toMatchObject({ firstName: 'Augusta', lastName: 'King' });
  });

  it('has to say which site where there are several, unless the person is in one', async () => {
    const { post, sites } = anApp();
    sites.put(aSite({ name: 'Quay' }, 'quay'));
    await expect(post(ada, { action: 'enter' })).rejects.toMatchObject({ code: 'register.site_needed' });
    await post(ada, { action: 'enter', siteId: 'vw' });
    expect(await post(ada, { action: 'exit' })).toMatchObject({ siteId: 'vw', statusUpdated: true });
  });
});
