import {
  create,
  type DescMessage,
  type DescMethod,
  fromBinary,
  type MessageInitShape,
  toBinary,
} from '@bufbuild/protobuf';
import { AppError } from '@guildhall/kernel';
import { context, SpanKind, trace } from '@opentelemetry/api';
import { contextOf, endSpan, remoteSpan, type Stopwatch, tracer } from '../telemetry.ts';
import { encodeRefusal } from './failure.ts';
import { type ReplyFrame, replyStatus } from './reply-frame.ts';
import type { RequestFrame } from './request-frame.ts';
import type { Call } from './types.ts';

export type Handle = (request: unknown, call: Call) => Promise<MessageInitShape<DescMessage>>;

/** Runs one request and makes its reply; never rejects. */
export type MethodRunner = (frame: RequestFrame) => Promise<ReplyFrame>;

export type RunnerOptions = Readonly<{
  method: DescMethod;
  name: string;
  handle: Handle;
  record: Stopwatch;
  report: (error: unknown) => void;
}>;

// Whoever asks holds all of it in memory.
const mostBytes = 32 * 1024 * 1024;

export function methodRunner({ method, name, handle, record, report }: RunnerOptions): MethodRunner {
  const answer = async ({ number, body, call }: RequestFrame): Promise<ReplyFrame> => {
    const response = await handle(fromBinary(method.input, body), call);
    const reply = {
      number,
      status: replyStatus.answer,
      body: toBinary(method.output, create(method.output, response)),
    };
    if (reply.body.length > mostBytes) throw new Error(`the answer of ${name} is larger than an answer may be`);
    return reply;
  };

  const settled = async (frame: RequestFrame): Promise<[ReplyFrame, outcome: string]> => {
    try {
      return [await answer(frame), 'ok'];
    } catch (error) {
      if (error instanceof AppError) return [refusalOf(frame.number, error), error.kind];
      report(error);
      return [{ number: frame.number, status: replyStatus.unexpected, body: nothing }, 'error'];
    }
  };

  return async (frame) => {
    const startedAt = performance.now();
    const remote = frame.traceparent ? remoteSpan(frame.traceparent) : undefined;
    const parent = remote && contextOf(remote);
    const span = parent && tracer.startSpan(name, { kind: SpanKind.SERVER }, parent);
    const [reply, outcome] = await (parent && span
      ? context.with(trace.setSpan(parent, span), settled, undefined, frame)
      : settled(frame));
    if (span) endSpan(span, outcome);
    record(startedAt, outcome);
    return reply;
  };
}

const nothing = new Uint8Array();

export const refusalOf = (number: number, error: AppError): ReplyFrame => ({
  number,
  status: replyStatus.refusal,
  body: encodeRefusal(error),
});
