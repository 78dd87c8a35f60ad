import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { KioskService } from '@guildhall/contracts/register/v1/kiosks';
import type { Implementation } from '@guildhall/messaging';
import { stepSeconds } from '../../domain/kiosks/scan-code.ts';
import { browserOf } from './desk.ts';
import { deviceMethods } from './device.methods.ts';
import type { KioskHandlers } from './kiosk.handlers.ts';
import { badgeToProto, configToProto, kindOfKiosk, kioskToProto, offeredToProto } from './kiosk.mapping.ts';
import { kioskVisitorMethods } from './kiosk-visitor.methods.ts';
import { moverOf } from './mover.ts';
import { syncMethods } from './sync.methods.ts';

/** The contract's methods in terms of the use cases. */
export const kioskService = (handlers: KioskHandlers): Implementation<typeof KioskService> => ({
  ...setupMethods(handlers),
  ...badgeMethods(handlers),
  ...deviceMethods(handlers),
  ...kioskVisitorMethods(handlers),
  ...syncMethods(handlers),
});

type Some = Partial<Implementation<typeof KioskService>>;

const setupMethods = (handlers: KioskHandlers) =>
  ({
    createKiosk: async ({ kiosk }) => {
      const { siteId, name, entrance, kind } = kiosk!;
      return offeredToProto(await handlers.register({ siteId, name, entrance, kind: kindOfKiosk(kind) }));
    },
    listKiosks: async ({ siteId }) => {
      const kiosks = await handlers.kiosks.all(siteId || undefined);
      return { kiosks: kiosks.toSorted((a, b) => a.name.localeCompare(b.name, 'en')).map(kioskToProto) };
    },
    updateKiosk: async ({ kioskId, kiosk, updateMask }) => {
      const paths = updateMask?.paths ?? [];
      const name = paths.includes('name') && kiosk!.name !== '' ? { name: kiosk!.name } : {};
      const entrance = paths.includes('entrance') ? { entrance: kiosk!.entrance } : {};
      return kioskToProto(await handlers.change({ kioskId, given: { ...name, ...entrance } }));
    },
    createPairingCode: async ({ kioskId }) => offeredToProto(await handlers.offerPairing(kioskId)),
    revokeKiosk: async ({ kioskId }) => {
      await handlers.revoke(kioskId);
      return {};
    },
    pairKiosk: async ({ code }) => {
      const { kiosk, token } = await handlers.pair(code);
      return { token, kiosk: kioskToProto(kiosk) };
    },
    getKioskConfig: async (_, { principal }) =>
      configToProto(await handlers.config(principal.sessionId), { stepSeconds, publicUrl: handlers.publicUrl }),
  }) satisfies Some;

const badgeMethods = (handlers: KioskHandlers) =>
  ({
    assignBadge: async ({ badgeId, personId, label }, call) =>
      badgeToProto(await handlers.assignBadge({ badgeId, personId, label, by: moverOf(call) })),
    listBadges: async ({ personId }) => ({
      badges: (await handlers.badges.all(personId || undefined)).map(badgeToProto),
    }),
    removeBadge: async ({ id }, call) => {
      await handlers.removeBadge({ id, by: moverOf(call) });
      return {};
    },
    scanKiosk: async ({ code }, call) => {
      const { personId, displayName } = call.principal;
      const { site, inside, changed, at, occupancy, visitId } = await handlers.scan({
        code,
        by: { ...browserOf(call), personId, displayName },
      });
      const where = { siteId: site.id, siteName: site.name };
      return { ...where, inside, changed, occupancy, at: timestampFromDate(at), ...(visitId && { visitId }) };
    },
  }) satisfies Some;
