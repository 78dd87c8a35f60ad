import type { Broadcast, BroadcastPart } from '../../domain/broadcasts/broadcast.ts';
import type { Site } from '../../domain/site.ts';
import { aRegister, inMemoryAudits, inMemoryPeople, stale } from '../testing.ts';
import { listBroadcastsHandler } from './list-broadcasts.ts';
import type { Broadcasts } from './ports.ts';
import { previewBroadcastHandler } from './preview-broadcast.ts';
import { resumeBroadcastHandler, sendBroadcastHandler } from './send-broadcast.ts';

export const inMemoryBroadcasts = (audits = inMemoryAudits()) => {
  const stored = new Map<string, Broadcast>();
  const parts = new Map<string, BroadcastPart>();
  const broadcasts: Broadcasts = {
    find: async (id) => stored.get(id),
    last: async (siteId, limit) =>
      [...stored.values()]
        .filter((one) => one.siteId === siteId)
        .toReversed()
        .slice(0, limit),
    save: async (broadcast, said) => {
      if ((stored.get(broadcast.id)?.version ?? 0) !== broadcast.version - 1) throw stale();
      stored.set(broadcast.id, broadcast);
      await audits.sorted(said);
    },
    write: async (part) => {
      if (!parts.has(part.id)) parts.set(part.id, part);
    },
  };
  return { ...broadcasts, stored, parts };
};

/** A register in memory that writes to the people inside. */
export const aBroadcaster = (site?: Site) => {
  const register = aRegister('2026-03-02T14:00:00Z', site);
  const broadcasts = inMemoryBroadcasts(register.audits);
  const people = inMemoryPeople();
  const deps = { ...register, broadcasts, people, countReachable: async (ids: readonly string[]) => ids.length - 1 };
  return {
    ...deps,
    preview: previewBroadcastHandler(deps),
    send: sendBroadcastHandler(deps),
    list: listBroadcastsHandler(deps),
    resume: resumeBroadcastHandler(deps),
    written: () => [...broadcasts.parts.values()].flatMap(({ recipients }) => recipients.map((one) => one.personId)),
  };
};
