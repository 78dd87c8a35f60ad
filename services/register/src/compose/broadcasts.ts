import { BroadcastService } from '@guildhall/contracts/register/v1/broadcasts';
import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { serve } from '@guildhall/messaging';
import { aggregates, type Aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import {
  broadcastCollection,
  broadcastIndexes,
  broadcastPartCollection,
  type BroadcastPartState,
  broadcastRepository,
  type BroadcastState,
} from '../adapters/mongo/broadcast.repository.ts';
import { countReachable, guestContacts } from '../adapters/mongo/guest-contacts.query.ts';
import { auditMessage } from '../adapters/nats/audit.messages.ts';
import { broadcastCommands } from '../adapters/nats/broadcast.commands.ts';
import { broadcastService } from '../adapters/nats/broadcast.service.ts';
import { listBroadcastsHandler } from '../app/broadcasts/list-broadcasts.ts';
import { previewBroadcastHandler } from '../app/broadcasts/preview-broadcast.ts';
import { resumeBroadcastHandler, sendBroadcastHandler } from '../app/broadcasts/send-broadcast.ts';
import type { People, VisitRepository } from '../app/ports.ts';
import type { SiteCatalogue } from '../app/sites/site-catalogue.ts';
import type { Settings } from '../config.ts';

/** The aggregates of messages to the people inside. */
export const broadcastCollections = (store: Store, offer: Offer) => ({
  broadcasts: aggregates<BroadcastState>({ store, collection: broadcastCollection, indexes: broadcastIndexes, offer }),
  broadcastParts: aggregates<BroadcastPartState>({ store, collection: broadcastPartCollection, offer }),
});

type Collections = ReturnType<typeof broadcastCollections>;

type Parts = Readonly<{
  visits: VisitRepository;
  sites: SiteCatalogue;
  people: People;
  clock: Clock;
  newId: NewId;
}>;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Starts messages to the people inside; `parts` are shared with the rest of the register. */
export async function composeBroadcasts(process: Process<Settings>, of: Collections, parts: Parts): Promise<void> {
  const { bus, life, log, store } = process;
  const { repository, removePart, removeBroadcast } = broadcastRepository({
    broadcasts: of.broadcasts,
    parts: of.broadcastParts,
    toMessage: auditMessage,
    toCommands: broadcastCommands(guestContacts(store.connection)),
  });
  const deps = { ...parts, broadcasts: repository, countReachable: countReachable(store.connection) };
  const resume = resumeBroadcastHandler(deps);
  const due = async (id: string): Promise<void> => {
    const isWaiting = (await repository.find(id))?.waiting !== undefined;
    await (isWaiting ? resume(id) : removeBroadcast(id));
  };
  await startDueItems(process, 'broadcasts', of.broadcasts, due);
  await startDueItems(process, 'parts of broadcasts', of.broadcastParts, removePart);
  const service = broadcastService({
    preview: previewBroadcastHandler(deps),
    send: sendBroadcastHandler(deps),
    list: listBroadcastsHandler(deps),
  });
  const calls = serve(bus, BroadcastService, service, {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('broadcast calls', calls, close);
}

async function startDueItems<State>(
  { clock, life, log }: Process<Settings>,
  name: string,
  of: Aggregates<State>,
  handle: Handler<string>,
): Promise<void> {
  const report = (error: unknown, id: string): void =>
    log.error({ error, id, name }, 'something due could not be done');
  const items = dueItems({ of, clock, handle, report });
  await life.hold(name, items, close);
  await life.hold(`clock of ${name}`, clock.onMove(items.nudge), (stop) => stop());
}
