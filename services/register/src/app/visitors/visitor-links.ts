import type { Visitor } from '../../domain/visitors/visitor.ts';
import type { Links } from '../links.ts';

/** The addresses that work without signing in; `publicUrl` is where browsers find the platform. */
export const visitorLinks = (links: Links, publicUrl: string) => ({
  /** The invitation works until the expected day is over. */
  invitation: ({ id, expectedEnd }: Visitor): string =>
    `${publicUrl}/i/${links.sign('invitation', { v: id }, expectedEnd)}`,
  /** The desk of a site, and one's own guests: pages for whoever is signed in. */
  desk: (siteId: string): string => `${publicUrl}/visitors?site=${encodeURIComponent(siteId)}`,
  guests: (): string => `${publicUrl}/guests`,
  badge: ({ id }: Visitor, until: Date): string => links.sign('badge', { v: id }, until),
  answer: ({ id, visitId = '' }: Visitor, until: Date): string =>
    `${publicUrl}/h/${links.sign('answer', { v: id, visit: visitId }, until)}`,
  /** The visitor that an invitation or a badge is about. */
  visitorIn: (token: string, now: Date): string | undefined => {
    const bare = lastPart(token);
    return (links.read('invitation', bare, now) ?? links.read('badge', bare, now))?.['v'];
  },
  /** The visitor whose host this link asks. */
  askedIn: (token: string, now: Date): Readonly<{ id: string; visitId: string }> | undefined => {
    const claims = links.read('answer', lastPart(token), now);
    return claims?.['v'] ? { id: claims['v'], visitId: claims['visit'] ?? '' } : undefined;
  },
});

export type VisitorLinks = ReturnType<typeof visitorLinks>;

/** Scanners hand over the whole address. */
const lastPart = (text: string): string => text.slice(text.lastIndexOf('/') + 1);
