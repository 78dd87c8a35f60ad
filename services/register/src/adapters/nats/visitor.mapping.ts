import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  Acceptance as ProtoAcceptance,
  Guest,
  Reception as ProtoReception,
  ReceptionSchema,
  Visitor as ProtoVisitor,
  VisitorSchema,
  WalkIn as ProtoWalkIn,
} from '@guildhall/contracts/register/v1/visitors';
import type { AcceptanceGiven } from '../../app/visitors/acceptances.ts';
import type { WalkIn } from '../../app/visitors/walk-in.ts';
import type { Reception, ReceptionSettings } from '../../domain/visitors/reception.ts';
import type { Announcement, Visitor } from '../../domain/visitors/visitor.ts';
import {
  approvalRuleOf,
  approvalRuleToProto,
  approvalToProto,
  answerToProto,
  kindOf,
  kindToProto,
  phoneOf,
  phoneToProto,
  photoOf,
  photoToProto,
  statusToProto,
} from './visitor.vocabulary.ts';

export const visitorToProto = (visitor: Visitor): MessageInitShape<typeof VisitorSchema> => {
  const { id, siteId, name, company, email, phone, vehicle, purpose, hostId, hostName } = visitor;
  const { watched, erased, visitId } = visitor;
  const { expectedOn, expectedFrom, expectedUntil, arrivedAt, leftAt, acceptances, photoId, overrideReason } = visitor;
  return {
    id,
    siteId,
    name,
    company,
    email,
    phone,
    vehicle,
    purpose,
    hostId,
    hostName,
    watched,
    erased,
    expectedOn,
    expectedFrom,
    expectedUntil,
    overrideReason: overrideReason ?? '',
    kind: kindToProto[visitor.kind],
    status: statusToProto[visitor.status],
    hasPhoto: photoId !== undefined,
    acceptances: acceptances.map(({ documentId, version, at, signatureId }) => ({
      documentId,
      version,
      at: timestampFromDate(at),
      isSigned: signatureId !== undefined,
    })),
    ...(visitId && { visitId }),
    ...(arrivedAt && { arrivedAt: timestampFromDate(arrivedAt) }),
    ...(leftAt && { leftAt: timestampFromDate(leftAt) }),
    ...(visitor.answer && { hostAnswer: answerToProto[visitor.answer.answer] }),
    announcedById: visitor.announcedById ?? '',
    ...(visitor.approval && { approval: approvalToProto[visitor.approval.state] }),
    approvalReason: visitor.approval?.reason ?? '',
  };
};

type Given = Omit<Announcement, 'hostName'>;

export const announcementOf = (visitor: ProtoVisitor): Given => {
  const { name, company, email, phone, vehicle, purpose, hostId, expectedOn, expectedFrom, expectedUntil } = visitor;
  const kind = kindOf(visitor.kind);
  return { kind, name, company, email, phone, vehicle, purpose, hostId, expectedOn, expectedFrom, expectedUntil };
};

export const announcementOfGuest = (guest: Guest, hostId: string): Given => {
  const { name, company, email, phone, purpose, expectedOn, expectedFrom, expectedUntil } = guest;
  const rest = { name, company, email, phone, purpose, expectedOn, expectedFrom, expectedUntil };
  return { ...rest, kind: 'visitor', vehicle: '', hostId };
};

const fieldOfPath: Readonly<Record<string, keyof Given>> = {
  kind: 'kind',
  name: 'name',
  company: 'company',
  email: 'email',
  phone: 'phone',
  vehicle: 'vehicle',
  purpose: 'purpose',
  host_id: 'hostId',
  expected_on: 'expectedOn',
  expected_from: 'expectedFrom',
  expected_until: 'expectedUntil',
};

/** What the mask names; what the register decides itself (status, times) is passed over. */
export function announcementInMask(visitor: ProtoVisitor, paths: readonly string[]): Partial<Given> {
  const given = announcementOf(visitor);
  const named = paths.flatMap((path) => fieldOfPath[path] ?? []);
  return Object.fromEntries(named.map((field) => [field, given[field]]));
}

export const walkInOf = ({ kind, name, company, purpose, hostId, phone }: ProtoWalkIn): WalkIn => ({
  name,
  company,
  purpose,
  hostId,
  phone,
  kind: kindOf(kind),
});

export const acceptancesOf = (given: readonly ProtoAcceptance[]): readonly AcceptanceGiven[] =>
  given.map(({ documentId, version, signature }) => ({ documentId, version, signature }));

export const receptionToProto = ({
  version: _version,
  photo,
  phone,
  approval,
  ...reception
}: Reception): MessageInitShape<typeof ReceptionSchema> => ({
  ...reception,
  documents: [...reception.documents],
  languages: [...reception.languages],
  photo: photoToProto[photo],
  phone: phoneToProto[phone],
  approval: approvalRuleToProto[approval],
});

const settingOfPath: Readonly<Record<string, keyof ReceptionSettings>> = {
  documents: 'documents',
  waiting_minutes: 'waitingMinutes',
  photo: 'photo',
  phone: 'phone',
  details_kept_days: 'detailsKeptDays',
  idle_seconds: 'idleSeconds',
  languages: 'languages',
  approval: 'approval',
};

export function receptionInMask(reception: ProtoReception, paths: readonly string[]): Partial<ReceptionSettings> {
  const { waitingMinutes, detailsKeptDays, idleSeconds, languages } = reception;
  const documents = reception.documents.map(({ id, title, text, contractorsOnly, needsSignature }) => ({
    id,
    title,
    text,
    contractorsOnly,
    needsSignature,
    version: 0,
  }));
  const [photo, phone] = [photoOf(reception.photo), phoneOf(reception.phone)];
  const approval = approvalRuleOf(reception.approval);
  const rest = { waitingMinutes, detailsKeptDays, idleSeconds, languages, approval };
  const given: ReceptionSettings = { documents, photo, phone, ...rest };
  const named = paths.flatMap((path) => settingOfPath[path] ?? []);
  return Object.fromEntries(named.map((setting) => [setting, given[setting]]));
}
