import { describe, expect, it } from 'vitest';
import type { People } from '../ports.ts';

/** Every copy of people keeps these promises. */
export const peopleContract = (name: string, make: () => Promise<People>) =>
  describe(`${name} keeps the promises of People`, () => {
    const ada = (version: number) => ({ id: 'ada', displayName: `Ada ${version}`, version });

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
  });
