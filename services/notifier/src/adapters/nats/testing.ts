import { create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  Category,
  Channel,
  Lane,
  type SendMessage,
  SendMessageSchema,
} from '@guildhall/contracts/notifier/v1/commands';

/** The command of a service that keeps the contract, with what the test wants otherwise. */
export const aCommand = (change: MessageInitShape<typeof SendMessageSchema> = {}): SendMessage =>
  create(SendMessageSchema, {
    idempotencyKey: 'presence:v1:in:north',
    lane: Lane.TRANSACTIONAL,
    category: Category.PRESENCE,
    channel: Channel.SLACK,
    to: '#building',
    template: 'presence',
    variables: { displayName: 'Ada Lovelace', movement: 'in', count: '3', siteName: 'North Workshop' },
    reference: 'visit:v1',
    ...change,
  });
