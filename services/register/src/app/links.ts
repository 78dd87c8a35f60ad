/** What a signed link is good for: one made for one purpose opens nothing else. */
export type LinkPurpose = 'sign-out' | 'answer' | 'invitation' | 'kiosk' | 'muster' | 'snapshot' | 'badge';

export type LinkClaims = Readonly<Record<string, string>>;

/** Tokens that carry a few claims, for addresses and QR codes: nobody can make or change one without the key. */
export interface Links {
  /** The token stops working at `until`. Claims are signed, not hidden: ids only, no names, no contacts. */
  sign(purpose: LinkPurpose, claims: LinkClaims, until: Date): string;
  /** What the token says; undefined for one that is foreign, changed, of another purpose, or over at `now`. */
  read(purpose: LinkPurpose, token: string, now: Date): LinkClaims | undefined;
}
