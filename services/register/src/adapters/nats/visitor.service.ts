import type { VisitorService } from '@guildhall/contracts/register/v1/visitors';
import type { Implementation } from '@guildhall/messaging';
import type { VisitorHandlers } from './visitor.handlers.ts';
import { acceptancesOf, announcementInMask, announcementOf, visitorToProto, walkInOf } from './visitor.mapping.ts';
import { kindToProto, statusOf } from './visitor.vocabulary.ts';
import { askerOf } from './asker.ts';
import { deskOf } from './desk.ts';
import { guestMethods } from './guest.methods.ts';
import { receptionMethods } from './reception.methods.ts';

/** The contract's methods in terms of the use cases. */
export const visitorService = (handlers: VisitorHandlers): Implementation<typeof VisitorService> => ({
  ...announcementMethods(handlers),
  ...deskMethods(handlers),
  ...pictureMethods(handlers),
  ...guestMethods(handlers),
  ...receptionMethods(handlers),
});

type Some = Partial<Implementation<typeof VisitorService>>;

const announcementMethods = (handlers: VisitorHandlers) =>
  ({
    expectVisitor: async ({ siteId, visitor }, { principal: by }) =>
      visitorToProto(await handlers.expect({ siteId, announcement: announcementOf(visitor!), by })),
    listVisitors: async ({ status, ...query }) => {
      const { visitors, ...page } = await handlers.list({ ...query, status: statusOf(status) });
      return { ...page, visitors: visitors.map(visitorToProto) };
    },
    getVisitor: async (query) => {
      const { visitor, inductedUntil } = await handlers.get(query);
      return { ...visitorToProto(visitor), ...(inductedUntil && { inductedUntil }) };
    },
    updateVisitor: async ({ siteId, visitorId, visitor, updateMask }) => {
      const given = announcementInMask(visitor!, updateMask?.paths ?? []);
      return visitorToProto(await handlers.change({ siteId, visitorId, given }));
    },
    cancelVisitor: async ({ siteId, visitorId }) => visitorToProto(await handlers.cancel({ siteId, visitorId })),
    listPendingVisitors: async ({ siteId }) => ({
      visitors: (await handlers.pending(siteId)).map(visitorToProto),
    }),
    decideVisitor: async ({ siteId, visitorId, approve, reason }, call) =>
      visitorToProto(await handlers.decide({ siteId, visitorId, approve, reason, by: askerOf(call) })),
    searchHosts: async (query) => ({
      hosts: (await handlers.searchHosts(query)).map(({ id, name }) => ({ id, name })),
    }),
    findReturningVisitors: async (query) => ({
      visitors: (await handlers.findReturning(query)).map(({ latest, visits }) => {
        const { name, company, email, phone, vehicle, hostId, hostName, expectedOn: lastOn } = latest;
        const kind = kindToProto[latest.kind];
        return { kind, name, company, email, phone, vehicle, hostId, hostName, visits, lastOn };
      }),
    }),
  }) satisfies Some;

const deskMethods = (handlers: VisitorHandlers) =>
  ({
    receiveVisitor: async (
      { visitorId, walkIn, acceptances, $typeName: _type, $unknown: _unknown, ...request },
      call,
    ) => {
      const {
        visitor,
        at: _at,
        ...received
      } = await handlers.receive({
        ...request,
        visitor: visitorId || !walkIn ? { id: visitorId } : { walkIn: walkInOf(walkIn) },
        acceptances: acceptancesOf(acceptances),
        by: deskOf(call),
        anyDay: true,
      });
      return { ...received, visitor: visitorToProto(visitor) };
    },
    releaseVisitor: async ({ siteId, visitorId }, call) =>
      visitorToProto((await handlers.release({ siteId, visitorId, by: deskOf(call) })).visitor),
    collectVisitor: async ({ siteId, visitorId }) =>
      visitorToProto(await handlers.answer({ siteId, visitorId, answer: 'collected' })),
  }) satisfies Some;

const pictureMethods = (handlers: VisitorHandlers) =>
  ({
    getBadge: async (query) => ({ contentType: 'image/svg+xml', data: Buffer.from(await handlers.drawBadge(query)) }),
    setPhoto: async ({ siteId, visitorId, photo }) => {
      await handlers.setPhoto({ siteId, visitorId, bytes: photo?.data ?? new Uint8Array() });
      return {};
    },
    getPhoto: async ({ siteId, visitorId }) => asBody(await handlers.getPicture({ siteId, visitorId })),
    getSignature: async ({ siteId, visitorId, documentId }) =>
      asBody(await handlers.getPicture({ siteId, visitorId, documentId })),
  }) satisfies Some;

const asBody = ({ contentType, bytes: data }: Readonly<{ contentType: string; bytes: Uint8Array }>) => ({
  contentType,
  data,
});
