export type AuditAction =
  | 'login'
  | 'login.refused'
  | 'person.created'
  | 'person.names_changed'
  | 'person.roles_changed'
  | 'person.kind_changed'
  | 'person.status_changed'
  | 'person.flags_changed'
  | 'person.preferences_changed'
  | 'person.merged'
  | 'person.unmerged'
  | 'person.erased'
  | 'person.exported'
  | 'person.joined'
  | 'person.left'
  | 'contact.added'
  | 'contact.removed'
  | 'contact.reassigned'
  | 'passkey.created'
  | 'passkey.renamed'
  | 'passkey.removed'
  | 'app_token.created'
  | 'app_token.reused'
  | 'app_token.revoked'
  | 'pin.set'
  | 'pin.removed'
  | 'device.created'
  | 'device.revoked'
  | 'reauthenticated'
  | 'retention.run'
  | 'directory.synced'
  | 'session.revoked'
  | 'access_token.created'
  | 'access_token.revoked'
  | 'account.confirmed'
  | 'login.locked'
  | 'logout.everywhere'
  | 'password.changed'
  | 'password.reset'
  | 'identity.linked'
  | 'identity.unlinked';

export type Via = 'web' | 'token' | 'admin' | 'system';

/** Who did what to whom, from where. Append-only. */
export type AuditEntry = Readonly<{
  at: Date;
  action: AuditAction;
  /** Absent when the platform itself acted. */
  actorId?: string;
  subjectId: string;
  via: Via;
  ip: string;
  userAgent: string;
}>;

const longestUserAgent = 255;

/** Cut, never refused: a browser with much to say may still sign in. */
export const cutUserAgent = (userAgent: string): string => userAgent.slice(0, longestUserAgent);
