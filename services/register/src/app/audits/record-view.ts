import type { Clock, Handler } from '@guildhall/kernel';
import type { AuditTrail } from '../ports.ts';
import type { GetPresence } from '../visits/get-presence.ts';

type Deps = Readonly<{ audits: AuditTrail; clock: Clock }>;

const minuteMs = 60_000;

/** Records who looked at the presence of a site: once for each viewer, site and minute. */
export const recordViewHandler = ({ audits, clock }: Deps): Handler<GetPresence> => {
  let minute = 0;
  const recorded = new Map<string, Promise<void>>();
  return async ({ siteId, by }) => {
    const at = clock.now();
    const now = Math.floor(at.getTime() / minuteMs);
    if (now !== minute) recorded.clear();
    minute = now;
    const { personId, via, ip, userAgent } = by;
    const id = `view-${personId}-${siteId}-${now}`;
    const entry = {
      id,
      at,
      action: 'presence.view',
      actorId: personId,
      subjectId: '',
      siteId,
      via,
      ip,
      userAgent,
    } as const;
    const writing = recorded.get(id) ?? audits.record(entry);
    recorded.set(id, writing);
    await writing.catch((error: unknown) => {
      recorded.delete(id);
      throw error;
    });
  };
};
