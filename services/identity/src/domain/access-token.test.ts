import { describe, expect, it } from 'vitest';
import { isUsable, revokeToken, rotateToken, touchToken } from './access-token.ts';

const at = new Date('2026-03-02T08:55:00Z');
const after = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);
const wanted = { personId: 'ada', tokenId: 't1', token: 'abcdefghij', tokenHash: 'h1' };
const first = rotateToken(undefined, wanted, at);

describe('rotateToken', () => {
  it('keeps a prefix to recognise it by, and nothing more of it', () => {
    expect(first.next).toMatchObject({ id: 'ada', version: 1, prefix: 'abcdef', expiresAt: after(365 * 86_400_000) });
    expect(JSON.stringify(first.next)).not.toContain('abcdefghij');
    expect(first.facts).toEqual([]);
  });

  it('replaces the earlier one, which is told as revoked', () => {
    const second = rotateToken(first.next, { ...wanted, tokenId: 't2', tokenHash: 'h2' }, after(1));
    expect(second.next).toMatchObject({ tokenId: 't2', tokenHash: 'h2', version: 2 });
    expect(second.facts).toEqual([expect.objectContaining({ type: 'token-revoked', revokedId: 't1' })]);
  });

  it('makes a usable one after a revoked one', () => {
    const revoked = revokeToken(first.next, after(1))!.next;
    const again = rotateToken(revoked, { ...wanted, tokenId: 't2' }, after(2));
    expect(isUsable(again.next, after(2))).toBe(true);
    expect(again.facts).toEqual([]);
  });
});

it('opens nothing once revoked or expired, and is revoked once', () => {
  const revoked = revokeToken(first.next, after(1))!.next;
  expect(isUsable(revoked, after(1))).toBe(false);
  expect(revokeToken(revoked, after(2))).toBeUndefined();
  expect(isUsable(first.next, first.next.expiresAt)).toBe(false);
});

it('notes its use once an hour at most', () => {
  const used = touchToken(first.next, after(1))!;
  expect(used.lastUsedAt).toEqual(after(1));
  expect(touchToken(used, after(3_600_000))).toBeUndefined();
  expect(touchToken(used, after(3_600_001))?.version).toBe(3);
});
