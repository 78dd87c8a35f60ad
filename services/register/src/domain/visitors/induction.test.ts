import { describe, expect, it } from 'vitest';
import { checkInducted, checkInduction } from './induction.ts';

const induction = { id: 'i', siteId: 'vw', name: 'Ada Lovelace', company: '', expiresOn: '2026-03-02' };

describe('an induction', () => {
  it('counts on its last day', () => {
    expect(() => checkInducted(induction, '2026-03-02')).not.toThrow();
  });

  it('is over the day after, and the refusal says since when', () => {
    expect(() => checkInducted(induction, '2026-03-03')).toThrow(
      expect.objectContaining({ code: 'register.induction_expired', details: { expiresOn: '2026-03-02' } }),
    );
  });

  it('is missed where nobody recorded one', () => {
    expect(() => checkInducted(undefined, '2026-03-02')).toThrow(
      expect.objectContaining({ code: 'register.induction_missing' }),
    );
  });

  it('is not recorded without a real day', () => {
    expect(() => checkInduction({ ...induction, expiresOn: '2026-13-01' })).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/expiresOn' })] }),
    );
  });
});
