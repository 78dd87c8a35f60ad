import { randomUUID } from 'node:crypto';
import type { Member } from '../platform/people.ts';
import { type Post, type Reply, textOf } from './http-client.ts';
import type { Direction, Ledger } from './ledger.ts';
import { atPace } from './pace.ts';
import { outcomeOf, persist } from './persist.ts';

type Clients = Readonly<{
  members: readonly Member[];
  siteIds: readonly string[];
  post: Post;
  ledger: Ledger;
  perSecond: number;
  /** Aborted when no more work begins. */
  ending: AbortSignal;
  /** Aborted when what is under way is given up. */
  giveUp: AbortSignal;
}>;

type Place = Readonly<{ member: Member; siteId: string; visitId: string }>;

// So many people are inside before the first goes out again.
const inside = 50;
const movementsPerMail = 10;

/**
 * Members sign in and out, each at most once at each site, and strangers ask for login codes, at a steady pace as long as
 * there are answers. Resolves when everything begun is done or given up.
 */
export const runClients = (clients: Clients): Promise<void> => atPace(clients, works(clients));

/** One piece of work after another: somebody comes in, or the one who has been inside longest goes out. */
function works(clients: Clients): () => () => Promise<void> {
  const { members, siteIds } = clients;
  const present: Place[] = [];
  let arrivals = 0;
  let count = 0;
  return () => {
    if (++count % (movementsPerMail + 1) === 0) return () => askForCode(clients, count);
    const leaving = present.length > inside ? present.shift() : undefined;
    if (leaving) return async () => void (await move(clients, 'out', leaving));
    const member = members[arrivals % members.length];
    const siteId = siteIds[Math.floor(arrivals / members.length)];
    if (member === undefined || siteId === undefined) throw new Error('everybody has been everywhere: take more sites');
    arrivals++;
    return async () => {
      const visitId = await move(clients, 'in', { member, siteId, visitId: '' });
      if (visitId !== undefined) present.push({ member, siteId, visitId });
    };
  };
}

async function move(clients: Clients, direction: Direction, place: Place): Promise<string | undefined> {
  const { post, ledger, giveUp } = clients;
  const { member, siteId } = place;
  const headers = {
    cookie: member.cookie,
    'x-csrf-token': member.csrfToken,
    'idempotency-key': randomUUID(),
    'x-forwarded-for': '192.0.2.1',
  };
  const ask = (): Promise<Reply> => post(`/api/register/me/sign-${direction}`, headers, { siteId });
  const reply = await persist(ask, { ledger, signal: giveUp });
  if (reply === undefined) return undefined;
  // After a lost answer to a sign-out there is nothing open any more, and the repeat names no visit.
  const visitId = textOf(reply, 'visitId') ?? place.visitId;
  ledger.moved({ personId: member.id, displayName: member.displayName, siteId, direction, visitId });
  return visitId;
}

// The gateway takes twenty an hour from one address.
const attemptsPerAddress = 15;
const addressOf = (number: number, turn: number): string => `10.${turn % 256}.${(number >> 8) & 255}.${number & 255}`;

const isTooSoon = (reply: Reply): boolean =>
  reply.status === 429 && (textOf(reply, 'code') ?? '').startsWith('identity.');

/** Each from an address of its own, as a proxy would report it: asking for codes is limited by address. */
async function askForCode({ post, ledger, giveUp }: Clients, number: number): Promise<void> {
  const address = `stranger-${number}@example.org`;
  const key = randomUUID();
  let attempts = 0;
  const ask = (): Promise<Reply> => {
    const from = addressOf(number, Math.floor(attempts++ / attemptsPerAddress));
    const headers = { 'idempotency-key': key, 'x-forwarded-for': from };
    return post('/api/auth/challenges', headers, { method: 'email', value: address });
  };
  // A repeat that comes too soon for identity says that the first one, whose answer was lost, was carried out.
  const judge = (reply: Reply) => (isTooSoon(reply) ? 'done' : outcomeOf(reply.status));
  const reply = await persist(ask, { ledger, signal: giveUp, judge });
  if (reply === undefined) return;
  ledger.mailed({ address, challengeId: textOf(reply, 'challengeId') });
}
