import { describe, expect, it } from 'vitest';
import { revokeToken, rotateToken } from '../domain/access-token.ts';
import { enter, noAdministrators } from '../domain/administrators.ts';
import { revokeSession, slidingLife, startSession } from '../domain/session.ts';
import type { AccessTokens, Administrators, Sessions } from './ports.ts';

const at = new Date('2026-03-02T08:55:00Z');
const session = (id: string, personId = 'ada') =>
  startSession({ id, personId, tokenHash: `hash-${id}`, device: 'curl', way: 'code' }, slidingLife(1), at);

export type Credentials = Readonly<{ sessions: Sessions; accessTokens: AccessTokens; administrators: Administrators }>;

/** Every such trio must pass: run it on those in memory and on those in the store. */
export const credentialRepositoriesContract = (name: string, make: () => Promise<Credentials>) =>
  describe(`${name} keep the promises of Sessions, AccessTokens and Administrators`, () => {
    it('find a session by id, token and person', async () => {
      const { sessions } = await make();
      const [mine, other] = [session('s1'), session('s2', 'bob')];
      await Promise.all([sessions.save(mine.next, mine.facts), sessions.save(other.next, other.facts)]);
      expect(await sessions.find('s1')).toEqual(mine.next);
      expect(await sessions.findByToken('hash-s1')).toEqual(mine.next);
      expect(await sessions.findByToken('hash')).toBeUndefined();
      expect(await sessions.ofPerson('ada')).toEqual([mine.next]);
    });

    it('let one of several insert the session of an id that was settled', async () => {
      const { sessions } = await make();
      const rivals = [1, 2, 3, 4].map((n) => ({ ...session('s1').next, tokenHash: `hash-${n}` }));
      const outcomes = await Promise.allSettled(rivals.map((rival) => sessions.save(rival, [])));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of outcomes.filter((outcome) => outcome.status === 'rejected')) {
        expect(one.reason).toMatchObject({ kind: 'stale' });
      }
    });

    it('keep what a session became', async () => {
      const { sessions } = await make();
      const { next } = session('s1');
      await sessions.save(next, []);
      const revoked = revokeSession(next, at)!.next;
      await sessions.save(revoked, []);
      expect(await sessions.find('s1')).toEqual(revoked);
      await sessions.remove(revoked);
      expect(await sessions.find('s1')).toBeUndefined();
    });

    it('keep one token per person, found by the newest hash only', async () => {
      const { accessTokens } = await make();
      const wanted = { personId: 'ada', tokenId: 't1', token: 'secret-token', tokenHash: 'h1' };
      const first = rotateToken(undefined, wanted, at).next;
      await accessTokens.save(first, []);
      const second = rotateToken(first, { ...wanted, tokenId: 't2', tokenHash: 'h2' }, at).next;
      await accessTokens.save(second, []);
      expect(await accessTokens.findByToken('h1')).toBeUndefined();
      expect(await accessTokens.findByToken('h2')).toEqual(second);
      const revoked = revokeToken(second, at)!.next;
      await accessTokens.save(revoked, []);
      expect(await accessTokens.find('ada')).toEqual(revoked);
    });

    it('keep one list of administrators, which two cannot change at once', async () => {
      const { administrators } = await make();
      expect(await administrators.find()).toMatchObject(noAdministrators);
      const rivals = ['ada', 'bob'].map((id) => administrators.save(enter(noAdministrators, id)!));
      const outcomes = await Promise.allSettled(rivals);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await administrators.find()).ids).toHaveLength(1);
    });
  });
