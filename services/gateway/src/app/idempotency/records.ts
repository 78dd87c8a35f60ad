/** What is known of one idempotency key. */
export type KeyRecord = Readonly<{
  state: 'running' | 'done';
  /** The request that the key belongs to. */
  requestHash: string;
  /** Real time: when the gateway that runs it began. */
  startedAtMs: number;
  /** Business time: from then on the key is free again. */
  expiresAt: Date;
  /** The sealed answer, once done. */
  answer?: Uint8Array;
}>;

/** Where keys are kept, for all replicas together. Each change names the version that it makes; 1 creates. */
export interface KeyRecords {
  find(id: string): Promise<(KeyRecord & Readonly<{ version: number }>) | undefined>;
  /** False when somebody else was faster. */
  save(id: string, version: number, record: KeyRecord): Promise<boolean>;
  /** Forgets the key, if it is still at this version. */
  remove(id: string, version: number): Promise<void>;
}
