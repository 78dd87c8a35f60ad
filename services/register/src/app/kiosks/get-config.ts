import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { type Kiosk, seen } from '../../domain/kiosks/kiosk.ts';
import type { Site } from '../../domain/site.ts';
import type { siteDay } from '../../domain/site-day.ts';
import type { Reception } from '../../domain/visitors/reception.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Receptions } from '../visitors/ports.ts';
import { kioskOf } from './kiosk-of.ts';
import type { KioskCodes, Kiosks } from './ports.ts';

export type KioskConfig = Readonly<{
  kiosk: Kiosk;
  site: Site;
  reception: Reception;
  today: string;
  now: Date;
  codeKey: Uint8Array;
}>;

type Deps = Readonly<{
  kiosks: Kiosks;
  sites: SiteCatalogue;
  receptions: Receptions;
  codes: KioskCodes;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

/** Everything a kiosk needs, also for hours without a connection. Asking is a sign of life. */
export const getConfigHandler =
  ({ kiosks, sites, receptions, codes, dayAt, clock }: Deps): Handler<string, KioskConfig> =>
  async (kioskId) => {
    const kiosk = await kioskOf(kiosks, kioskId, ['kiosk', 'door']);
    const [site, now] = [await sites.get(kiosk.siteId), clock.now()];
    const alive = seen(kiosk, now);
    // Somebody changed it meanwhile: the next sign of life comes soon.
    if (alive) await kiosks.save(alive).catch((error: unknown) => isStale(error) || Promise.reject(error));
    const reception = await receptions.get(site.id);
    return { kiosk, site, reception, today: dayAt(site, now).date, now, codeKey: codes.keyOf(kiosk) };
  };
