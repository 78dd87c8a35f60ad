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
  | 'identity.unlinked'
  // What the notifier tells.
  | 'notifications.preferences_changed'
  | 'notifications.defaults_changed'
  | 'notifications.suppressed'
  | 'notifications.suppression_lifted';

export type Via = 'web' | 'token' | 'admin' | 'system';

/** Who acts, and from where. */
export type Origin = Readonly<{
  /** Absent when the platform itself acted, and of whoever is about to prove who they are. */
  actorId?: string;
  via: Via;
  ip: string;
  userAgent: string;
}>;

/** Who did what to whom, from where. Append-only. */
export type AuditEntry = Origin & Readonly<{ at: Date; action: AuditAction; subjectId: string }>;

/** An entry that is stored in the same write as what it tells of. */
export type Audited = Readonly<{ type: 'audited'; of: Readonly<{ id: string; version: number }>; entry: AuditEntry }>;

/** `of` is the aggregate as it is after the change. */
export const audited = ({ id, version }: Audited['of'], entry: AuditEntry): Audited => ({
  type: 'audited',
  of: { id, version },
  entry,
});

export const isAudited = (said: Readonly<{ type: string }>): said is Audited => said.type === 'audited';

/** What is kept as long as visits are; everything else is kept as what administrators do. */
export const signInActions = [
  'login',
  'login.refused',
  'login.locked',
  'logout.everywhere',
  'reauthenticated',
  'session.revoked',
] as const satisfies readonly AuditAction[];

/** Without what tells from where somebody acted who is to be forgotten. */
export function redacted(entry: AuditEntry, isForgotten: (personId: string) => boolean): AuditEntry {
  return isForgotten(entry.actorId ?? entry.subjectId) ? { ...entry, ip: '', userAgent: '' } : entry;
}

const longestUserAgent = 255;

/** Cut, never refused: a browser with much to say may still sign in. */
export const cutUserAgent = (userAgent: string): string => userAgent.slice(0, longestUserAgent);
