import { describe, expect, it } from 'vitest';
import { claim, consumeForRegistration, newContact, requestCode } from '../domain/contact.ts';
import type { Contacts } from './ports.ts';

const at = new Date('2026-03-02T08:55:00Z');
const asked = (id: string, value: string, challengeId: string) =>
  requestCode(newContact(id, 'email', value, at), { challengeId, code: '482913', codeHash: 'hash' }, at);

/** Every Contacts must pass: run it on the one in memory and on the one in the store. */
export const contactRepositoryContract = (name: string, make: () => Promise<Contacts>) =>
  describe(`${name} keeps the promises of Contacts`, () => {
    it('finds what was saved by address, id, challenge and registration', async () => {
      const contacts = await make();
      const { next, facts } = asked('k1', 'ada@example.org', 'c1');
      await contacts.save(next, facts);
      const ids = { personId: 'p1', tokenHash: 'token-hash', sessionId: 's1' };
      const proven = consumeForRegistration(next, 'c1', ids, at);
      await contacts.save(proven, []);

      expect(await contacts.find('email', 'ada@example.org')).toEqual(proven);
      expect(await contacts.findById('k1')).toEqual(proven);
      expect(await contacts.findByChallenge('c1')).toEqual(proven);
      expect(await contacts.findByRegistration('token-hash')).toEqual(proven);
    });

    it('finds nothing under what it has not', async () => {
      const contacts = await make();
      const { next } = asked('k1', 'ada@example.org', 'c1');
      await contacts.save(next, []);
      expect(await contacts.find('sms', 'ada@example.org')).toBeUndefined();
      expect(await contacts.findByChallenge('c2')).toBeUndefined();
      expect(await contacts.findByRegistration('token-hash')).toBeUndefined();
    });

    it('keeps one contact per address: the later of two is told to read again', async () => {
      const contacts = await make();
      const both = ['k1', 'k2'].map((id) => contacts.save(asked(id, 'ada@example.org', `c-${id}`).next, []));
      const outcomes = await Promise.allSettled(both);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(outcomes.find((one) => one.status === 'rejected')?.reason).toMatchObject({ kind: 'stale' });
    });

    it('refuses to overwrite a newer version', async () => {
      const contacts = await make();
      const { next } = asked('k1', 'ada@example.org', 'c1');
      await contacts.save(next, []);
      const claimed = claim(next, 'p1', at);
      await contacts.save(claimed, []);
      await expect(contacts.save(claimed, [])).rejects.toMatchObject({ kind: 'stale' });
    });

    it('removes a contact at the version that was read', async () => {
      const contacts = await make();
      const { next } = asked('k1', 'ada@example.org', 'c1');
      await contacts.save(next, []);
      await expect(contacts.remove({ ...next, version: 7 })).rejects.toMatchObject({ kind: 'stale' });
      await contacts.remove(next);
      expect(await contacts.findById('k1')).toBeUndefined();
    });
  });
