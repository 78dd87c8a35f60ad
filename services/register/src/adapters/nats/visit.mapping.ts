import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { VisitTimesSchema } from '@guildhall/contracts/register/v1/events';
import type { VisitSchema } from '@guildhall/contracts/register/v1/service';
import type { Visit, VisitTimes } from '../../domain/visit.ts';
import { closedReasonToProto, kindToProto, viaToProto } from './vocabulary.ts';

export const timesToProto = ({ arrivedAt, leftAt, open }: VisitTimes): MessageInitShape<typeof VisitTimesSchema> => ({
  arrivedAt: timestampFromDate(arrivedAt),
  ...(leftAt && { leftAt: timestampFromDate(leftAt) }),
  open,
});

/** The visit with every correction of it. */
export const visitToProto = (visit: Visit): MessageInitShape<typeof VisitSchema> => {
  const {
    id,
    siteId,
    personId,
    displayName,
    date,
    open,
    closedReason,
    kind,
    in: arrival,
    out,
    corrections = [],
  } = visit;
  return {
    id,
    siteId,
    personId,
    displayName,
    date,
    open,
    kind: kindToProto[kind],
    via: viaToProto[arrival.via],
    arrivedAt: timestampFromDate(arrival.at),
    ...(out && { leftAt: timestampFromDate(out.at) }),
    ...(closedReason && { closedReason: closedReasonToProto[closedReason] }),
    ...(arrival.entrance && { entrance: arrival.entrance }),
    selfDeclared: visit.selfDeclared ?? false,
    corrections: corrections.map(({ at, actorId, reason, selfDeclared, before, after }) => ({
      at: timestampFromDate(at),
      actorId,
      reason,
      selfDeclared,
      ...(before && { before: timesToProto(before) }),
      after: timesToProto(after),
    })),
  };
};
