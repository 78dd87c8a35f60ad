import { describe, expect, it } from 'vitest';
import { webhookOf, zoneWhereItIsNoon } from './sites.ts';

describe('the zone where it is noon', () => {
  it.each(Array.from({ length: 24 }, (_, hour) => hour))('has the hour 12 at %i in Greenwich', (hour) => {
    const now = new Date(Date.UTC(2026, 2, 2, hour, 30));
    const local = new Intl.DateTimeFormat('en-GB', {
      timeZone: zoneWhereItIsNoon(now),
      hour: '2-digit',
      hourCycle: 'h23',
    });
    expect(local.format(now)).toBe('12');
  });
});

it('a webhook posts to the channel in its name', () => {
  expect(webhookOf('http://127.0.0.1:8025', 'north')).toBe(
    'http://127.0.0.1:8025/slack/services/T0GUILD/B0NORTH/bench',
  );
});
