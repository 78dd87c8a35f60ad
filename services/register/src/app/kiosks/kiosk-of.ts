import { findEntrance } from '../../domain/entrance.ts';
import { checkDevice, type Kiosk, type KioskKind } from '../../domain/kiosks/kiosk.ts';
import type { Site } from '../../domain/site.ts';
import type { Kiosks } from './ports.ts';

/** The device that calls. Throws for one that is not paired any more, and for a door where a kiosk is meant. */
export async function kioskOf(kiosks: Kiosks, id: string, kinds: readonly KioskKind[] = ['kiosk']): Promise<Kiosk> {
  const kiosk = await kiosks.find(id);
  checkDevice(kiosk, kinds);
  return kiosk;
}

/** Where the kiosk stands, as long as the site has such an entrance. */
export const entranceOf = ({ entrance }: Pick<Kiosk, 'entrance'>, { entrances }: Site): string =>
  entrances.length === 0 || findEntrance(entrances, entrance) ? entrance : '';
