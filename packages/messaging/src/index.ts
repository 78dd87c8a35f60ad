export { type Bus, type BusOptions, connectBus } from './bus/connect.ts';
export type { BusStatus } from './bus/status.ts';
export { consume, type ConsumeOptions, type Consuming } from './consumer/consume.ts';
export { type DeadLetter, type DeadLetterContent, deadLetters, type DeadLetters } from './consumer/dead-letters.ts';
export {
  type Delivery,
  type GroupItem,
  type GroupOptions,
  on,
  onGroup,
  type Subscription,
  type SubscriptionOptions,
} from './consumer/subscription.ts';
export { type Envelope, fact, sendCommand } from './envelope.ts';
export { type Feed, feed, type FeedMessage, type FeedOptions } from './feed/feed.ts';
export { newId } from './ids.ts';
export { command, publish } from './publish.ts';
export { type Cover, type OutboxLedger, outboxLedger, type Ticket } from './relay/outbox-ledger.ts';
export type {
  Offered,
  OutboxMark,
  OutboxMarks,
  OutboxSource,
  RelayMarks,
  StreamMark,
  StreamMarks,
  Waiting,
} from './relay/outbox-source.ts';
export { type Relay, type RelayOptions, startRelay } from './relay/relay.ts';
export { type Caller, type CallerOptions, rpcCaller } from './rpc/caller.ts';
export { client, type ClientOptions } from './rpc/client.ts';
export { serve, type Served, type ServeOptions } from './rpc/serve.ts';
export type { Call, Client, ClientInfo, Implementation } from './rpc/types.ts';
export { type Sealer, sealer } from './sealing.ts';
export { sendTemplate, type TemplateMessage } from './send-template.ts';
