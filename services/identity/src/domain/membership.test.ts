import { expect, it } from 'vitest';
import { kindOf } from './membership.ts';

const policy = { staffDomains: ['example.org'], unknownDomains: 'visitor' } as const;

it('takes people of the organisation in as staff', () => {
  expect(kindOf(policy, { method: 'email', value: 'ada@example.org' })).toBe('staff');
  expect(kindOf(policy, { method: 'email', value: 'ada@sub.example.org' })).toBe('visitor');
});

it('takes others in as visitors, or not at all', () => {
  const closed = { ...policy, unknownDomains: 'refuse' } as const;
  expect(kindOf(policy, { method: 'sms', value: '+447700900123' })).toBe('visitor');
  expect(kindOf(closed, { method: 'sms', value: '+447700900123' })).toBeUndefined();
  expect(kindOf(closed, { method: 'email', value: 'ada@example.org' })).toBe('staff');
});
