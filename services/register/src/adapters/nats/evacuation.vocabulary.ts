import {
  CallState as ProtoCallState,
  EntryOrigin as ProtoOrigin,
  IncidentKind as ProtoKind,
  MarkSource as ProtoSource,
  MarkState as ProtoMarkState,
  RollCallState as ProtoState,
} from '@guildhall/contracts/register/v1/evacuation';
import { VisitKind as ProtoVisitKind } from '@guildhall/contracts/register/v1/events';
import type { CallState } from '../../domain/evacuation/delivery.ts';
import type { EntryOrigin } from '../../domain/evacuation/entry.ts';
import type { IncidentKind } from '../../domain/evacuation/incident.ts';
import type { MarkSource, MarkState, RollCallState } from '../../domain/evacuation/mark.ts';
import type { VisitKind } from '../../domain/visit.ts';

// Our words and the numbers of the published language.

export const incidentKinds: Readonly<Record<IncidentKind, ProtoKind>> = {
  live: ProtoKind.LIVE,
  drill: ProtoKind.DRILL,
  test: ProtoKind.TEST,
};

export const markStates: Readonly<Record<MarkState, ProtoMarkState>> = {
  safe: ProtoMarkState.SAFE,
  help: ProtoMarkState.HELP,
  missing: ProtoMarkState.MISSING,
  not_on_site: ProtoMarkState.NOT_ON_SITE,
  unclear: ProtoMarkState.UNCLEAR,
};

export const markSources: Readonly<Record<MarkSource, ProtoSource>> = {
  warden: ProtoSource.WARDEN,
  sms: ProtoSource.SMS,
  link: ProtoSource.LINK,
  muster: ProtoSource.MUSTER,
  scan: ProtoSource.SCAN,
};

export const rollCallStates: Readonly<Record<RollCallState, ProtoState>> = {
  unanswered: ProtoState.UNANSWERED,
  safe: ProtoState.SAFE,
  help: ProtoState.HELP,
  missing: ProtoState.MISSING,
  not_on_site: ProtoState.NOT_ON_SITE,
  signed_out: ProtoState.SIGNED_OUT,
};

export const entryOrigins: Readonly<Record<EntryOrigin, ProtoOrigin>> = {
  frozen: ProtoOrigin.FROZEN,
  arrived: ProtoOrigin.ARRIVED,
  muster: ProtoOrigin.MUSTER,
  warden: ProtoOrigin.WARDEN,
};

export const occupantKinds: Readonly<Record<VisitKind, ProtoVisitKind>> = {
  person: ProtoVisitKind.PERSON,
  visitor: ProtoVisitKind.VISITOR,
  contractor: ProtoVisitKind.CONTRACTOR,
};

export const callStates: Readonly<Record<CallState, ProtoCallState>> = {
  asked: ProtoCallState.ASKED,
  sent: ProtoCallState.SENT,
  delivered: ProtoCallState.DELIVERED,
  failed: ProtoCallState.FAILED,
  answered: ProtoCallState.ANSWERED,
};

/** Our word for a number of the published language; undefined for one that has none. */
export function wordOf<Word extends string>(words: Readonly<Record<Word, number>>, value: number): Word | undefined {
  for (const word in words) if (words[word] === value) return word;
  return undefined;
}
