import { type Timestamp, timestampDate } from '@bufbuild/protobuf/wkt';
import type { ListMessagesRequest } from '@guildhall/contracts/notifier/v1/service';
import type { MessageFilter } from '../../app/queries.ts';
import { categories, channels, lanes, states } from './names.ts';

type Asked = Pick<
  ListMessagesRequest,
  'channel' | 'state' | 'to' | 'personId' | 'template' | 'category' | 'lane' | 'sender' | 'reference'
> &
  Readonly<{ from?: Timestamp | undefined; until?: Timestamp | undefined }>;

/** Which messages a request looks for. */
export const messageFilter = (asked: Asked): MessageFilter => ({
  channel: channels.fromProto(asked.channel),
  state: states.fromProto(asked.state),
  category: categories.fromProto(asked.category),
  lane: lanes.fromProto(asked.lane),
  to: asked.to || undefined,
  personId: asked.personId || undefined,
  template: asked.template || undefined,
  sender: asked.sender || undefined,
  reference: asked.reference || undefined,
  from: asked.from && timestampDate(asked.from),
  until: asked.until && timestampDate(asked.until),
});
