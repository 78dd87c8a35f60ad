import type { Call } from '@guildhall/messaging';
import type { Mover } from '../../domain/visit.ts';

const longestUserAgent = 255;

/** Who calls, and from where, as the gateway established it. */
export const moverOf = ({ principal, client }: Call): Mover => ({
  personId: principal.personId,
  displayName: principal.displayName,
  via: principal.kind === 'token' ? 'token' : principal.kind === 'service' ? 'system' : 'web',
  ip: client.ip,
  userAgent: client.userAgent.slice(0, longestUserAgent),
});
