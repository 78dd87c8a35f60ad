import { describe, expect, it } from 'vitest';
import { plainLinks } from '../reminders/testing.ts';
import { aPerson, aRegister } from '../testing.ts';
import { readSignOutLinkHandler, signOutToken, useSignOutLinkHandler } from './sign-out-link.ts';

const ada = aPerson('Ada Lovelace');
const from = { ip: '192.0.2.9', userAgent: 'Mail' };

const aLink = async () => {
  const register = aRegister('2026-03-02T09:00:00Z');
  await register.signIn(ada);
  const deps = { ...register, links: plainLinks, signOut: register.handleSignOut };
  const token = signOutToken(plainLinks, register.visits.stored.get('v1')!);
  const read = readSignOutLinkHandler(deps);
  const use = useSignOutLinkHandler(deps);
  return {
    ...register,
    token,
    read: () => read({ token, ...from }),
    use: () => use({ token, ...from }),
    useToken: use,
  };
};

describe('a sign-out link', () => {
  it('changes nothing when it is only looked at', async () => {
    const { read, visits } = await aLink();
    expect(await read()).toMatchObject({ open: true, changed: false });
    expect(visits.stored.get('v1')?.open).toBe(true);
  });

  it('signs the person out, and says so in the audit entry', async () => {
    const { use, visits } = await aLink();
    expect(await use()).toMatchObject({ open: false, changed: true });
    expect(visits.stored.get('v1')?.out).toMatchObject({ via: 'token', ip: '192.0.2.9', userAgent: 'Mail' });
  });

  it('changes nothing the second time', async () => {
    const { use, visits } = await aLink();
    await use();
    expect(await use()).toMatchObject({ open: false, changed: false });
    expect(visits.stored.get('v1')?.version).toBe(2);
  });

  it('does not end a visit that began later', async () => {
    const { use, signIn, signOut, visits } = await aLink();
    await signOut(ada);
    await signIn(ada);
    expect(await use()).toMatchObject({ changed: false });
    expect(visits.stored.get('v2')?.open).toBe(true);
  });

  it('works until the day ends at the site, and not after', async () => {
    const { use, read, clock } = await aLink();
    clock.set('2026-03-02T23:59:59.999Z');
    expect(await read()).toMatchObject({ open: true });
    clock.set('2026-03-03T00:00:00Z');
    await expect(use()).rejects.toMatchObject({ kind: 'gone', code: 'register.link_unusable' });
  });

  it('is worthless when it was made for something else', async () => {
    const { useToken, visits } = await aLink();
    const token = plainLinks.sign('answer', { visitId: 'v1', personId: ada.personId }, visits.stored.get('v1')!.until);
    await expect(useToken({ token, ...from })).rejects.toMatchObject({ code: 'register.link_unusable' });
  });
});
