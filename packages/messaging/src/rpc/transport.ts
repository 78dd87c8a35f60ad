import { createInbox, type Msg } from '@nats-io/nats-core';
import type { Bus } from '../bus/connect.ts';
import { batcher } from './batch.ts';
import { failures } from './failure.ts';
import { type PendingCalls, pendingCalls } from './pending.ts';
import { readReplies, type ReplyFrame } from './reply-frame.ts';
import { type Outgoing, requestBytes, writeRequest } from './request-frame.ts';

type Queued = Readonly<{
  request: Outgoing;
  resolve: (reply: ReplyFrame) => void;
  reject: (error: Error) => void;
  deadline: number;
}>;

/** Carries a request and brings the reply, or the reason why there is none. */
export type Transport = (subject: string, request: Outgoing) => Promise<ReplyFrame>;

const largestNumber = 0xff_ff_ff_ff;
const limits = { atMost: 512, bytes: 256 * 1024, sizeOf: (queued: Queued) => requestBytes(queued.request) };

/**
 * The requests of one tick to one subject travel as one message. All replies come to one inbox; the last token of
 * the reply subject, `<first number>-<count>`, says whom "no responders" concerns.
 */
export function rpcTransport(bus: Bus, maxInFlight: number): Transport {
  const inbox = createInbox();
  const pending = pendingCalls();
  const batch = batcher<Queued>(limits, sending(bus, inbox, pending));
  let inFlight = 0;

  bus.nc.subscribe(`${inbox}.*`, { callback: receiving(inbox, pending) });
  bus.onStatus((status) => {
    if (status === 'disconnect') pending.failAll(failures.outcomeUnknown);
  });

  return (subject, request) => {
    if (!bus.isConnected()) return Promise.reject(failures.disconnected());
    if (inFlight >= maxInFlight) return Promise.reject(failures.overloaded());
    inFlight += 1;
    return new Promise<ReplyFrame>((resolve, reject) => {
      batch.add(subject, {
        request,
        deadline: request.call.deadline,
        resolve: (reply) => {
          inFlight -= 1;
          resolve(reply);
        },
        reject: (error) => {
          inFlight -= 1;
          reject(error);
        },
      });
    });
  };
}

/** Numbers the requests of a batch and sends them as one message. */
function sending(bus: Bus, inbox: string, pending: PendingCalls) {
  let lastNumber = 0;
  return (subject: string, requests: readonly Queued[], bytes: number): void => {
    if (!bus.isConnected()) return refuse(requests, failures.disconnected);
    if (bytes > (bus.nc.info?.max_payload ?? bytes)) return refuse(requests, failures.tooLarge);
    if (lastNumber + requests.length > largestNumber) lastNumber = 0;
    const first = lastNumber + 1;
    const message = Buffer.allocUnsafe(bytes);
    let end = 0;
    for (const queued of requests) {
      lastNumber += 1;
      end = writeRequest(message, end, lastNumber, queued.request);
      pending.add(lastNumber, queued);
    }
    bus.nc.publish(subject, message.subarray(0, end), { reply: `${inbox}.${first}-${requests.length}` });
  };
}

function receiving(inbox: string, pending: PendingCalls) {
  const nobodyThere = (subject: string): void => {
    const [first = 0, count = 0] = subject
      .slice(inbox.length + 1)
      .split('-')
      .map(Number);
    for (let number = first; number < first + count; number += 1) pending.fail(number, failures.noResponder());
  };
  return (error: Error | null, message: Msg): void => {
    if (error) return;
    if (message.data.length === 0 && message.headers?.code === 503) return nobodyThere(message.subject);
    try {
      readReplies(message.data, pending.settle);
    } catch {
      // Not one of ours; whoever waits for it meets the deadline.
    }
  };
}

function refuse(requests: readonly Queued[], error: () => Error): void {
  for (const request of requests) request.reject(error());
}
