import type { Provider } from './provider.ts';

/**
 * The same provider under other addresses: what is for one goes to the one that `addressOf` names; nothing else is
 * served. Closing it is left to whoever opened the provider itself.
 */
export function redirected<Request extends Readonly<{ to: string }>>(
  name: string,
  provider: Provider<Request>,
  addressOf: (to: string) => string | undefined,
): Provider<Request> {
  const there = (to: string): string => addressOf(to) ?? to;
  const turn: Provider<Request>['turn'] = async (to, options) => {
    const { send, release } = await provider.turn(there(to), options);
    return { release, send: (request, sending) => send({ ...request, to: there(to) }, sending) };
  };
  return {
    name,
    turn,
    state: () => provider.state(),
    serves: (to) => addressOf(to) !== undefined,
    restMs: (to, priority) => provider.restMs(there(to), priority),
    delayMs: (to, options) => provider.delayMs(there(to), options),
    send: (request, options) => provider.send({ ...request, to: there(request.to) }, options),
    close: () => Promise.resolve(),
  };
}
