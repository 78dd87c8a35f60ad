import { describe, expect, it } from 'vitest';
import { checkAnnouncement } from './announcement.ts';
import type { Announcement } from './visitor.ts';

const today = '2026-03-02';
const fine: Announcement = {
  kind: 'visitor',
  name: 'Ada Lovelace',
  company: '',
  email: 'ada@example.org',
  phone: '',
  vehicle: '',
  purpose: '',
  hostId: '',
  hostName: '',
  expectedOn: today,
  expectedFrom: '09:30',
  expectedUntil: '11:00',
};

describe('an announcement', () => {
  it('is taken for today, and for a year ahead', () => {
    expect(() => checkAnnouncement(fine, today)).not.toThrow();
    expect(() => checkAnnouncement({ ...fine, expectedOn: '2027-03-02' }, today)).not.toThrow();
  });

  it.each([
    ['/name', { name: '...' }],
    ['/name', { name: 'Ada\u202eecalevoL' }],
    ['/phone', { phone: undefined }],
    ['/email', { email: 'ada@example' }],
    ['/email', { email: 'ada <ada@example.org>' }],
    ['/expectedOn', { expectedOn: '2026-02-30' }],
    ['/expectedOn', { expectedOn: '2026-03-01' }],
    ['/expectedOn', { expectedOn: '2028-01-01' }],
    ['/expectedFrom', { expectedFrom: '24:00', expectedUntil: '' }],
    ['/expectedUntil', { expectedUntil: '09:00' }],
  ])('is refused with a pointer to %s', (pointer, given) => {
    expect(() => checkAnnouncement({ ...fine, ...given }, today)).toThrow(
      expect.objectContaining({ code: 'register.invalid_visitor', errors: [expect.objectContaining({ pointer })] }),
    );
  });
});
