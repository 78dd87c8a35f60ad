import { create, type DescService, type MessageInitShape, type DescMessage } from '@bufbuild/protobuf';
import { type Principal, servicePrincipal } from '@guildhall/kernel';
import type { Bus } from '../bus/connect.ts';
import { rpcCaller } from './caller.ts';
import type { Call, Client, ClientInfo } from './types.ts';

export type ClientOptions = Readonly<{
  /** How long to wait for an answer, in milliseconds. Default 2 500. */
  timeoutMs?: number;
  /** In whose name, unless a call says otherwise. Default: this process. */
  principal?: Principal;
}>;

const nowhere: ClientInfo = { ip: '', userAgent: '' };

/** A service as an object with one function per unary method; errors as in `rpcCaller`. */
export function client<S extends DescService>(bus: Bus, service: S, options: ClientOptions = {}): Client<S> {
  const { timeoutMs = 2_500, principal = servicePrincipal(bus.name) } = options;
  const call = rpcCaller(bus, { timeoutMs });
  const functions = service.methods
    .filter((method) => method.methodKind === 'unary')
    .map((method) => [
      method.localName,
      (request: MessageInitShape<DescMessage>, about: Partial<Call> = {}) =>
        call(method, create(method.input, request), {
          principal: about.principal ?? principal,
          client: about.client ?? nowhere,
          deadline: about.deadline ?? Date.now() + timeoutMs,
        }),
    ]);
  return Object.fromEntries(functions) as Client<S>;
}
