import type { Principal } from '@guildhall/kernel';

/** A proof of identity as a request carried it: only its hash goes any further. */
export type Credential = Readonly<{
  kind: 'session' | 'token';
  /** SHA-256 of the token. */
  hash: Uint8Array;
  /** The hash as text, with the kind in front. */
  key: string;
}>;

/** Who is behind a credential, and what else identity told of them. */
export type Holder<Person> = Readonly<{ principal: Principal; person: Person; expiresAt: Date | undefined }>;

export type Resolve<Person> = (credential: Credential) => Promise<Holder<Person> | undefined>;
