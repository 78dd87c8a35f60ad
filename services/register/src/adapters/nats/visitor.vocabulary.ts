import { HostAnswer } from '@guildhall/contracts/register/v1/visitor_events';
import {
  ApprovalRule as ProtoApprovalRule,
  PhoneRule,
  PhotoRule,
  VisitorApproval,
  VisitorKind as ProtoKind,
  VisitorStatus as ProtoStatus,
} from '@guildhall/contracts/register/v1/visitors';
import type { Approval } from '../../domain/visitors/approval.ts';
import type { Reception } from '../../domain/visitors/reception.ts';
import type { Answer, VisitorKind, VisitorStatus } from '../../domain/visitors/visitor.ts';

export const kindToProto: Readonly<Record<VisitorKind, ProtoKind>> = {
  visitor: ProtoKind.VISITOR,
  contractor: ProtoKind.CONTRACTOR,
};

export const statusToProto: Readonly<Record<VisitorStatus, ProtoStatus>> = {
  expected: ProtoStatus.EXPECTED,
  inside: ProtoStatus.INSIDE,
  left: ProtoStatus.LEFT,
  cancelled: ProtoStatus.CANCELLED,
  missed: ProtoStatus.MISSED,
  not_signed_out: ProtoStatus.NOT_SIGNED_OUT,
};

export const answerToProto: Readonly<Record<Answer, HostAnswer>> = {
  coming: HostAnswer.COMING,
  later: HostAnswer.LATER,
  declined: HostAnswer.DECLINED,
  collected: HostAnswer.COLLECTED,
};

export const photoToProto: Readonly<Record<Reception['photo'], PhotoRule>> = {
  off: PhotoRule.OFF,
  optional: PhotoRule.OPTIONAL,
};

export const phoneToProto: Readonly<Record<Reception['phone'], PhoneRule>> = {
  off: PhoneRule.OFF,
  optional: PhoneRule.OPTIONAL,
};

export const approvalToProto: Readonly<Record<Approval['state'], VisitorApproval>> = {
  pending: VisitorApproval.PENDING,
  approved: VisitorApproval.APPROVED,
  refused: VisitorApproval.REFUSED,
};

export const approvalRuleToProto: Readonly<Record<Reception['approval'], ProtoApprovalRule>> = {
  off: ProtoApprovalRule.OFF,
  needed: ProtoApprovalRule.NEEDED,
};

/** Absent is off. */
export const approvalRuleOf = (value: ProtoApprovalRule): Reception['approval'] =>
  value === ProtoApprovalRule.NEEDED ? 'needed' : 'off';

/** Absent is a visitor. */
export const kindOf = (value: ProtoKind): VisitorKind => (value === ProtoKind.CONTRACTOR ? 'contractor' : 'visitor');

/** Absent is off. */
export const photoOf = (value: PhotoRule): Reception['photo'] => (value === PhotoRule.OPTIONAL ? 'optional' : 'off');

/** Absent is optional: who can be reached in an evacuation is the better off. */
export const phoneOf = (value: PhoneRule): Reception['phone'] => (value === PhoneRule.OFF ? 'off' : 'optional');

/** Absent is every status. */
export const statusOf = (value: ProtoStatus): VisitorStatus | undefined => wordOf(statusToProto, value);

/** The contract requires one. */
export const answerOf = (value: HostAnswer): Answer => wordOf(answerToProto, value) ?? 'coming';

function wordOf<Word extends string>(words: Readonly<Record<Word, number>>, value: number): Word | undefined {
  for (const word in words) if (words[word] === value) return word;
  return undefined;
}
