import type { AuditEntry } from '../../domain/audit.ts';

/** `id` is the same at every delivery. */
export type KeptEntry = Omit<AuditEntry, 'actorName'> & Readonly<{ id: string }>;

/** Who did what, to whom and why. Entries are added, and lose what is personal when their volunteer is erased. */
export interface AuditTrail {
  keep(entries: readonly KeptEntry[]): Promise<void>;
  /** The latest first. */
  about(subjectId: string): Promise<readonly KeptEntry[]>;
  redact(subjectId: string): Promise<void>;
}
