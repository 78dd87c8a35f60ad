import type { Message, Person, Provider } from '@guildhall/client';

// The contract's closed lists, by the names of their enums.
export type PersonKind = Person['kind'];
export type Channel = Message['channel'];
export type MessageState = Message['state'];
export type ProviderState = Provider['state'];
