import { describe, expect, it } from 'vitest';
import { calendarEntry } from './calendar-entry.ts';
import type { Visitor } from './visitor.ts';

const visitor = {
  id: 'visitor-1',
  version: 2,
  expectedOn: '2026-07-02',
  expectedFrom: '09:30',
  expectedUntil: '11:00',
} as Visitor;
const told = {
  siteName: 'Walk; North, 2',
  timeZone: 'Europe/London',
  link: 'https://members.example.org/i/token',
  at: new Date('2026-07-01T08:00:00Z'),
};

describe('the calendar entry of an invitation', () => {
  it('has the window in universal time', () => {
    expect(calendarEntry(visitor, told)).toContain('DTSTART:20260702T083000Z\r\nDTEND:20260702T100000Z\r\n');
  });

  it('has the whole day when there is no window', () => {
    const entry = calendarEntry({ ...visitor, expectedFrom: '', expectedUntil: '' }, told);
    expect(entry).toContain('DTSTART;VALUE=DATE:20260702\r\n');
    expect(entry).not.toContain('DTEND');
  });

  it('takes the place of the one before', () => {
    expect(calendarEntry(visitor, told)).toMatch(/UID:visitor-1@guildhall\r\nSEQUENCE:1\r\n/);
  });

  it('escapes what would end a value', () => {
    expect(calendarEntry(visitor, told)).toContain(String.raw`SUMMARY:Walk\; North\, 2`);
  });

  it('has no line of more than 75 octets', () => {
    const entry = calendarEntry(visitor, { ...told, link: `https://members.example.org/i/${'x'.repeat(300)}` });
    expect(Math.max(...entry.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});
