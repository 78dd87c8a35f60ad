import { audited, type Audited, doneBy } from '../../domain/audit.ts';
import type { Entry, EntryMessage } from '../../domain/evacuation/entry.ts';
import type { Incident } from '../../domain/evacuation/incident.ts';
import type { Asker } from './access.ts';

/** The audit entry of an act about an incident, for the write that makes it. */
export function actAudit(action: 'incident.start' | 'incident.end', incident: Incident, by: Asker, at: Date): Audited {
  const { id, siteId } = incident;
  return audited(incident, { ...doneBy(by), id: `${action}-${id}`, at, action, subjectId: '', siteId });
}

type Outcome = Readonly<{ next: Entry; facts: readonly EntryMessage[] }>;

/** What marking somebody causes, with an audit entry for each mark that was new. */
export function withMarkAudits({ next, facts }: Outcome, by: Asker) {
  const { id, personId: subjectId, siteId } = next;
  const audits = facts.flatMap((fact) => {
    if (fact.type !== 'entry-marked') return [];
    const entryId = `incident.mark-${id}-${fact.mark.id}`;
    return [audited(next, { ...doneBy(by), id: entryId, at: fact.at, action: 'incident.mark', subjectId, siteId })];
  });
  return { next, facts: [...facts, ...audits] };
}
