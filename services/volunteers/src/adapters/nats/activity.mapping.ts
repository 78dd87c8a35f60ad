import { type Timestamp, timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { Hours } from '../../app/activities/hours.ts';
import type { MyShift } from '../../app/activities/my-volunteer.ts';
import type { OnSite } from '../../app/activities/on-site.ts';
import type { Recognition } from '../../app/activities/get-recognition.ts';
import { minutesOf, presenceOf } from '../../domain/attendance.ts';
import { type Book, locationOf, roleOf } from '../../domain/book.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import type { Place } from '../../domain/place.ts';
import { countsOf, placeOf, positionOf, type Shift } from '../../domain/shift.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';

export const dateOf = (stamp: Timestamp | undefined): Date | undefined => stamp && timestampDate(stamp);

function locationParts(book: Book, locationId: string) {
  const { area = '', district = '', branch = '' } = locationOf(book, locationId) ?? {};
  return { area, district, branch };
}

const roleLabel = (book: Book, key: string): string => roleOf(book, key)?.label ?? key;

export function opportunityToProto(opportunity: Opportunity, book: Book, shifts: readonly Shift[] = []) {
  const { id: opportunityId, version, title, description, siteId, published, roleKey: role } = opportunity;
  const fields = { opportunityId, version, title, description, siteId, published, role };
  return {
    ...fields,
    roleLabel: roleLabel(book, role),
    ...locationParts(book, opportunity.locationId),
    createdAt: timestampFromDate(opportunity.createdAt),
    shifts: shifts.map((shift) => shiftToProto(shift, title)),
  };
}

export function shiftToProto(shift: Shift, title: string) {
  const { id: shiftId, opportunityId, capacity, cancelled, version } = shift;
  const fields = { shiftId, opportunityId, title, capacity, version };
  return {
    ...fields,
    ...countsOf(shift),
    startsAt: timestampFromDate(shift.startsAt),
    endsAt: timestampFromDate(shift.endsAt),
    cancelled: cancelled !== undefined,
    reason: cancelled?.reason ?? '',
  };
}

export const rosterToProto = (shift: Shift, people: ReadonlyMap<string, Volunteer>, now: Date) =>
  shift.places.map((place) => ({
    ...attendanceToProto(place),
    volunteerId: people.get(place.volunteerId)?.volunteerId ?? '',
    name: nameIn(people, place),
    state: place.state,
    attendance: presenceOf(shift, place, now),
    minutes: minutesOf(shift, place, now),
    by: place.attendance?.by ?? '',
  }));

const nameIn = (people: ReadonlyMap<string, Volunteer>, { volunteerId }: Place): string => {
  const found = people.get(volunteerId);
  return found ? nameOf(found) : '';
};

function attendanceToProto({ attendance }: Place) {
  const { arrivedAt, leftAt, reason = '' } = attendance ?? {};
  return {
    reason,
    ...(arrivedAt && { arrivedAt: timestampFromDate(arrivedAt) }),
    ...(leftAt && { leftAt: timestampFromDate(leftAt) }),
  };
}

export function myShiftToProto({ shift, opportunity, volunteerId }: MyShift, book: Book, now: Date) {
  const { waiting: _waiting, version: _version, ...shown } = shiftToProto(shift, opportunity.title);
  const place = placeOf(shift, volunteerId);
  return {
    ...shown,
    ...locationParts(book, opportunity.locationId),
    state: place?.state ?? '',
    position: positionOf(shift, volunteerId),
    minutes: place ? minutesOf(shift, place, now) : 0,
  };
}

export function myOpportunityToProto(opportunity: Opportunity, book: Book) {
  const { id: opportunityId, title, description, locationId, roleKey } = opportunity;
  const fields = { opportunityId, title, description };
  return {
    ...fields,
    ...locationParts(book, locationId),
    roleLabel: roleLabel(book, roleKey),
  };
}

export const hoursToProto = ({ entries, ...totals }: Hours) => ({
  ...totals,
  entries: entries.map(({ shift, opportunity, place, minutes, isAbsent }) => ({
    ...attendanceToProto(place),
    shiftId: shift.id,
    title: opportunity?.title ?? '',
    startsAt: timestampFromDate(shift.startsAt),
    endsAt: timestampFromDate(shift.endsAt),
    attendance: isAbsent ? 'absent' : 'attended',
    minutes,
  })),
});

export const recognitionToProto = ({ from, to, rows }: Recognition) => ({
  from,
  to,
  volunteers: rows.map(({ recognised: { milestones, ...counts }, volunteer }) => ({
    ...counts,
    volunteerId: volunteer.volunteerId,
    name: nameOf(volunteer),
    milestones: [...milestones],
  })),
});

export const onSiteToProto = ({ volunteer, visit, shift, opportunity }: OnSite) => ({
  volunteerId: volunteer.volunteerId,
  name: nameOf(volunteer),
  siteId: visit.siteId,
  since: timestampFromDate(visit.since),
  shiftId: shift?.id ?? '',
  title: opportunity?.title ?? '',
});
