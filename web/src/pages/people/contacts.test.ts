import { describe, expect, it } from 'vitest';
import { contactsOf, placeOf } from './contacts.ts';

describe('the contacts of a new person', () => {
  it('are what was filled in, without the blanks around it', () => {
    expect(contactsOf({ email: ' ada@example.org ', phone: ' ' })).toEqual([
      { method: 'email', value: 'ada@example.org' },
    ]);
    expect(contactsOf({ email: '', phone: '07700 900123' })).toEqual([{ method: 'sms', value: '07700 900123' }]);
  });

  it('are found again by their number in what was sent', () => {
    const both = { email: 'ada@example.org', phone: '07700 900123' };

    expect([placeOf(both, 'email'), placeOf(both, 'phone')]).toEqual(['contacts.0.value', 'contacts.1.value']);
    expect(placeOf({ ...both, email: '' }, 'phone')).toBe('contacts.0.value');
  });

  it('that were left out are nowhere in what was sent', () => {
    expect(placeOf({ email: '', phone: '07700 900123' }, 'email')).toBe('contacts.-1.value');
  });
});
