/** Somebody behind a credential, as far as the credential knows. */
export type Holder = Readonly<{
  personId: string;
  since: Date;
  sessionId: string;
  expiresAt: Date;
  touch: () => Promise<void>;
}>;
