import { beforeEach, describe, expect, it } from 'vitest';
import type { HitLogs } from './limiter.ts';

const later = new Date('2026-03-02T10:00:00Z');

/** What whoever counts requests promises. */
export function hitLogsContract(name: string, make: () => Promise<HitLogs>): void {
  let logs: HitLogs;
  let key = '';
  let made = 0;
  beforeEach(async () => {
    logs = await make();
    key = `caller-${++made}`;
  });

  describe(`hit logs ${name}`, () => {
    it('are found as they were saved', async () => {
      expect(await logs.find(key)).toBeUndefined();
      await logs.save(key, 1, [1, 2], later);
      expect(await logs.find(key)).toEqual({ version: 1, hits: [1, 2] });
    });

    it('take each version from one writer only', async () => {
      expect(await logs.save(key, 1, [1], later)).toBe(true);
      const saves = await Promise.all([logs.save(key, 2, [1, 2], later), logs.save(key, 2, [1, 3], later)]);
      expect(saves.filter(Boolean)).toHaveLength(1);
    });

    it('begin once', async () => {
      const saves = await Promise.all([logs.save(key, 1, [1], later), logs.save(key, 1, [2], later)]);
      expect(saves.filter(Boolean)).toHaveLength(1);
    });
  });
}
