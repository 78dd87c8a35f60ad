import { describe, expect, it } from 'vitest';
import { askReset, noPassword } from '../../domain/accounts/password.ts';
import { askForAccount, newSignUp, settleSignUp } from '../../domain/accounts/sign-up.ts';
import { countTry, noTries } from '../../domain/accounts/tries.ts';
import { begin, useUp } from '../../domain/oidc/authorization.ts';
import { awaitLogin, link, newIdentity } from '../../domain/oidc/service-identity.ts';
import type { AccountPorts } from './use-cases.ts';

const at = new Date('2026-10-27T15:00:00Z');
const asked = (id: string, tokenHash: string) => {
  const names = { firstName: 'Ana', lastName: 'Bell' };
  const secrets = { personId: 'p1', passwordHash: 'hash', browserHash: 'browser', token: 'token', tokenHash };
  return askForAccount(newSignUp(id, `${id}@example.com`), { ...names, ...secrets }, at);
};
const google = (id: string) =>
  newIdentity(
    id,
    {
      provider: 'google',
      subject: 'g',
      email: 'ana@example.com',
      isEmailVerified: true,
      firstName: 'A',
      lastName: 'B',
    },
    at,
  );
const stale = { kind: 'stale' };

type Repositories = Pick<AccountPorts, 'signUps' | 'passwords' | 'tries' | 'identities' | 'authorizations'>;

/** Every repository of accounts must pass: run it on those in memory and on those in the store. */
export const accountRepositoriesContract = (name: string, make: () => Promise<Repositories>) =>
  describe(`${name} keep the promises of accounts`, () => {
    it('find a sign-up by its name and by its link, until it is settled', async () => {
      const { signUps } = await make();
      const { next, facts } = asked('ana', 'link');
      await signUps.save(next, facts);
      expect([await signUps.find('ana'), await signUps.findByToken('link')]).toEqual([next, next]);
      await signUps.save(settleSignUp(next), []);
      expect(await signUps.findByToken('link')).toBeUndefined();
    });

    it('let the faster of two sign-ups of one name win', async () => {
      const { signUps } = await make();
      await signUps.save(asked('ana', 'one').next, []);
      await expect(signUps.save(asked('ana', 'two').next, [])).rejects.toMatchObject(stale);
    });

    it('find a password by its person and by its link', async () => {
      const { passwords } = await make();
      const { next, facts } = askReset(noPassword('p1'), { token: 't', tokenHash: 'h', to: 'ana@example.com' }, at)!;
      await passwords.save(next, facts);
      expect([await passwords.find('p1'), await passwords.findByReset('h')]).toEqual([next, next]);
      expect(await passwords.findByReset('other')).toBeUndefined();
    });

    it('count tries one after another, and forget them', async () => {
      const { tries } = await make();
      const first = countTry(noTries('ana'), at);
      await tries.save(first);
      await expect(tries.save(first)).rejects.toMatchObject(stale);
      expect(await tries.find('ana')).toEqual(first);
      await tries.remove(first);
      expect(await tries.find('ana')).toBeUndefined();
    });

    it('find the accounts that are linked to a person, and the one that waits for a login', async () => {
      const { identities } = await make();
      const waiting = awaitLogin(google('waiting'), 'h', at);
      await identities.save(waiting, []);
      expect(await identities.ofPerson('p1')).toEqual([]);
      expect(await identities.findByToken('h')).toEqual(waiting);
      const { next, facts } = link(waiting, 'p1', 'ana@example.com', at);
      await identities.save(next, facts);
      expect(await identities.ofPerson('p1')).toEqual([next]);
      expect(await identities.findByToken('h')).toBeUndefined();
    });

    it('use a sign-in through a service up once', async () => {
      const { authorizations } = await make();
      const begun = begin({ id: 's', provider: 'zoom', browserHash: 'b', next: '/' }, at);
      await authorizations.save(begun);
      const used = useUp(begun, 'b', at);
      await authorizations.save(used);
      await expect(authorizations.save(used)).rejects.toMatchObject(stale);
      expect(await authorizations.find('s')).toEqual(used);
    });
  });
