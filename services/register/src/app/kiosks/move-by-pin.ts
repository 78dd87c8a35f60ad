import type { Handler } from '@guildhall/kernel';
import type { Mover } from '../../domain/visit.ts';
import { shownName } from '../../domain/visitors/name-key.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { entranceOf, kioskOf } from './kiosk-of.ts';
import type { Moved, MovePerson } from './move-person.ts';
import type { Kiosks, Pins } from './ports.ts';

/** `by` says which device it was; whose movement it is, the PIN says. */
export type MoveByPin = Readonly<{
  kioskId: string;
  number: string;
  pin: string;
  direction?: 'in' | 'out';
  by: Mover;
}>;

type Deps = Readonly<{ kiosks: Kiosks; sites: SiteCatalogue; pins: Pins; move: Handler<MovePerson, Moved> }>;

export const moveByPinHandler =
  ({ kiosks, sites, pins, move }: Deps): Handler<MoveByPin, Moved & Readonly<{ shownName: string }>> =>
  async ({ kioskId, number, pin, direction, by }) => {
    const kiosk = await kioskOf(kiosks, kioskId);
    const site = await sites.get(kiosk.siteId);
    const person = await pins.find(number, pin);
    const moved = await move({
      site,
      entrance: entranceOf(kiosk, site),
      by: { ...by, ...person, via: 'kiosk' },
      ...(direction && { direction }),
    });
    return { ...moved, shownName: shownName(person.displayName) };
  };
