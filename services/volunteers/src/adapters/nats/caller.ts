import type { Call } from '@guildhall/messaging';
import type { Caller } from '../../app/ports.ts';

const longestUserAgent = 255;

/** Who calls, and from where, as the gateway established it. */
export const callerOf = ({ principal, client }: Call): Caller => ({
  principal,
  ip: client.ip,
  userAgent: client.userAgent.slice(0, longestUserAgent),
});
