import { type AuditAction, type AuditEntry, cutUserAgent, type Origin, type Via } from '../domain/audit.ts';
import { refusals } from '../domain/refusals.ts';
import type { Caller } from './ports.ts';

/** The platform itself, such as at its first start. */
export const platform: Caller = {
  principal: { kind: 'service', personId: '', sessionId: '', displayName: 'identity', permissions: [] },
  ip: '',
  userAgent: '',
};

/** The person who asks. Throws `identity.sign_in_required`. */
export function personOf({ principal }: Caller): string {
  if (principal.personId === '') throw refusals.signInRequired();
  return principal.personId;
}

export const originOf = ({ principal, ip, userAgent }: Caller, via: Via = viaOf(principal.kind)): Origin => ({
  via,
  ip,
  userAgent: cutUserAgent(userAgent),
  ...(principal.personId !== '' && { actorId: principal.personId }),
});

export const auditOf = (
  caller: Caller,
  action: AuditAction,
  subjectId: string,
  at: Date,
  via: Via = viaOf(caller.principal.kind),
): AuditEntry => ({ at, action, subjectId, ...originOf(caller, via) });

function viaOf(kind: Caller['principal']['kind']): Via {
  if (kind === 'service') return 'system';
  return kind === 'token' ? 'token' : 'web';
}
