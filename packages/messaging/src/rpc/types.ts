import type { DescMessage, DescMethodUnary, DescService, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import type { Principal } from '@guildhall/kernel';

/** Where the request came from, as the gateway saw it. */
export type ClientInfo = Readonly<{ ip: string; userAgent: string }>;

/** What travels beside every request. */
export type Call = Readonly<{
  principal: Principal;
  client: ClientInfo;
  /** Epoch milliseconds of real time; past it nobody waits for the answer, and services drop the request. */
  deadline: number;
}>;

type Methods<S extends DescService> = S['method'];

type UnaryName<S extends DescService> = {
  [M in keyof Methods<S>]: Methods<S>[M] extends DescMethodUnary<DescMessage, DescMessage> ? M : never;
}[keyof Methods<S>];

type Input<S extends DescService, M extends keyof Methods<S>> =
  Methods<S>[M] extends DescMethodUnary<infer I, DescMessage> ? I : never;

type Output<S extends DescService, M extends keyof Methods<S>> =
  Methods<S>[M] extends DescMethodUnary<DescMessage, infer O> ? O : never;

/** One function per unary method; streaming methods are answered elsewhere. */
export type Implementation<S extends DescService> = {
  [M in UnaryName<S>]: (request: MessageShape<Input<S, M>>, call: Call) => Promise<MessageInitShape<Output<S, M>>>;
};

/** The same functions from the caller's side. */
export type Client<S extends DescService> = {
  [M in UnaryName<S>]: (
    request: MessageInitShape<Input<S, M>>,
    call?: Partial<Call>,
  ) => Promise<MessageShape<Output<S, M>>>;
};
