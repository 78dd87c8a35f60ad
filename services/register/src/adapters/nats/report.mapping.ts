import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  ExportSettings as ProtoSettings,
  ListVisitsResponseSchema,
  OccupancySeriesSchema,
  ScheduledExportSchema,
  SiteReportSchema,
} from '@guildhall/contracts/register/v1/reports';
import type { SiteOccupancy } from '../../app/reports/get-occupancy.ts';
import type { SiteReport } from '../../app/reports/get-report.ts';
import type { Contacts } from '../../app/reports/ports.ts';
import type { VisitsReport } from '../../app/reports/list-visits.ts';
import type { ReportPerson } from '../../domain/reports/day-report.ts';
import type { ExportSettings, ScheduledExport } from '../../domain/reports/scheduled-export.ts';
import {
  fileFormatOf,
  formatToProto,
  kindToProto as reportToProto,
  periodOf,
  periodToProto,
  reportKindOf,
} from './report.vocabulary.ts';
import { kindToProto, weekdaysOf, weekdayToProto } from './vocabulary.ts';

export const reportToMessage = (report: SiteReport): MessageInitShape<typeof SiteReportSchema> => {
  const { site, date, now, contacts, people } = report;
  const { in: inside, out, notSignedOut } = report.counts;
  return {
    siteId: site.id,
    timeZone: site.timeZone,
    date,
    generatedAt: timestampFromDate(now),
    counts: { in: inside, out, ...(notSignedOut > 0 && { notSignedOut }) },
    people: people.map((person) => personToMessage(person, contacts.get(person.personId))),
  };
};

function personToMessage(
  { personId, displayName, firstName, lastName, status, stays }: ReportPerson,
  reached: Contacts | undefined,
) {
  return {
    personId,
    displayName,
    firstName,
    lastName,
    status,
    kind: kindToProto[stays[0].kind],
    emails: [...(reached?.emails ?? [])],
    phones: [...(reached?.phones ?? [])],
    records: stays.map(({ visitId, arrivedAt, leftAt, selfDeclared }) => ({
      visitId,
      selfDeclared,
      signedInAt: timestampFromDate(arrivedAt),
      ...(leftAt && { signedOutAt: timestampFromDate(leftAt) }),
    })),
  };
}

export const visitsToMessage = (
  { visits, summary }: VisitsReport,
  withSummary: boolean,
): MessageInitShape<typeof ListVisitsResponseSchema> => ({
  visits: visits.map(({ signIn, signOut, kind, ...row }) => ({
    ...row,
    kind: kindToProto[kind],
    signIn: timestampFromDate(signIn),
    ...(signOut && { signOut: timestampFromDate(signOut) }),
  })),
  summary: withSummary ? [...summary] : [],
});

export const occupancyToMessage = (report: SiteOccupancy): MessageInitShape<typeof OccupancySeriesSchema> => {
  const { site, from, to, slots, peak, peakAt, averageDwellMinutes, weekdays } = report;
  return {
    siteId: site.id,
    timeZone: site.timeZone,
    from,
    to,
    peak,
    slots: slots.map(({ at, ...counts }) => ({ at: timestampFromDate(at), ...counts })),
    ...(peakAt && { peakAt: timestampFromDate(peakAt) }),
    ...(averageDwellMinutes !== undefined && { averageDwellMinutes }),
    weekdays: weekdays.map(({ weekday, hours, ...pattern }) => ({
      ...pattern,
      weekday: weekdayToProto[weekday],
      hours: [...hours],
    })),
  };
};

export const exportToMessage = (entry: ScheduledExport): MessageInitShape<typeof ScheduledExportSchema> => {
  const { id, siteId, settings, next, runs } = entry;
  return {
    id,
    siteId,
    settings: {
      ...settings,
      kind: reportToProto[settings.kind],
      format: formatToProto[settings.format],
      period: periodToProto[settings.period],
      weekdays: settings.weekdays.map((weekday) => weekdayToProto[weekday]),
      personIds: [...settings.personIds],
      emails: [...settings.emails],
    },
    ...(next && { nextAt: timestampFromDate(next.at) }),
    runs: runs.map(({ at, ...run }) => ({ ...run, at: timestampFromDate(at) })),
  };
};

export const exportSettingsOf = ({ kind, format, period, weekdays, ...rest }: ProtoSettings): ExportSettings => {
  const { name, time, dayOfMonth, personIds, emails, paused } = rest;
  return {
    name,
    time,
    dayOfMonth,
    personIds,
    emails,
    paused,
    kind: reportKindOf(kind),
    format: fileFormatOf(format) ?? 'csv',
    period: periodOf(period),
    weekdays: weekdaysOf(weekdays),
  };
};
