import type { Clock, Handler } from '@guildhall/kernel';
import { kioskCodeUnusable } from '../../domain/kiosks/refusals.ts';
import { isCurrent, parseScanCode } from '../../domain/kiosks/scan-code.ts';
import { notAPerson } from '../../domain/refusals.ts';
import type { Site } from '../../domain/site.ts';
import type { Mover } from '../../domain/visit.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { entranceOf } from './kiosk-of.ts';
import type { Moved, MovePerson } from './move-person.ts';
import type { KioskCodes, Kiosks } from './ports.ts';

/** Somebody's own phone read the code that a kiosk shows. */
export type ScanKiosk = Readonly<{ code: string; by: Mover }>;

type Deps = Readonly<{
  kiosks: Kiosks;
  sites: SiteCatalogue;
  codes: KioskCodes;
  move: Handler<MovePerson, Moved>;
  clock: Clock;
}>;

/** The code proves that the person stands there. Whatever is wrong with it, the answer is the same. */
export const scanKioskHandler =
  ({ kiosks, sites, codes, move, clock }: Deps): Handler<ScanKiosk, Moved & Readonly<{ site: Site }>> =>
  async ({ code, by }) => {
    if (!by.personId) throw notAPerson();
    const read = parseScanCode(code);
    if (!read || !isCurrent(read, clock.now())) throw kioskCodeUnusable();
    const kiosk = await kiosks.find(read.kioskId);
    const isGood = kiosk?.status === 'paired' && kiosk.kind === 'kiosk' && codes.isMac(kiosk, read.step, read.mac);
    if (!isGood) throw kioskCodeUnusable();
    const site = await sites.get(kiosk.siteId);
    const ref = `kiosk:${kiosk.id}.${read.step}`;
    const moved = await move({ site, entrance: entranceOf(kiosk, site), by: { ...by, via: 'kiosk', ref } });
    return { ...moved, site };
  };
