import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { type Kiosk, pair } from '../../domain/kiosks/kiosk.ts';
import { pairingCodeUnusable } from '../../domain/kiosks/refusals.ts';
import type { DeviceCredentials, KioskCodes, Kiosks } from './ports.ts';

/** The token is known now and never again. */
export type Paired = Readonly<{ kiosk: Kiosk; token: string }>;

type Deps = Readonly<{ kiosks: Kiosks; codes: KioskCodes; credentials: DeviceCredentials; clock: Clock }>;

/** Uses the code up first: of two devices that type it at once, one gets a token. */
export const pairKioskHandler =
  ({ kiosks, codes, credentials, clock }: Deps): Handler<string, Paired> =>
  async (code) => {
    const kiosk = await kiosks.findByCode(codes.hashOf(code));
    if (!kiosk) throw pairingCodeUnusable();
    const next = pair(kiosk, clock.now());
    await kiosks.save(next).catch((error: unknown) => {
      throw isStale(error) ? pairingCodeUnusable() : error;
    });
    try {
      const token = await credentials.create({ id: next.id, siteId: next.siteId, label: next.name });
      return { kiosk: next, token };
    } catch (error) {
      // Without a token the code was for nothing: it works again.
      await kiosks.save({ ...kiosk, version: next.version + 1 });
      throw error;
    }
  };
