import type { Channel, Wish } from '../message.ts';
import type { Reach } from '../reach.ts';
import type { Step } from './escalation.ts';

/** One whom a request is for. */
export type Addressee = Readonly<{ personId: string }> | Readonly<{ channel: Channel; to: string }>;

/** Where the addressees of a request come from. */
export type Source =
  | Readonly<{ kind: 'listed'; count: number }>
  | Readonly<{ kind: 'role' | 'permission' | 'topic'; name: string }>;

/** How far it is: the source that is being read, and where in it; the source itself says what that means. */
export type Position = Readonly<{ source: number; after: string }>;

export type RequestStatus = 'scheduled' | 'running' | 'done' | 'cancelling' | 'cancelled';

/** What is asked for, whoever it goes to. */
export type Plan = Readonly<{
  wish: Omit<Wish, 'idempotencyKey' | 'audienceId'>;
  /** For people. */
  reach: Reach;
  sources: readonly Source[];
  hasAttachments: boolean;
  /** Asks each person step by step. */
  steps?: readonly Step[];
  sendAt?: Date;
  /** The same for the same request: another one under the same key is a mistake. */
  fingerprint: string;
}>;

/** One request for messages to an audience. */
export type SendRequest = Plan &
  Readonly<{
    id: string;
    version: number;
    status: RequestStatus;
    requestedAt: Date;
    requestedBy: string;
    position: Position;
    /** Addressees worked on. */
    handled: number;
    /** Addressees of roles and topics that were found so far. */
    found: number;
    /** How many were refused, by the code of why. */
    refused: Readonly<Record<string, number>>;
    /** When to go on, or to forget; while somebody works on it, when their lease ends. */
    dueAt?: Date;
    /** Cancelling: until when somebody who did not hear of it may still make messages. */
    restlessUntil?: Date;
    /** True once nothing personal is left in it. */
    masked?: boolean;
  }>;

/** What was done with one page of addressees. */
export type PageDone = Readonly<{
  handled: number;
  refused: Readonly<Record<string, number>>;
  /** Absent at the end of the source. */
  next?: string;
}>;

/** Longer than a page takes; after it another process goes on where a dead one stopped. */
export const LEASE_MS = 30_000;
const LOOK_MS = 1_000;
const KEPT_MS = 30 * 24 * 3_600_000;

export function startRequest(plan: Plan, { id, at, by }: Readonly<{ id: string; at: Date; by: string }>): SendRequest {
  const isLater = plan.sendAt !== undefined && plan.sendAt > at;
  return {
    ...plan,
    id,
    version: 1,
    status: isLater ? 'scheduled' : 'running',
    requestedAt: at,
    requestedBy: by,
    position: { source: 0, after: '' },
    handled: 0,
    found: 0,
    refused: {},
    dueAt: isLater && plan.sendAt ? plan.sendAt : at,
  };
}

/** Takes it for a while; the version check of the store decides between two who do. */
export const lease = (request: SendRequest, at: Date): SendRequest => ({
  ...changed(request),
  status: 'running',
  dueAt: after(at, LEASE_MS),
});

/** A page is done: on to the next one, of the next source after the last, until nothing is left. */
export function advance(request: SendRequest, page: PageDone, at: Date): SendRequest {
  const { position, sources, refused } = request;
  const isListed = sources[position.source]?.kind === 'listed';
  const counted = {
    ...changed(request),
    handled: request.handled + page.handled,
    found: request.found + (isListed ? 0 : page.handled),
    refused: summed(refused, page.refused),
  };
  if (page.next !== undefined) {
    return { ...counted, position: { ...position, after: page.next }, dueAt: after(at, LEASE_MS) };
  }
  const source = position.source + 1;
  const moved = { ...counted, position: { source, after: '' } };
  return source < sources.length
    ? { ...moved, dueAt: after(at, LEASE_MS) }
    : { ...moved, status: 'done', dueAt: after(at, KEPT_MS) };
}

/** Lets go of it: whoever comes after `waitMs` goes on. */
export const release = (request: SendRequest, at: Date, waitMs: number): SendRequest => ({
  ...changed(request),
  dueAt: after(at, waitMs),
});

/** No message of it is made any more, and those that wait are stopped; undefined when that was said before. */
export function cancelRequest(request: SendRequest, at: Date): SendRequest | undefined {
  const { status, dueAt } = request;
  if (status === 'cancelled' || status === 'cancelling') return undefined;
  const isLeased = status === 'running' && dueAt !== undefined && dueAt > at;
  return { ...changed(request), status: 'cancelling', dueAt: at, ...(isLeased && { restlessUntil: dueAt }) };
}

/** All that waited is stopped; once more while some are on their way and may come back, or somebody may be making more. */
export function settleCancelling(request: SendRequest, at: Date, isQuiet: boolean): SendRequest {
  const { restlessUntil, ...rest } = changed(request);
  if (!isQuiet) return { ...changed(request), dueAt: after(at, LOOK_MS) };
  return restlessUntil && restlessUntil > at
    ? { ...rest, restlessUntil, dueAt: restlessUntil }
    : { ...rest, status: 'cancelled', dueAt: after(at, KEPT_MS) };
}

/** Forgets what it said; the counts stay. */
export function maskRequest(request: SendRequest): SendRequest {
  const { dueAt: _due, steps: _steps, ...rest } = changed(request);
  return { ...rest, wish: { ...rest.wish, variables: {} }, masked: true };
}

/** What its list of addressees is called: two requests under one key have two. */
export const listIdOf = ({ id, fingerprint }: Pick<SendRequest, 'id' | 'fingerprint'>): string =>
  `${id}-${fingerprint.slice(0, 16)}`;

/** How many it is for, as far as that is known. */
export const totalOf = ({ sources, found }: SendRequest): number =>
  sources.reduce((sum, source) => sum + (source.kind === 'listed' ? source.count : 0), found);

function summed(a: SendRequest['refused'], b: SendRequest['refused']): SendRequest['refused'] {
  const sum: Record<string, number> = { ...a };
  for (const [code, count] of Object.entries(b)) sum[code] = (sum[code] ?? 0) + count;
  return sum;
}

const changed = (request: SendRequest): SendRequest => ({ ...request, version: request.version + 1 });

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
