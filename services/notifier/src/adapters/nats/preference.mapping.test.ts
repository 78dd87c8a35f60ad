import { create } from '@bufbuild/protobuf';
import { Category, Channel } from '@guildhall/contracts/notifier/v1/commands';
import {
  DigestEvery,
  NotificationPreferencesSchema,
  SuppressionReason,
} from '@guildhall/contracts/notifier/v1/preferences';
import { describe, expect, it } from 'vitest';
import { NO_PREFERENCES, type Preferences, wishesOf } from '../../domain/rules/preferences.ts';
import { nine } from '../../domain/testing.ts';
import { fromProto, suppressionTo, viewOf } from './preference.mapping.ts';

const said: Preferences = {
  switches: { reminder: { sms: false }, board: { email: true } },
  quietHours: [{ weekday: 1, from: '22:00', to: '07:00' }],
  digests: { board: { every: 'week', weekday: 5, at: '08:00' }, course: { every: 'hour' }, meeting: 'off' },
  timeZone: 'Europe/Paris',
};

describe('preferences on the wire', () => {
  it.each([
    ['everything', said],
    ['nothing', NO_PREFERENCES],
    ['no quiet hours', { ...NO_PREFERENCES, quietHours: [] }],
  ])('come back as they were said: %s', (_what, own) => {
    const { own: shown } = viewOf({ own, wishes: wishesOf(own) });
    expect(fromProto(create(NotificationPreferencesSchema, shown))).toEqual(own);
  });

  it('show what counts for everything that can be switched, and what cannot', () => {
    const { effective, critical } = viewOf({ own: said, wishes: wishesOf(said) });
    expect(critical).toEqual([Category.AUTH, Category.EMERGENCY]);
    expect(effective?.switches).toHaveLength(6 * 5);
    expect(effective?.switches).toContainEqual({ category: Category.REMINDER, channel: Channel.SMS, enabled: false });
    expect(effective?.digests).toContainEqual({ category: Category.REMINDER, every: DigestEvery.OFF });
    expect(effective?.timeZone).toBe('Europe/Paris');
  });
});

it('shows of a suppressed device its last characters only', () => {
  const suppression = { id: 's', version: 1, isActive: true, strikes: [], since: nine } as const;
  const shown = suppressionTo({ ...suppression, channel: 'push', to: 'token:secretABCD', reason: 'unregistered' });
  expect(shown).toMatchObject({ to: '…ABCD', reason: SuppressionReason.UNREGISTERED, code: '' });
});
