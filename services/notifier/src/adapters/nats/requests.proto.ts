import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { type SendRequestSchema, SendRequestState } from '@guildhall/contracts/notifier/v1/requests';
import type { Progress } from '../../app/requests/show-request.ts';
import { type RequestStatus, type SendRequest, totalOf } from '../../domain/requests/send-request.ts';
import { categories, lanes } from './names.ts';

type Shown = MessageInitShape<typeof SendRequestSchema>;

/** A request as it is listed. */
export function requestToProto(request: SendRequest): Shown {
  const { id, status, wish, requestedBy, requestedAt, sendAt, handled, refused } = request;
  const refusals = Object.entries(refused).map(([code, count]) => ({ code, count }));
  return {
    id,
    state: states[status],
    template: wish.template,
    lane: lanes.toProto(wish.lane),
    category: categories.toProto(wish.category),
    requestedBy,
    requestedAt: timestampFromDate(requestedAt),
    reference: wish.reference,
    total: totalOf(request),
    handled,
    refused: refusals.reduce((sum, { count }) => sum + count, 0),
    refusals,
    ...(sendAt && { sendAt: timestampFromDate(sendAt) }),
  };
}

/** The same with what became of its messages. */
export function progressToProto({ request, messages, chains }: Progress): Shown {
  const { requested = 0, held = 0, sending = 0, sent = 0, failed = 0, expired = 0, cancelled = 0 } = messages;
  return {
    ...requestToProto(request),
    created: requested + held + sending + sent + failed + expired + cancelled,
    waiting: requested,
    held,
    sending,
    sent,
    failed,
    expired,
    cancelled,
    escalations: chains.all,
    answered: chains.answered,
  };
}

const states: Readonly<Record<RequestStatus, SendRequestState>> = {
  scheduled: SendRequestState.SCHEDULED,
  running: SendRequestState.RUNNING,
  done: SendRequestState.DONE,
  cancelling: SendRequestState.CANCELLED,
  cancelled: SendRequestState.CANCELLED,
};
