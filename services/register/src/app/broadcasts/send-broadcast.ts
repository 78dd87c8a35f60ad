import { type Clock, type Handler, isStale, type NewId } from '@guildhall/kernel';
import { audited, doneBy } from '../../domain/audit.ts';
import { type Broadcast, partsOf, written } from '../../domain/broadcasts/broadcast.ts';
import { nobodyInside } from '../../domain/refusals.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Broadcasts } from './ports.ts';
import { audienceOf, type PreviewBroadcast } from './preview-broadcast.ts';

export type SendBroadcast = PreviewBroadcast & Readonly<{ text: string }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  broadcasts: Broadcasts;
  clock: Clock;
  newId: NewId;
}>;

/**
 * Writes to everybody inside. Who that is, is decided by one write, with its audit entry: whatever breaks off afterwards
 * is done by whoever comes next, and nobody is written to twice.
 */
export const sendBroadcastHandler =
  (deps: Deps): Handler<SendBroadcast, Broadcast> =>
  async ({ text, ...query }) => {
    const { site, entrance, recipients } = await audienceOf(deps, query);
    if (recipients.length === 0) throw nobodyInside();
    const { by } = query;
    const at = deps.clock.now();
    const broadcast: Broadcast = {
      id: deps.newId(),
      version: 1,
      siteId: site.id,
      siteName: site.name,
      entrance,
      text: text.trim(),
      sentAt: at,
      sentBy: { personId: by.personId, displayName: by.displayName },
      count: recipients.length,
      waiting: recipients,
    };
    const { id: subjectId, siteId } = broadcast;
    const act = { action: 'broadcast.send', id: `broadcast.send-${subjectId}`, at, subjectId, siteId } as const;
    await deps.broadcasts.save(broadcast, [audited(broadcast, { ...doneBy(by), ...act })]);
    await writeAll(deps.broadcasts, broadcast);
    return broadcast;
  };

async function writeAll(broadcasts: Broadcasts, broadcast: Broadcast): Promise<void> {
  for (const part of partsOf(broadcast)) await broadcasts.write(part);
  await broadcasts.save(written(broadcast), []).catch((error: unknown) => {
    // Another process did the same.
    if (!isStale(error)) throw error;
  });
}

/** Goes on where a process died that had begun. */
export const resumeBroadcastHandler =
  ({ broadcasts }: Pick<Deps, 'broadcasts'>): Handler<string> =>
  async (id) => {
    const broadcast = await broadcasts.find(id);
    if (broadcast?.waiting) await writeAll(broadcasts, broadcast);
  };
