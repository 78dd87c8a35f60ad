import type { Audited } from '../../domain/audit.ts';
import type { PrivacyNotice } from '../../domain/privacy/privacy-notice.ts';

/** Keeps the notices, one for each language. */
export interface PrivacyNotices {
  /** By language. */
  all(): Promise<readonly PrivacyNotice[]>;
  find(language: string): Promise<PrivacyNotice | undefined>;
  /** Throws `stale` when someone was faster. */
  save(notice: PrivacyNotice, said: readonly Audited[]): Promise<void>;
}
