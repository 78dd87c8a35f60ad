import { describe, expect, it } from 'vitest';
import type { People } from '../ports.ts';
import { personNamed } from '../testing.ts';

/** Every copy of people keeps these promises. */
export const peopleContract = (name: string, make: () => Promise<People>) =>
  describe(`${name} keeps the promises of People`, () => {
    const ada = (version: number) => {
      const { snoozed: _none, ...person } = personNamed(`Ada ${version}`, 'ada', version);
      return person;
    };

    it('takes what is new', async () => {
      const people = await make();
      expect([await people.put(ada(1)), await people.put(ada(2))]).toEqual([true, true]);
    });

    it('takes the same again, for a handler that did not finish the first time', async () => {
      const people = await make();
      await people.put(ada(2));
      expect(await people.put(ada(2))).toBe(true);
    });

    it('drops what is older than known', async () => {
      const people = await make();
      await people.put(ada(2));
      expect(await people.put(ada(1))).toBe(false);
    });

    it('finds those that are known', async () => {
      const people = await make();
      await people.put(ada(2));
      expect(await people.findMany(['ada', 'ghost'])).toEqual([personNamed('Ada 2', 'ada', 2)]);
    });

    it('remembers on which days somebody wishes no reminders, through changes of the name', async () => {
      const people = await make();
      await people.snooze('ada', { vw: '2026-03-02' });
      await people.put(ada(1));
      await people.snooze('ada', { quay: '2026-03-03' });
      expect(await people.findMany(['ada'])).toMatchObject([
        { displayName: 'Ada 1', snoozed: { vw: '2026-03-02', quay: '2026-03-03' } },
      ]);
    });

    it('remembers who is disabled', async () => {
      const people = await make();
      await people.put({ ...ada(1), active: false });
      expect(await people.findMany(['ada'])).toMatchObject([{ active: false }]);
    });

    it('forgets names, and drops what arrives late', async () => {
      const people = await make();
      await people.put(ada(1));
      await people.forget('ada');
      expect(await people.put(ada(2))).toBe(false);
      expect(await people.findMany(['ada'])).toMatchObject([{ displayName: '', firstName: '', reminders: false }]);
    });
  });
