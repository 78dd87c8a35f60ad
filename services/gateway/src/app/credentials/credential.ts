import type { Principal } from '@guildhall/kernel';

/** A proof of identity as a request carried it: only its hash goes any further, unless it is one that is signed. */
export type Credential = Readonly<{
  /** `token` is a personal token or that of a kiosk, `app` the signed access token of the app. */
  kind: 'session' | 'token' | 'app';
  /** SHA-256 of the token. */
  hash: Uint8Array;
  /** The hash as text, with the kind in front. */
  key: string;
  /** The token itself where identity has to check a signature. */
  signed?: string;
}>;

/** Who is behind a credential, and what else identity told of them. */
export type Holder<Person> = Readonly<{
  principal: Principal;
  person: Person | undefined;
  expiresAt: Date | undefined;
}>;

export type Resolve<Person> = (credential: Credential) => Promise<Holder<Person> | undefined>;
