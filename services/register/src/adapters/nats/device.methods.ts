import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { KioskService } from '@guildhall/contracts/register/v1/kiosks';
import type { Implementation } from '@guildhall/messaging';
import { kioskOf } from './desk.ts';
import type { KioskHandlers } from './kiosk.handlers.ts';
import { directionOf } from './kiosk.mapping.ts';

type Some = Partial<Implementation<typeof KioskService>>;

/** What people do at a kiosk. */
export const deviceMethods = (handlers: KioskHandlers) =>
  ({
    moveByPin: async ({ number, pin, direction: asked }, call) => {
      const direction = directionOf(asked);
      const moved = await handlers.moveByPin({
        kioskId: call.principal.sessionId,
        number,
        pin,
        by: kioskOf(call),
        ...(direction && { direction }),
      });
      const { shownName, inside, changed, at } = moved;
      return { shownName, inside, changed, at: timestampFromDate(at) };
    },
    findHosts: async ({ name }, { principal: { sessionId: kioskId } }) => ({
      hosts: (await handlers.findHosts({ kioskId, name })).map((host) => ({ id: host.id, name: host.name })),
    }),
  }) satisfies Some;
