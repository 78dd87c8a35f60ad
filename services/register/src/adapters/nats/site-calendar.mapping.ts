import type { Site as ProtoSite } from '@guildhall/contracts/register/v1/service';
import { workdays } from '../../domain/opening.ts';
import type { ReminderTemplate } from '../../domain/schedule.ts';
import type { SiteSettings } from '../../domain/site.ts';
import { weekdaysOf, weekdayToProto } from './vocabulary.ts';

type Calendar = Pick<SiteSettings, 'openingDays' | 'holidays' | 'reminders'>;

export const calendarToProto = ({ openingDays, holidays, reminders }: Calendar) => ({
  openingDays: openingDays.map((day) => weekdayToProto[day]),
  holidays: [...holidays],
  reminders: reminders.map(({ days, ...schedule }) => ({ ...schedule, days: days.map((day) => weekdayToProto[day]) })),
});

export const calendarOf = ({ openingDays, holidays, reminders }: ProtoSite): Calendar => ({
  openingDays: weekdaysOf(openingDays),
  holidays: holidays.map(({ date, name }) => ({ date, name })),
  reminders: reminders.map(({ template, time, days, secondTime }) => ({
    // Checked with the other settings, which names the field.
    template: template as ReminderTemplate,
    time,
    days: days.length > 0 ? weekdaysOf(days) : workdays,
    secondTime,
  })),
});
