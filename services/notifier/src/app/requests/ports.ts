import type { Channel, MessageStatus } from '../../domain/message.ts';
import type { Chain } from '../../domain/requests/escalation.ts';
import type { Addressee, SendRequest, Source } from '../../domain/requests/send-request.ts';

export interface Requests {
  find(id: string): Promise<SendRequest | undefined>;
  /** False when there is one of this id. */
  add(request: SendRequest): Promise<boolean>;
  /** Throws `stale` when somebody was faster. */
  save(request: SendRequest): Promise<void>;
}

export type ListedRequests = Readonly<{ requests: readonly SendRequest[]; next?: string }>;

/** Newest first. Throws `invalid` for a page token that is not ours. */
export type ListRequests = (page: Readonly<{ limit: number; after: string | undefined }>) => Promise<ListedRequests>;

/** The addressees that a request lists, page by page, so that nobody has to hold them all. */
export interface Lists {
  /** Keeps them, also when they are kept already; for so long after `until`. */
  put(listId: string, addressees: readonly Addressee[], until: Date): Promise<void>;
  /** The first is 0. */
  page(listId: string, number: number): Promise<readonly Addressee[]>;
  drop(listId: string): Promise<void>;
}

export type AddresseePage = Readonly<{
  addressees: readonly Addressee[];
  /** Where the next page begins; absent on the last. */
  next?: string;
}>;

/** Reads the addressees of one source, from where the last page ended. */
export type ReadSource = (
  request: Pick<SendRequest, 'id' | 'fingerprint'>,
  source: Source,
  after: string,
) => Promise<AddresseePage>;

/** What roles there are in identity. */
export interface Roles {
  /** Whether somebody could have it. */
  exists(kind: 'role' | 'permission', name: string): Promise<boolean>;
  /** The people who have it, page by page. */
  page(kind: 'role' | 'permission', name: string, after: string): Promise<AddresseePage>;
}

/** Who subscribed to what. */
export interface Topics {
  /** Answers how many were not subscribed before. */
  add(topic: string, personIds: readonly string[]): Promise<number>;
  remove(topic: string, personId: string): Promise<void>;
  page(topic: string, after: string, limit: number): Promise<Readonly<{ personIds: readonly string[]; next?: string }>>;
  list(
    after: string,
    limit: number,
  ): Promise<Readonly<{ topics: readonly Readonly<{ key: string; subscribers: number }>[]; next?: string }>>;
  /** Removes the person everywhere. */
  forget(personId: string): Promise<void>;
}

export type Tally = Readonly<Partial<Record<MessageStatus, number>>>;

/** The messages of an audience. */
export interface AudienceMessages {
  /** How many there are, by status. */
  tally(requestId: string): Promise<Tally>;
  /** How many wait for their turn at a provider; counts no further than `most`. */
  waiting(requestId: string, most: number): Promise<number>;
  /** Some that can still be stopped. */
  stoppable(requestId: string, limit: number): Promise<readonly string[]>;
}

export interface Chains {
  find(id: string): Promise<Chain | undefined>;
  /** False when there is one of this id. */
  add(chain: Chain): Promise<boolean>;
  /** Stores the chain and, in the same write, asks for the message of a step. Throws `stale` when somebody was faster. */
  save(chain: Chain, step?: number): Promise<void>;
  /** Some that run still. */
  running(requestId: string, limit: number): Promise<readonly string[]>;
  tally(requestId: string): Promise<Readonly<{ all: number; answered: number }>>;
  /** Those about this person. */
  ofPerson(personId: string): Promise<readonly string[]>;
}

/** The links by which an escalation is answered. */
export interface AnswerLinks {
  /** Undefined for one that is not ours. */
  read(token: string): string | undefined;
}

export type Fault = Readonly<{ name: string; detail: string }>;

/** What templates there are, and what they take. */
export interface TemplateBook {
  /** Undefined where there is no such template. */
  channelsOf(template: string): readonly Channel[] | undefined;
  /** What is wrong with these variables. */
  faultsOf(template: string, variables: Readonly<Record<string, string>>): readonly Fault[];
  /** Takes codes or the like, which only services of ours have. */
  takesSecrets(template: string): boolean;
  /** Has a place for the link by which an escalation is answered. */
  takesAnswerLink(template: string): boolean;
}
