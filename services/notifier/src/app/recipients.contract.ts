import { describe, expect, it } from 'vitest';
import type { Recipient } from '../domain/reach.ts';
import type { Recipients } from './ports.ts';

const mail = { id: 'c1', channel: 'email' as const, value: 'ada@example.org' };
const phone = { id: 'c2', channel: 'sms' as const, value: '+447700900123' };
const ada: Recipient = { personId: 'p1', version: 3, locale: 'fr', preferredContactId: 'c1', contacts: [mail, phone] };

/** Every Recipients must pass: run it on the in-memory one and on the real one. */
export const recipientsContract = (name: string, make: () => Promise<Recipients>) =>
  describe(`${name} keeps the Recipients promises`, () => {
    it('returns what was put', async () => {
      const recipients = await make();

      await recipients.put(ada);

      expect(await recipients.find('p1')).toEqual(ada);
      expect(await recipients.findMany(['p1', 'p1', 'nobody'])).toEqual(new Map([['p1', ada]]));
    });

    it('keeps what is newer, in whatever order it comes', async () => {
      const recipients = await make();

      await recipients.put(ada);
      await recipients.put({ ...ada, version: 2, contacts: [] });
      expect(await recipients.find('p1')).toEqual(ada);

      const { locale: _locale, ...moved } = ada;
      await recipients.put({ ...moved, version: 4, contacts: [mail] });
      expect(await recipients.find('p1')).toEqual({ ...moved, version: 4, contacts: [mail] });
    });

    it('finds the survivor under the merged one’s id, also through several merges, and back', async () => {
      const recipients = await make();
      await recipients.put({ ...ada, personId: 'p3' });
      await recipients.redirect('p1', 'p2');
      await recipients.redirect('p2', 'p3');

      expect((await recipients.find('p1'))?.contacts).toEqual([mail, phone]);

      await recipients.redirect('p1', undefined);
      await recipients.put({ ...ada, contacts: [phone] });
      expect((await recipients.find('p1'))?.contacts).toEqual([phone]);
    });

    it('forgets for good', async () => {
      const recipients = await make();
      await recipients.put(ada);

      await recipients.remove('p1');
      await recipients.remove('p1');
      await recipients.put({ ...ada, version: 9 });

      expect((await recipients.find('p1'))?.contacts).toEqual([]);
      expect(await recipients.find('p1')).not.toHaveProperty('locale');
    });
  });
