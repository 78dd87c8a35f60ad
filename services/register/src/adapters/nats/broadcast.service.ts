import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { BroadcastService } from '@guildhall/contracts/register/v1/broadcasts';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { ListBroadcasts } from '../../app/broadcasts/list-broadcasts.ts';
import type { BroadcastPreview, PreviewBroadcast } from '../../app/broadcasts/preview-broadcast.ts';
import type { SendBroadcast } from '../../app/broadcasts/send-broadcast.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { askerOf } from './asker.ts';

export type BroadcastHandlers = Readonly<{
  preview: Handler<PreviewBroadcast, BroadcastPreview>;
  send: Handler<SendBroadcast, Broadcast>;
  list: Handler<ListBroadcasts, readonly Broadcast[]>;
}>;

/** The contract's methods in terms of the use cases. */
export const broadcastService = (handlers: BroadcastHandlers): Implementation<typeof BroadcastService> => ({
  previewBroadcast: ({ siteId, entrance }, call) => handlers.preview({ siteId, entrance, by: askerOf(call) }),
  sendBroadcast: async ({ siteId, entrance, text }, call) =>
    broadcastToProto(await handlers.send({ siteId, entrance, text, by: askerOf(call) })),
  listBroadcasts: async ({ siteId }, call) => {
    const listed = await handlers.list({ siteId, by: askerOf(call) });
    return { broadcasts: listed.map(broadcastToProto) };
  },
});

const broadcastToProto = ({ id, siteId, entrance, text, sentAt, sentBy, count }: Broadcast) => {
  const { personId: sentById, displayName } = sentBy;
  return { id, siteId, entrance, text, sentAt: timestampFromDate(sentAt), sentById, sentBy: displayName, count };
};
