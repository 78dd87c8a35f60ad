import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { VisitorService } from '@guildhall/contracts/register/v1/visitors';
import type { Implementation } from '@guildhall/messaging';
import type { LinkedVisitor } from '../../app/visitors/visitor-by-link.ts';
import { askerOf } from './asker.ts';
import { browserOf } from './desk.ts';
import { qrSvg } from './qr-svg.ts';
import type { VisitorHandlers } from './visitor.handlers.ts';
import { announcementOfGuest, visitorToProto } from './visitor.mapping.ts';
import { answerOf, answerToProto, statusToProto } from './visitor.vocabulary.ts';

type Some = Partial<Implementation<typeof VisitorService>>;

/** What hosts do with their guests, and what the links in messages open. */
export const guestMethods = (handlers: VisitorHandlers) => ({ ...hostMethods(handlers), ...linkMethods(handlers) });

const hostMethods = (handlers: VisitorHandlers) =>
  ({
    inviteGuest: async ({ guest }, { principal }) => {
      const announcement = announcementOfGuest(guest!, principal.personId);
      return forHost(visitorToProto(await handlers.expect({ siteId: guest!.siteId, announcement, by: principal })));
    },
    listGuests: async (_, { principal }) => ({
      guests: (await handlers.guestsOf(principal.personId)).map((guest) => forHost(visitorToProto(guest))),
    }),
    cancelGuest: async ({ visitorId }, { principal: { personId: hostId } }) =>
      forHost(visitorToProto(await handlers.cancel({ visitorId, hostId }))),
    decideGuest: async ({ visitorId, approve, reason }, call) => {
      const by = askerOf(call);
      return forHost(visitorToProto(await handlers.decide({ visitorId, hostId: by.personId, approve, reason, by })));
    },
    sendInvitation: async ({ visitorId }, { principal: { personId: hostId } }) =>
      forHost(visitorToProto(await handlers.sendInvitation({ visitorId, hostId }))),
    answerArrival: async ({ visitorId, answer }, { principal: { personId: hostId } }) =>
      forHost(visitorToProto(await handlers.answer({ visitorId, hostId, answer: answerOf(answer) }))),
  }) satisfies Some;

/** The watch list and its reasons are the desk's. */
const forHost = (visitor: ReturnType<typeof visitorToProto>) => ({ ...visitor, watched: false, overrideReason: '' });

const linkMethods = ({ byLink, qrCodes }: VisitorHandlers) =>
  ({
    getInvitation: async ({ token }) => invitationOf(await byLink.invitation(token)),
    getInvitationQr: async ({ token }) => {
      const { text } = await byLink.invitation(token);
      return { contentType: 'image/svg+xml', data: Buffer.from(qrSvg(qrCodes.squares(text))) };
    },
    leaveByLink: async ({ token }, call) => invitationOf(await byLink.leave(token, browserOf(call))),
    getArrivalLink: async ({ token }) => arrivalOf(await byLink.asked(token)),
    answerByLink: async ({ token, answer }) => arrivalOf(await byLink.answer(token, answerOf(answer))),
  }) satisfies Some;

const invitationOf = ({ visitor, siteName }: LinkedVisitor) => {
  const { name: visitorName, hostName, expectedOn, expectedFrom, expectedUntil } = visitor;
  const status = statusToProto[visitor.status];
  return { siteName, visitorName, hostName, expectedOn, expectedFrom, expectedUntil, status };
};

const arrivalOf = ({ visitor, siteName }: LinkedVisitor) => ({
  visitorName: visitor.name,
  company: visitor.company,
  siteName,
  ...(visitor.arrivedAt && { arrivedAt: timestampFromDate(visitor.arrivedAt) }),
  ...(visitor.answer && { answer: answerToProto[visitor.answer.answer] }),
});
