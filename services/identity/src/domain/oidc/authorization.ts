import { isExpired } from '../challenge.ts';
import { accountRefusals } from '../accounts/refusals.ts';
import type { Provider } from './claims.ts';

const lifeMs = 10 * 60_000;

/** A sign-in on its way through a service; the id is the hash of its state. */
export type Authorization = Readonly<{
  id: string;
  version: number;
  provider: Provider;
  /** Who wants to link; absent where somebody wants to sign in. */
  personId?: string;
  browserHash: string;
  next: string;
  expiresAt: Date;
  usedAt?: Date;
}>;

type Wanted = Pick<Authorization, 'id' | 'provider' | 'browserHash' | 'next'> & Readonly<{ personId?: string }>;

export const begin = (wanted: Wanted, at: Date): Authorization => ({
  ...wanted,
  version: 1,
  next: pathOf(wanted.next),
  expiresAt: new Date(at.getTime() + lifeMs),
});

/** Uses it up: once, in time, by the browser that began it. Throws `identity.oauth_state_invalid`. */
export function useUp(current: Authorization | undefined, browserHash: string, at: Date): Authorization {
  const isTheirs = current?.browserHash === browserHash;
  if (!current || !isTheirs || current.usedAt || isExpired(current, at)) throw accountRefusals.oauthStateInvalid();
  return { ...current, version: current.version + 1, usedAt: at };
}

/** A path of this site; everything else, however it hides a host, leads home. */
export function pathOf(next: string): string {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes('\\')) return '/';
  const base = 'https://here.invalid';
  return URL.canParse(next, base) && new URL(next, base).origin === base ? next : '/';
}
