import type { Call } from '@guildhall/messaging';
import type { Asker } from '../../app/evacuation/access.ts';

const longestUserAgent = 255;

/** Who calls, from where, and what they may do. */
export const askerOf = ({ principal, client }: Call): Asker => ({
  personId: principal.personId,
  displayName: principal.displayName,
  permissions: principal.permissions,
  via: principal.kind === 'token' ? 'token' : principal.kind === 'service' ? 'system' : 'web',
  ip: client.ip,
  userAgent: client.userAgent.slice(0, longestUserAgent),
});
