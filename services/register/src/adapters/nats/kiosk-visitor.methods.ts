import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { KioskService } from '@guildhall/contracts/register/v1/kiosks';
import type { Implementation } from '@guildhall/messaging';
import { shownName } from '../../domain/visitors/name-key.ts';
import { kioskOf } from './desk.ts';
import type { KioskHandlers } from './kiosk.handlers.ts';
import { acceptancesOf, walkInOf } from './visitor.mapping.ts';
import { kindToProto } from './visitor.vocabulary.ts';

type Some = Partial<Implementation<typeof KioskService>>;

/** What visitors do at a kiosk. */
export const kioskVisitorMethods = (handlers: KioskHandlers) => ({
  ...movementMethods(handlers),
  ...pictureMethods(handlers),
});

const movementMethods = (handlers: KioskHandlers) =>
  ({
    findExpected: async ({ name }, { principal: { sessionId: kioskId } }) => ({
      visitors: (await handlers.findExpected({ kioskId, name })).map(({ id, name: shown, company, kind, status }) => ({
        id,
        name: shown,
        company,
        kind: kindToProto[kind],
        inside: status === 'inside',
      })),
    }),
    receiveAtKiosk: async ({ invitation, visitorId, walkIn, vehicle, entrance, acceptances }, call) => {
      const kiosk = await handlers.device(call.principal.sessionId);
      const id = invitation ? handlers.visitorIn(invitation) : visitorId;
      const { visitor, changed, at } = await handlers.receive({
        siteId: kiosk.siteId,
        visitor: id || !walkIn ? { id } : { walkIn: walkInOf(walkIn) },
        entrance: entrance || (await handlers.entrance(kiosk)),
        acceptances: acceptancesOf(acceptances),
        vehicle,
        overrideReason: '',
        anyDay: false,
        by: kioskOf(call),
      });
      const { name, hostName } = visitor;
      return { visitorId: visitor.id, shownName: shownName(name), hostName, changed, at: timestampFromDate(at) };
    },
    leaveAtKiosk: async ({ token, visitorId }, call) => {
      const { siteId } = await handlers.device(call.principal.sessionId);
      const id = token ? handlers.visitorIn(token) : visitorId;
      const { visitor, changed, at } = await handlers.release({ visitorId: id, siteId, by: kioskOf(call) });
      return {
        shownName: shownName(visitor.name),
        inside: visitor.status === 'inside',
        changed,
        at: timestampFromDate(at),
      };
    },
  }) satisfies Some;

const pictureMethods = (handlers: KioskHandlers) =>
  ({
    setPhotoAtKiosk: async ({ visitorId, photo }, call) => {
      const { siteId } = await handlers.device(call.principal.sessionId);
      await handlers.setPhoto({ siteId, visitorId, bytes: photo?.data ?? new Uint8Array() });
      return {};
    },
    getBadgeAtKiosk: async ({ visitorId }, call) => {
      const { siteId } = await handlers.device(call.principal.sessionId);
      return { contentType: 'image/svg+xml', data: Buffer.from(await handlers.drawBadge({ siteId, visitorId })) };
    },
  }) satisfies Some;
