import { type DescMethod, fromBinary, type Message, toBinary } from '@bufbuild/protobuf';
import { rpcSubject } from '@guildhall/contracts';
import { AppError, attributes, metrics } from '@guildhall/kernel';
import { context, type Span, SpanKind, trace } from '@opentelemetry/api';
import type { Bus } from '../bus/connect.ts';
import { endSpan, meter, type Stopwatch, stopwatch, tracer, traceparentOf } from '../telemetry.ts';
import { decodeRefusal } from './failure.ts';
import { type ReplyFrame, replyStatus } from './reply-frame.ts';
import { rpcTransport } from './transport.ts';
import type { Call } from './types.ts';

/** Calls any unary method by its description. */
export type Caller = (method: DescMethod, input: Message, call: Call) => Promise<Message>;

export type CallerOptions = Readonly<{
  /** Upper bound of the wait in milliseconds, whatever the deadline says. Default 2 500. */
  timeoutMs?: number;
  /** Calls that may wait for an answer at once; one more is refused as `rpc.overloaded`. Default 4 096. */
  maxInFlight?: number;
}>;

/**
 * Calls services. What a service refused arrives as the same `AppError`; anything unexpected as a plain `Error`
 * without detail. Our own refusals are `unavailable`: `rpc.no_responder`, `rpc.disconnected`, `rpc.overloaded`
 * (never carried out), `rpc.outcome_unknown`, `rpc.deadline_exceeded` (perhaps carried out).
 */
export function rpcCaller(bus: Bus, { timeoutMs = 2_500, maxInFlight = 4_096 }: CallerOptions = {}): Caller {
  const transport = rpcTransport(bus, maxInFlight);
  const duration = meter().createHistogram(metrics.rpcClientDuration, { unit: 's' });
  const routes = new Map<DescMethod, Route>();

  const routeOf = (method: DescMethod): Route => {
    let route = routes.get(method);
    if (!route) {
      const name = `${method.parent.typeName}/${method.name}`;
      route = { name, subject: rpcSubject(method), record: stopwatch(duration, { [attributes.method]: name }) };
      routes.set(method, route);
    }
    return route;
  };

  return async (method, input, call) => {
    const route = routeOf(method);
    const startedAt = performance.now();
    const span = clientSpan(route.name);
    const deadline = Math.min(call.deadline, Date.now() + timeoutMs);
    let outcome = 'error';
    try {
      const request = {
        call: { ...call, deadline },
        traceparent: traceparentOf(span),
        body: toBinary(method.input, input),
      };
      const answer = readAnswer(method, await transport(route.subject, request));
      outcome = 'ok';
      return answer;
    } catch (error) {
      if (error instanceof AppError) outcome = error.kind;
      throw error;
    } finally {
      route.record(startedAt, outcome);
      if (span) endSpan(span, outcome);
    }
  };
}

type Route = Readonly<{ name: string; subject: string; record: Stopwatch }>;

const clientSpan = (name: string): Span | undefined =>
  trace.getActiveSpan() && tracer.startSpan(name, { kind: SpanKind.CLIENT }, context.active());

function readAnswer(method: DescMethod, { status, body }: ReplyFrame): Message {
  if (status === replyStatus.answer) return fromBinary(method.output, body);
  if (status === replyStatus.refusal) throw decodeRefusal(body);
  throw new Error(`${method.parent.typeName}/${method.name} failed`);
}
