import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { scanCodeAt, stepAt } from './scan-code.ts';

const key = Buffer.alloc(32, 7);
const secret = {
  codeKey: key.toString('base64'),
  codePrefix: 'https://example.org/k/',
  stepSeconds: 30,
  kiosk: { id: 'ki_1' },
};

describe('the code of a kiosk', () => {
  it('is the one that the platform computes for the same half minute', async () => {
    const mac = createHmac('sha256', key).update('ki_1.59000000').digest('base64url').slice(0, 16);

    expect(await scanCodeAt(secret, 59_000_000)).toBe(`https://example.org/k/ki_1.59000000.${mac}`);
  });

  it('changes each half minute', () => {
    const at = (time: string): number => stepAt(secret, new Date(time));

    expect(at('2026-03-02T09:00:29.999Z')).toBe(at('2026-03-02T09:00:00Z'));
    expect(at('2026-03-02T09:00:30Z')).toBe(at('2026-03-02T09:00:00Z') + 1);
  });

  it('cannot be made where the page came insecurely', async () => {
    vi.stubGlobal('crypto', {});

    expect(await scanCodeAt(secret, 1)).toBeUndefined();
  });
});
