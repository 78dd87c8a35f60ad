import type { Provider } from './provider.ts';
import { ProviderError } from './provider-error.ts';

/** A way out that nobody set up: it refuses at once, so that the asking service can offer another one. */
export function off<Request extends Readonly<{ to: string }>>(name: string): Provider<Request> {
  const refuse = () =>
    Promise.reject(new ProviderError(`No ${name} account is set up.`, { permanent: true, attempted: false }));
  return {
    name,
    state: () => 'off',
    restMs: () => 0,
    delayMs: () => 0,
    turn: () => Promise.resolve({ send: refuse, release: () => undefined }),
    send: refuse,
    close: () => Promise.resolve(),
  };
}
