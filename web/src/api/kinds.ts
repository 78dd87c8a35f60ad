import type { Message, OfferedMethod, Person, Provider } from './gen/client.ts';

// The contract's closed lists, by the names of their enums.
export type Method = OfferedMethod['method'];
export type PersonKind = Person['kind'];
export type Channel = Message['channel'];
export type MessageState = Message['state'];
export type ProviderState = Provider['state'];
