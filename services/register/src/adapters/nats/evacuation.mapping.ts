import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  IncidentSchema,
  RollCallAnswerSchema,
  RollCallCountsSchema,
  RollCallEntrySchema,
} from '@guildhall/contracts/register/v1/evacuation';
import type { Board } from '../../app/evacuation/get-incident.ts';
import type { Standpoint } from '../../app/evacuation/muster.ts';
import { countsOf, type RollCallCounts } from '../../domain/evacuation/counts.ts';
import { type CallDelivery, callStateOf } from '../../domain/evacuation/delivery.ts';
import { type Entry, stateOf } from '../../domain/evacuation/entry.ts';
import type { Incident } from '../../domain/evacuation/incident.ts';
import type { RollCallMark } from '../../domain/evacuation/mark.ts';
import { isLate } from '../../domain/evacuation/timeline.ts';
import {
  callStates,
  entryOrigins,
  incidentKinds,
  markSources,
  markStates,
  occupantKinds,
  rollCallStates,
} from './evacuation.vocabulary.ts';

const optional = (at: Date | undefined) => at && timestampFromDate(at);

/** The whole board. */
export function boardToProto({ incident, entries, deliveries, lastSentAt, now }: Board) {
  const { endedAt, endedBy, startedBy } = incident;
  const callsOf = Map.groupBy(deliveries, ({ entryId }) => entryId);
  const { id, siteId, siteName, message, open, escalateAfterMs, musterPoints } = incident;
  const ended = endedAt && { endedAt: timestampFromDate(endedAt), endedBy: endedBy?.displayName ?? '' };
  return {
    id,
    siteId,
    siteName,
    message,
    open,
    musterPoints: [...musterPoints],
    kind: incidentKinds[incident.kind],
    startedAt: timestampFromDate(incident.startedAt),
    startedBy: startedBy.displayName,
    ...ended,
    escalateAfterSeconds: Math.round(escalateAfterMs / 1_000),
    counts: countsToProto(countsOf(entries)),
    entries: entries.map((entry) => entryToProto(entry, incident, callsOf.get(entry.id))),
    ...(lastSentAt && { lastSentAt: timestampFromDate(lastSentAt) }),
    now: timestampFromDate(now),
  } satisfies MessageInitShape<typeof IncidentSchema>;
}

export const countsToProto = (counts: RollCallCounts): MessageInitShape<typeof RollCallCountsSchema> => {
  const { not_on_site: notOnSite, signed_out: signedOut, ...rest } = counts;
  return { ...rest, notOnSite, signedOut };
};

/** One row of the board, as things stand, or as they stood at `until`. */
export function entryToProto(
  entry: Entry,
  { endedAt }: Pick<Incident, 'endedAt'>,
  deliveries: readonly CallDelivery[] = [],
  until?: Date,
): MessageInitShape<typeof RollCallEntrySchema> {
  const { id, personId, displayName, kind, origin, since, entrance, signedOutAt, marks } = entry;
  const { state, at, mark } = stateOf(entry, until);
  const musterPoint = marks.findLast((one) => one.musterPoint)?.musterPoint;
  const said = mark && { stateBy: mark.byName, stateSource: markSources[mark.source] };
  return {
    id,
    personId,
    displayName,
    kind: occupantKinds[kind],
    origin: entryOrigins[origin],
    state: rollCallStates[state],
    ...(at && { stateAt: timestampFromDate(at) }),
    ...said,
    ...(since && { since: timestampFromDate(since) }),
    ...(entrance && { entrance }),
    ...(signedOutAt && { signedOutAt: timestampFromDate(signedOutAt) }),
    marks: marks.map((one) => markToProto(one, endedAt)),
    deliveries: [...deliveries.map(deliveryToProto), ...waitingFor(entry, deliveries)],
    ...(musterPoint && { musterPoint }),
  };
}

export const markToProto = (mark: RollCallMark, endedAt: Date | undefined) => ({
  id: mark.id,
  state: markStates[mark.state],
  at: timestampFromDate(mark.at),
  byId: mark.byId,
  byName: mark.byName,
  source: markSources[mark.source],
  ...(mark.note && { note: mark.note }),
  ...(mark.musterPoint && { musterPoint: mark.musterPoint }),
  late: isLate(mark, endedAt),
});

/** What was asked for last, while the notifier has not said anything about it. */
const waitingFor = ({ call }: Entry, deliveries: readonly CallDelivery[]) =>
  call && !deliveries.some(({ turn }) => turn === call.turn)
    ? [{ channel: '', contactId: '', turn: call.turn, state: callStates.asked }]
    : [];

export function deliveryToProto(delivery: CallDelivery) {
  const { channel, contactId, turn, reason } = delivery;
  const { state, at } = callStateOf(delivery);
  const what = { channel, contactId, turn, state: callStates[state] };
  return { ...what, ...(at && { at: timestampFromDate(at) }), ...(reason && { reason }) };
}

/** As much as somebody may see who has only a link. */
export function answerToProto({ incident, entry }: Standpoint): MessageInitShape<typeof RollCallAnswerSchema> {
  const { siteName, kind, startedAt, open, message } = incident;
  const { state, at } = stateOf(entry);
  const musterPoint = entry.marks.findLast((mark) => mark.musterPoint)?.musterPoint;
  const stateAt = optional(at);
  return {
    siteName,
    open,
    message,
    kind: incidentKinds[kind],
    state: rollCallStates[state],
    startedAt: timestampFromDate(startedAt),
    ...(stateAt && { stateAt }),
    ...(musterPoint && { musterPoint }),
  };
}
