import type { DescMethod, DescService, Message } from '@bufbuild/protobuf';
import {
  accessOf,
  type AccessRule,
  type Binding,
  bindingsOf,
  pathOf,
  restFieldsOf,
  restOf,
} from '@guildhall/contracts';
import { HttpBodySchema } from '@guildhall/contracts/google/api/httpbody';
import type { EventFeed, RateLimit } from '@guildhall/contracts/guildhall/v1/options';
import { inputReader, type ReadInput } from './input.ts';
import { type Output, outputWriter } from './output.ts';

/** One way to reach one method, ready to be travelled. */
export type Route = Readonly<{
  method: DescMethod;
  binding: Binding;
  /** `/api/register/sites/{siteId}`: a bounded set, fit for metrics and logs. */
  pattern: string;
  /** Changes something: needs the CSRF token of a cookie session, and takes idempotency keys. */
  isUnsafe: boolean;
  access: AccessRule;
  status: number;
  endsSession: boolean;
  /** `If-Match` says which version is to be changed. */
  isConditional: boolean;
  /** Pages of others may call it. */
  isFromAnywhere: boolean;
  limits: readonly RateLimit[];
  feed: EventFeed | undefined;
  takes: 'nothing' | 'json' | 'raw';
  /** How long a JSON body may be; 0 for as long as usual. */
  maxBodyBytes: number;
  read: ReadInput;
  write: (message: Message) => Output;
}>;

/** The routes of these services, compiled from their contracts. */
export const routesOf = (services: readonly DescService[]): readonly (readonly [Binding, Route])[] =>
  services
    .flatMap((service) => service.methods)
    .flatMap(bindingsOf)
    .map((binding) => [binding, routeOf(binding)] as const);

function routeOf(binding: Binding): Route {
  const { method, verb } = binding;
  const rest = restOf(method);
  const isStreaming = method.methodKind === 'server_streaming';
  if (isStreaming !== (rest.feed !== undefined))
    throw new Error(`${String(method)} streams, so it needs a feed, or the reverse`);
  if (rest.fromAnywhere && accessOf(method).kind !== 'public')
    throw new Error(`${String(method)} may be called from anywhere, so it must be public`);
  return {
    method,
    binding,
    pattern: pathOf(binding),
    isUnsafe: verb !== 'GET',
    access: accessOf(method),
    status: rest.status || 200,
    endsSession: rest.endsSession,
    isConditional: restFieldsOf(method).ifMatch !== undefined,
    isFromAnywhere: rest.fromAnywhere,
    limits: rest.limits,
    feed: rest.feed,
    takes: takes(binding),
    maxBodyBytes: rest.maxBodyBytes,
    read: inputReader(binding),
    write: outputWriter(method),
  };
}

function takes({ body }: Binding): Route['takes'] {
  if (body === 'none') return 'nothing';
  return body !== 'message' && body.message?.typeName === HttpBodySchema.typeName ? 'raw' : 'json';
}
