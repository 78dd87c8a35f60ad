import type { ExportSettings, ExportSettingsInput } from '@guildhall/client';
import { linesOf } from '../../../parts/lines.ts';

/** A scheduled report while it is being typed. */
export type Draft = Omit<ExportSettings, 'emails'> & Readonly<{ emails: string; rhythm: 'weekly' | 'monthly' }>;

const fresh: ExportSettings = {
  name: '',
  kind: 'visits',
  format: 'xlsx',
  period: 'week_before',
  time: '07:00',
  weekdays: ['monday'],
  dayOfMonth: 0,
  personIds: [],
  emails: [],
  paused: false,
};

export const draftOf = (settings: ExportSettings = fresh): Draft => ({
  ...settings,
  emails: settings.emails.join('\n'),
  rhythm: settings.dayOfMonth > 0 ? 'monthly' : 'weekly',
});

/** What is sent: days of the week or a day of the month, and never both. */
export function toSettings({ rhythm, emails, weekdays, dayOfMonth, ...rest }: Draft): ExportSettingsInput {
  const when = rhythm === 'weekly' ? { weekdays } : { dayOfMonth: dayOfMonth || 1 };
  return { ...rest, name: rest.name.trim(), emails: linesOf(emails), ...when };
}
