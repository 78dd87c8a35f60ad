import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import {
  advance,
  lease,
  listIdOf,
  maskRequest,
  release,
  type SendRequest,
} from '../../domain/requests/send-request.ts';
import type { AcceptMessages } from '../accept-messages.ts';
import type { Nudge } from '../ports.ts';
import { type AskAddressees, askAddressees } from './ask-addressees.ts';
import type { AudienceMessages, Chains, Lists, ReadSource, Requests } from './ports.ts';
import type { StopMessages } from './stop-messages.ts';

type Deps = Readonly<{
  requests: Pick<Requests, 'find' | 'save'>;
  lists: Pick<Lists, 'drop'>;
  read: ReadSource;
  messages: Pick<AudienceMessages, 'waiting'>;
  chains: Pick<Chains, 'add'>;
  accept: AcceptMessages;
  stop: StopMessages;
  clock: Clock;
  nudge: Nudge;
  nudgeChains: Nudge;
  idOf: (text: string) => string;
}>;

/** How many pages one turn makes before others get theirs. */
const PAGES = 8;
/** While so many of its messages wait at the providers, no more are made. */
const WAITING_AT_MOST = 10_000;
const PRESSURE_MS = 500;
const TROUBLE_MS = 2_000;

/**
 * A request whose time has come: makes some pages of its messages, or stops those that wait, or forgets it. It is leased
 * meanwhile; where its process dies, another goes on with the page that was not finished, and nobody gets two messages
 * for their ids follow from the audience and the address.
 */
export function runRequestHandler(deps: Deps): Handler<string> {
  const ask = askAddressees(deps);
  return async (id) => {
    const request = await deps.requests.find(id);
    const now = deps.clock.now();
    if (!request?.dueAt || request.dueAt > now) return;
    if (request.status === 'cancelling') return deps.stop(request);
    if (request.status === 'done' || request.status === 'cancelled') {
      return deps.requests.save(maskRequest(request));
    }
    const leased = lease(request, now);
    await deps.requests.save(leased);
    await makePages(deps, ask, leased);
  };
}

async function makePages(deps: Deps, ask: AskAddressees, leased: SendRequest): Promise<void> {
  const { requests, messages, clock, nudge } = deps;
  let current = leased;
  try {
    if ((await messages.waiting(current.id, WAITING_AT_MOST)) >= WAITING_AT_MOST) {
      return await requests.save(release(current, clock.now(), PRESSURE_MS));
    }
    for (let page = 0; page < PAGES; page += 1) {
      current = await makePage(deps, ask, current);
      if (current.status === 'done') return await deps.lists.drop(listIdOf(current));
    }
    await requests.save(release(current, clock.now(), 0));
    nudge();
  } catch (error) {
    if (isStale(error)) return cleanUp(deps, current);
    // Soon again, rather than when the lease is over.
    await requests.save(release(current, clock.now(), TROUBLE_MS)).catch(() => undefined);
    throw error;
  }
}

async function makePage(deps: Deps, ask: AskAddressees, current: SendRequest): Promise<SendRequest> {
  const { position, sources } = current;
  const source = sources[position.source];
  const page = source ? await deps.read(current, source, position.after) : { addressees: [] };
  const refused = await ask(current, page.addressees);
  const handled = page.addressees.length;
  const done = { handled, refused, ...('next' in page && page.next !== undefined && { next: page.next }) };
  const next = advance(current, done, deps.clock.now());
  await deps.requests.save(next);
  return next;
}

/** It was cancelled while a page was made: whoever stopped its messages may not have seen ours. */
async function cleanUp({ requests, stop }: Deps, { id }: SendRequest): Promise<void> {
  const found = await requests.find(id);
  if (found?.status === 'cancelling') await stop(found);
}
