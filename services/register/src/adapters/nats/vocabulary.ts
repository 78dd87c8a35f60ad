import {
  ClosedReason as ProtoClosedReason,
  Via as ProtoVia,
  VisitKind as ProtoVisitKind,
} from '@guildhall/contracts/register/v1/events';
import {
  Movements as ProtoMovements,
  Privacy as ProtoPrivacy,
  Weekday as ProtoWeekday,
  WhoSees as ProtoWhoSees,
} from '@guildhall/contracts/register/v1/service';
import type { Weekday } from '../../domain/opening.ts';
import type { SiteSettings } from '../../domain/site.ts';
import type { ClosedReason, Via, VisitKind } from '../../domain/visit.ts';
import type { Movements, Privacy } from '../../domain/webhook.ts';

// Our words and the numbers of the published language.

export const viaToProto: Readonly<Record<Via, ProtoVia>> = {
  web: ProtoVia.WEB,
  app: ProtoVia.APP,
  kiosk: ProtoVia.KIOSK,
  admin: ProtoVia.ADMIN,
  system: ProtoVia.SYSTEM,
  token: ProtoVia.TOKEN,
};

/** Absent is the platform itself. */
export const viaOf = (value: ProtoVia): Via => wordOf(viaToProto, value) ?? 'system';

export const kindToProto: Readonly<Record<VisitKind, ProtoVisitKind>> = {
  person: ProtoVisitKind.PERSON,
  visitor: ProtoVisitKind.VISITOR,
  contractor: ProtoVisitKind.CONTRACTOR,
};

export const closedReasonToProto: Readonly<Record<ClosedReason, ProtoClosedReason>> = {
  signed_out: ProtoClosedReason.SIGNED_OUT,
  not_signed_out: ProtoClosedReason.NOT_SIGNED_OUT,
  admin: ProtoClosedReason.ADMIN,
  merged: ProtoClosedReason.MERGED,
};

export const weekdayToProto: Readonly<Record<Weekday, ProtoWeekday>> = {
  monday: ProtoWeekday.MONDAY,
  tuesday: ProtoWeekday.TUESDAY,
  wednesday: ProtoWeekday.WEDNESDAY,
  thursday: ProtoWeekday.THURSDAY,
  friday: ProtoWeekday.FRIDAY,
  saturday: ProtoWeekday.SATURDAY,
  sunday: ProtoWeekday.SUNDAY,
};

export const whoSeesToProto: Readonly<Record<SiteSettings['whoSees'], ProtoWhoSees>> = {
  off: ProtoWhoSees.OFF,
  members: ProtoWhoSees.MEMBERS,
};

/** Absent is nobody. */
export const whoSeesOf = (value: ProtoWhoSees): SiteSettings['whoSees'] => wordOf(whoSeesToProto, value) ?? 'off';

export const movementsToProto: Readonly<Record<Movements, ProtoMovements>> = {
  in: ProtoMovements.IN,
  out: ProtoMovements.OUT,
  both: ProtoMovements.BOTH,
};

export const privacyToProto: Readonly<Record<Privacy, ProtoPrivacy>> = {
  name: ProtoPrivacy.NAME,
  initials: ProtoPrivacy.INITIALS,
  count: ProtoPrivacy.COUNT,
};

/** Absent is both. */
export const movementsOf = (value: ProtoMovements): Movements => wordOf(movementsToProto, value) ?? 'both';

/** Absent is the full name. */
export const privacyOf = (value: ProtoPrivacy): Privacy => wordOf(privacyToProto, value) ?? 'name';

export const weekdaysOf = (values: readonly ProtoWeekday[]): readonly Weekday[] =>
  values.flatMap((value) => wordOf(weekdayToProto, value) ?? []);

function wordOf<Word extends string>(words: Readonly<Record<Word, number>>, value: number): Word | undefined {
  for (const word in words) if (words[word] === value) return word;
  return undefined;
}
