import { Temporal } from 'temporal-polyfill';
import type { Visitor } from './visitor.ts';

type Told = Readonly<{ siteName: string; timeZone: string; link: string; at: Date }>;

/** The invitation as an iCalendar file (RFC 5545): calendars take it over, and a change replaces what was there. */
export function calendarEntry(visitor: Visitor, { siteName, timeZone, link, at }: Told): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guildhall//Register//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${visitor.id}@guildhall`,
    `SEQUENCE:${visitor.version - 1}`,
    `DTSTAMP:${utc(at)}`,
    ...timesOf(visitor, timeZone),
    `SUMMARY:${escaped(siteName)}`,
    `LOCATION:${escaped(siteName)}`,
    `URL:${link}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function timesOf({ expectedOn, expectedFrom, expectedUntil }: Visitor, timeZone: string): readonly string[] {
  if (!expectedFrom) return [`DTSTART;VALUE=DATE:${expectedOn.replaceAll('-', '')}`];
  const at = (time: string): string => {
    const { epochMilliseconds } = Temporal.PlainDate.from(expectedOn).toZonedDateTime({ timeZone, plainTime: time });
    return utc(new Date(epochMilliseconds));
  };
  return [`DTSTART:${at(expectedFrom)}`, ...(expectedUntil ? [`DTEND:${at(expectedUntil)}`] : [])];
}

const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);

// A line has 75 octets at most; the rest goes on after a line break and a space.
const foldAt = 60;
const folded = (line: string): string =>
  [...line].reduce((text, letter, i) => text + (i > 0 && i % foldAt === 0 ? '\r\n ' : '') + letter, '');
