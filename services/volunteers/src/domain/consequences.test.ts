import { describe, expect, it } from 'vitest';
import { aBook, everywhere } from '../app/testing.ts';
import type { Assignment } from './assignment.ts';
import { changesFor, differenceOf } from './consequences.ts';

const today = '2026-03-02';
const at = 'haifa-north-technion';
const holds = (roleKey: string, change: Partial<Assignment> = {}): Assignment => ({
  id: roleKey,
  roleKey,
  locationId: at,
  from: '2026-01-01',
  ...change,
});
const book = aBook();
const more = { ...book, rules: [...book.rules, everywhere('volunteer', 'c4')] };
const less = { ...book, rules: book.rules.filter(({ id }) => id !== 'branch_manager-c5') };

describe('the difference of two books', () => {
  it('is about the roles that give something else', () => {
    expect(differenceOf(book, more)).toMatchObject({ roleKeys: ['volunteer'], takes: false });
    expect(differenceOf(book, less)).toMatchObject({ roleKeys: ['branch_manager'], takes: true });
    expect(differenceOf(book, book)).toMatchObject({ roleKeys: [], takes: false });
  });

  it('is about the roles that give a channel which is another now', () => {
    const channels = book.channels.map((one) => (one.id === 'c4' ? { ...one, externalId: 'C4' } : one));
    expect(differenceOf(book, { ...book, channels })).toMatchObject({ roleKeys: ['branch_manager'], takes: false });
  });
});

describe('somebody', () => {
  it('gets and loses what the roles together give', () => {
    const difference = differenceOf(book, less);
    expect(changesFor([holds('branch_manager')], difference, today)).toEqual({ granted: [], revoked: ['c5'] });
    const both = [holds('branch_manager'), holds('volunteer')];
    expect(changesFor(both, difference, today)).toEqual({ granted: [], revoked: [] });
    expect(changesFor(both, differenceOf(less, book), today)).toEqual({ granted: [], revoked: [] });
  });

  it.each([
    holds('branch_manager', { to: '2026-02-01' }),
    holds('branch_manager', { from: '2026-04-01' }),
    holds('branch_manager', { approval: { state: 'pending', requestedBy: 'x', requestedAt: new Date() } }),
  ])('loses nothing by a role that does not count today', (assignment) => {
    expect(changesFor([assignment], differenceOf(book, less), today).revoked).toEqual([]);
  });
});
