import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  DigestEvery,
  type DigestWindow as DigestMessage,
  type NotificationPreferences,
  type NotificationPreferencesSchema,
  type NotificationPreferencesViewSchema,
  SuppressionReason,
  type SuppressionSchema,
} from '@guildhall/contracts/notifier/v1/preferences';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { PreferencesSeen } from '../../app/rules/preferences.ts';
import { CATEGORIES, type Category, CHANNELS } from '../../domain/message.ts';
import { maskedRecipient } from '../../domain/recipient.ts';
import type { Weekday } from '../../domain/rules/clock-time.ts';
import { isCritical } from '../../domain/rules/critical.ts';
import type { DigestWindow } from '../../domain/rules/digest-window.ts';
import type { Preferences, Switches } from '../../domain/rules/preferences.ts';
import type { Suppression, SuppressionReason as Reason } from '../../domain/rules/suppression.ts';
import { categories, channels } from './names.ts';

type Shown = MessageInitShape<typeof NotificationPreferencesSchema>;

const isCriticalCategory = (category: Category): boolean => isCritical({ category, lane: 'transactional' });

export function fromProto({ switches, quietHours, digests, timeZone }: NotificationPreferences): Preferences {
  const spans = quietHours?.spans.map(({ weekday, from, to }) => ({ weekday: weekday as Weekday, from, to }));
  const windows = digests.map((one) => [categories.fromProto(one.category), windowFrom(one)] as const);
  return {
    switches: switchesFrom(switches),
    digests: Object.fromEntries(windows.filter(([category]) => category !== undefined)),
    ...(spans && { quietHours: spans }),
    ...(timeZone && { timeZone }),
  };
}

function switchesFrom(switches: NotificationPreferences['switches']): Switches {
  const byCategory: Record<string, Record<string, boolean>> = {};
  for (const { category, channel, enabled } of switches) {
    const [row, column] = [categories.fromProto(category), channels.fromProto(channel)];
    if (row && column) (byCategory[row] ??= {})[column] = enabled;
  }
  return byCategory;
}

function windowFrom({ every, at, weekday }: DigestMessage): DigestWindow | 'off' {
  if (every === DigestEvery.HOUR) return { every: 'hour' };
  if (every === DigestEvery.DAY) return { every: 'day', at };
  if (every === DigestEvery.WEEK) return { every: 'week', at, weekday: weekday as Weekday };
  return 'off';
}

const everies = { hour: DigestEvery.HOUR, day: DigestEvery.DAY, week: DigestEvery.WEEK } as const;

function windowTo(category: Category, window: DigestWindow | 'off') {
  if (window === 'off') return { category: categories.toProto(category), every: DigestEvery.OFF };
  const at = window.every === 'hour' ? '' : window.at;
  const weekday = window.every === 'week' ? window.weekday : 0;
  return { category: categories.toProto(category), every: everies[window.every], at, weekday };
}

/** What was said, and what counts in the end. */
export function viewOf({ own, wishes }: PreferencesSeen): MessageInitShape<typeof NotificationPreferencesViewSchema> {
  const open = CATEGORIES.filter((category) => !isCriticalCategory(category));
  const effective: Shown = {
    switches: open.flatMap((category) =>
      CHANNELS.map((channel) => switchTo(category, channel, wishes.wants(category, channel))),
    ),
    quietHours: { spans: [...wishes.quietHours] },
    digests: open.map((category) => windowTo(category, wishes.digestOf(category) ?? 'off')),
    timeZone: wishes.timeZone,
  };
  const critical = CATEGORIES.filter(isCriticalCategory).map(categories.toProto);
  return { own: ownOf(own), effective, critical };
}

const switchTo = (category: Category, channel: (typeof CHANNELS)[number], enabled: boolean) => ({
  category: categories.toProto(category),
  channel: channels.toProto(channel),
  enabled,
});

const ownOf = ({ switches, quietHours, digests, timeZone = '' }: Preferences): Shown => ({
  switches: CATEGORIES.flatMap((category) =>
    CHANNELS.flatMap((channel) => {
      const enabled = switches[category]?.[channel];
      return enabled === undefined ? [] : [switchTo(category, channel, enabled)];
    }),
  ),
  digests: CATEGORIES.flatMap((category) => {
    const window = digests[category];
    return window ? [windowTo(category, window)] : [];
  }),
  timeZone,
  ...(quietHours && { quietHours: { spans: [...quietHours] } }),
});

const reasons: Readonly<Record<Reason, SuppressionReason>> = {
  hard_bounce: SuppressionReason.HARD_BOUNCE,
  stop: SuppressionReason.STOP,
  unregistered: SuppressionReason.UNREGISTERED,
  manual: SuppressionReason.MANUAL,
};

export const suppressionTo = (suppression: Suppression): MessageInitShape<typeof SuppressionSchema> => ({
  id: suppression.id,
  channel: channels.toProto(suppression.channel),
  to: maskedRecipient(suppression),
  reason: reasons[suppression.reason],
  code: suppression.code ?? '',
  since: timestampFromDate(suppression.since),
});
