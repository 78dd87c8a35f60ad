import type { Handler } from '@guildhall/kernel';
import { findEntrance } from '../../domain/entrance.ts';
import { unknownEntrance } from '../../domain/refusals.ts';
import type { SiteCatalogue } from './site-catalogue.ts';

/** `entrance` is an id or a name, or empty for the site as a whole. `logo` puts a mark in the middle. */
export type DrawPoster = Readonly<{ siteId: string; entrance: string; logo: boolean }>;

/** Draws a QR code. */
export type DrawCode<Drawing> = (text: string, options: Readonly<{ logo: boolean }>) => Drawing;

/** Where pages of the web application are. */
export type Addresses = Readonly<{ site(siteId: string, entrance?: string): string; signOut(token: string): string }>;

/** The addresses under the one that people reach the platform by. */
export function addressesAt(publicUrl: string): Addresses {
  const base = publicUrl.replace(/\/+$/, '');
  return {
    site: (site, entrance) => `${base}/?${String(new URLSearchParams({ site, ...(entrance && { entrance }) }))}`,
    signOut: (token) => `${base}/o/${token}`,
  };
}

type Deps<Drawing> = Readonly<{ sites: SiteCatalogue; addresses: Addresses; draw: DrawCode<Drawing> }>;

/** The code of a poster at a door: whoever scans it gets to the page where one signs in there. */
export const drawPosterHandler =
  <Drawing>({ sites, addresses, draw }: Deps<Drawing>): Handler<DrawPoster, Drawing> =>
  async ({ siteId, entrance, logo }) => {
    const site = await sites.get(siteId);
    const door = entrance ? findEntrance(site.entrances, entrance) : undefined;
    if (entrance && !door) throw unknownEntrance();
    return draw(addresses.site(site.id, door?.id), { logo });
  };
