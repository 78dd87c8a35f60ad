import { create } from '@bufbuild/protobuf';
import { type Duration, DurationSchema, type Timestamp, TimestampSchema } from '@bufbuild/protobuf/wkt';
import { type Faults, refuse } from './faults.ts';

const rfc3339 = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/** RFC 3339, with a zone: "2026-03-02T08:30:00Z". */
export function readTimestamp(json: unknown, faults: Faults): Timestamp | undefined {
  const match = typeof json === 'string' ? rfc3339.exec(json) : null;
  const [, day = '', time = '', fraction = '', zone = ''] = match ?? [];
  const seconds = Date.parse(`${day}T${time}${zone}`) / 1_000;
  if (!exists(day) || !(seconds >= firstSecond && seconds <= lastSecond)) {
    return refuse(faults, 'must be a time such as 2026-03-02T08:30:00Z');
  }
  return create(TimestampSchema, { seconds: BigInt(seconds), nanos: Number(fraction.padEnd(9, '0')) });
}

// The range of google.protobuf.Timestamp: the years 1 to 9999.
const firstSecond = -62_135_596_800;
const lastSecond = 253_402_300_799;

/** False for days that Date would quietly move on, such as 30 February. */
function exists(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

export function writeTimestamp({ seconds, nanos }: Timestamp): string {
  const text = new Date(Number(seconds) * 1_000 + Math.floor(nanos / 1_000_000)).toISOString();
  if (nanos % 1_000_000 === 0) return text;
  return `${text.slice(0, -5)}.${String(nanos).padStart(9, '0')}Z`;
}

const wholeAndFraction = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/;

/** Seconds with their unit: "90s", "1.5s". */
export function readDuration(json: unknown, faults: Faults): Duration | undefined {
  const match = typeof json === 'string' && wholeAndFraction.exec(json);
  if (!match) return refuse(faults, 'must be seconds such as 90s');
  const [, sign, whole = '0', fraction = ''] = match;
  const nanos = Number(fraction.padEnd(9, '0'));
  return create(DurationSchema, {
    seconds: BigInt(`${sign}${whole}`),
    nanos: sign && nanos > 0 ? -nanos : nanos,
  });
}

export function writeDuration({ seconds, nanos }: Duration): string {
  const sign = seconds < 0n || nanos < 0 ? '-' : '';
  const fraction = nanos === 0 ? '' : `.${String(Math.abs(nanos)).padStart(9, '0')}`;
  return `${sign}${seconds < 0n ? -seconds : seconds}${fraction}s`;
}
