import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyRecord, KeyRecords } from './records.ts';

const running: KeyRecord = {
  state: 'running',
  requestHash: 'h',
  startedAtMs: 1_000,
  expiresAt: new Date('2026-03-03T09:00:00Z'),
};

/** What whoever keeps idempotency keys promises. */
export function keyRecordsContract(name: string, make: () => Promise<KeyRecords>): void {
  let records: KeyRecords;
  let id = '';
  let made = 0;
  beforeEach(async () => {
    records = await make();
    id = `key-${++made}`;
  });

  describe(`idempotency keys ${name}`, () => {
    it('are found as they were saved', async () => {
      await records.save(id, 1, running);
      expect(await records.find(id)).toEqual({ ...running, version: 1 });
    });

    it('keep an answer byte for byte', async () => {
      await records.save(id, 1, running);
      await records.save(id, 2, { ...running, state: 'done', answer: Uint8Array.of(0, 255, 7) });
      const found = await records.find(id);
      expect([found?.version, found?.state, [...(found?.answer ?? [])]]).toEqual([2, 'done', [0, 255, 7]]);
    });

    it('are not found when nobody saved them', async () => {
      expect(await records.find(id)).toBeUndefined();
    });

    it('belong to one of many who claim them at once', async () => {
      const claims = await Promise.all(Array.from({ length: 20 }, () => records.save(id, 1, running)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('are taken over by one of many', async () => {
      await records.save(id, 1, running);
      const claims = await Promise.all(Array.from({ length: 20 }, () => records.save(id, 2, running)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('are free again when they were forgotten', async () => {
      await records.save(id, 1, running);
      await records.remove(id, 1);
      expect(await records.save(id, 1, running)).toBe(true);
    });

    it('are not forgotten by who lost them', async () => {
      await records.save(id, 1, running);
      await records.save(id, 2, running);
      await records.remove(id, 1);
      expect((await records.find(id))?.version).toBe(2);
    });
  });
}
