import { describe, expect, it } from 'vitest';
import { later, nine } from '../domain/testing.ts';
import type { Updates } from './ports.ts';

const north = { to: '#building', updateKey: 'north' };

/** Every Updates must pass: run it on the in-memory one and on the real one. */
export const updatesContract = (name: string, make: () => Promise<Updates>) =>
  describe(`${name} keeps the Updates promises`, () => {
    it('names the message whose place is taken', async () => {
      const updates = await make();

      expect(await updates.announce(north, 'm1', nine)).toBeUndefined();
      expect(await updates.announce(north, 'm2', later(1))).toBe('m1');
      expect(await updates.announce(north, 'm2', later(1))).toBeUndefined();
    });

    it('knows the latest by when it was asked for', async () => {
      const updates = await make();
      await updates.announce(north, 'm2', later(1));

      expect(await updates.announce(north, 'm1', nine)).toBeUndefined();

      expect(await updates.isLatest({ ...north, id: 'm2' })).toBe(true);
      expect(await updates.isLatest({ ...north, id: 'm1' })).toBe(false);
    });

    it('tells channels and keys apart', async () => {
      const updates = await make();
      await updates.announce(north, 'm1', nine);
      await updates.announce({ ...north, to: '#south' }, 'm2', later(1));
      await updates.announce({ ...north, updateKey: 'south' }, 'm3', later(1));

      expect(await updates.isLatest({ ...north, id: 'm1' })).toBe(true);
    });
  });
