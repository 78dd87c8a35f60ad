import { describe, expect, it } from 'vitest';
import { draftOf, toSettings } from './draft.ts';

describe('a scheduled report while it is typed', () => {
  it('begins as the visits of the week before, on Mondays', () => {
    expect(toSettings({ ...draftOf(), name: ' Weekly ' })).toMatchObject({
      name: 'Weekly',
      kind: 'visits',
      period: 'week_before',
      weekdays: ['monday'],
    });
  });

  it('is sent by the week or by the month, and never by both', () => {
    expect(toSettings({ ...draftOf(), rhythm: 'monthly', dayOfMonth: 31 })).not.toHaveProperty('weekdays');
    expect(toSettings({ ...draftOf(), rhythm: 'weekly', dayOfMonth: 31 })).not.toHaveProperty('dayOfMonth');
  });

  it('has its addresses on lines of their own', () => {
    expect(toSettings({ ...draftOf(), emails: ' a@example.org \n\nb@example.org' }).emails).toEqual([
      'a@example.org',
      'b@example.org',
    ]);
  });

  it('that is sent once a month is shown so', () => {
    expect(
      draftOf({
        ...toSettings(draftOf()),
        format: 'csv',
        weekdays: [],
        dayOfMonth: 1,
        personIds: [],
        emails: [],
        paused: true,
      }).rhythm,
    ).toBe('monthly');
  });
});
