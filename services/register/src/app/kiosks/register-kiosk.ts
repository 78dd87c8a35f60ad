import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { unknownEntrance } from '../../domain/refusals.ts';
import { findEntrance } from '../../domain/entrance.ts';
import { type Kiosk, newKiosk, offerPairing, revoke } from '../../domain/kiosks/kiosk.ts';
import { kioskNotFound } from '../../domain/kiosks/refusals.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { DeviceCredentials, KioskCodes, Kiosks } from './ports.ts';

export type RegisterKiosk = Readonly<Pick<Kiosk, 'siteId' | 'name' | 'entrance' | 'kind'>>;
export type ChangeKiosk = Readonly<{ kioskId: string; given: Partial<Pick<Kiosk, 'name' | 'entrance'>> }>;

/** The code is known now and never again. */
export type Offered = Readonly<{ kiosk: Kiosk; code: string; expiresAt: Date }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  kiosks: Kiosks;
  codes: KioskCodes;
  credentials: DeviceCredentials;
  clock: Clock;
  newId: NewId;
}>;

export const registerKioskHandler =
  (deps: Deps): Handler<RegisterKiosk, Offered> =>
  async ({ siteId, entrance, ...about }) => {
    await checkEntrance(deps, siteId, entrance);
    const [code, at] = [deps.codes.newPairingCode(), deps.clock.now()];
    const kiosk = newKiosk({ ...about, siteId, entrance, id: deps.newId(), codeHash: deps.codes.hashOf(code), at });
    await deps.kiosks.save(kiosk);
    return offered(kiosk, code);
  };

export const changeKioskHandler =
  (deps: Deps): Handler<ChangeKiosk, Kiosk> =>
  async ({ kioskId, given }) => {
    const kiosk = await findKiosk(deps.kiosks, kioskId);
    if (given.entrance !== undefined) await checkEntrance(deps, kiosk.siteId, given.entrance);
    const next = { ...kiosk, ...given, version: kiosk.version + 1 };
    await deps.kiosks.save(next);
    return next;
  };

export const offerPairingHandler =
  ({ kiosks, codes, clock }: Deps): Handler<string, Offered> =>
  async (kioskId) => {
    const code = codes.newPairingCode();
    const next = offerPairing(await findKiosk(kiosks, kioskId), codes.hashOf(code), clock.now());
    await kiosks.save(next);
    return offered(next, code);
  };

/** First the token, then the mark: what breaks off in between is done again. */
export const revokeKioskHandler =
  ({ kiosks, credentials }: Deps): Handler<string> =>
  async (kioskId) => {
    const kiosk = await findKiosk(kiosks, kioskId);
    await credentials.revoke(kiosk.id);
    if (kiosk.status !== 'revoked') await kiosks.save(revoke(kiosk));
  };

async function findKiosk(kiosks: Kiosks, id: string): Promise<Kiosk> {
  const kiosk = await kiosks.find(id);
  if (!kiosk) throw kioskNotFound();
  return kiosk;
}

async function checkEntrance({ sites }: Deps, siteId: string, entrance: string): Promise<void> {
  const { entrances } = await sites.get(siteId);
  if (entrance && entrances.length > 0 && !findEntrance(entrances, entrance)) throw unknownEntrance();
}

const offered = (kiosk: Kiosk, code: string): Offered => ({
  kiosk,
  code,
  expiresAt: kiosk.pairing?.until ?? kiosk.createdAt,
});
