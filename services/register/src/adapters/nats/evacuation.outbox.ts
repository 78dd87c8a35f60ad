import type { Envelope } from '@guildhall/messaging';
import type { GuestContacts, SnapshotFiles } from '../../app/evacuation/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { EntryMessage } from '../../domain/evacuation/entry.ts';
import type { Incident, IncidentMessage } from '../../domain/evacuation/incident.ts';
import type { EvacuationPlan } from '../../domain/evacuation/plan.ts';
import { auditMessage, withAudits } from './audit.messages.ts';
import { type Around, callGuest, callPerson, sendSnapshot, summonWardens, tellWardens } from './evacuation.commands.ts';
import { entryFact, incidentFact } from './evacuation.messages.ts';

type Deps = Around & Readonly<{ guests: GuestContacts }>;

/** Everything that evacuations cause, as messages for the outbox. */
export const evacuationMessages = ({ guests, ...around }: Deps) => ({
  ofIncident: withAudits((message: IncidentMessage): readonly Envelope[] =>
    message.type === 'summon-wardens' ? summonWardens(message.incident, message.at, around) : [incidentFact(message)],
  ),

  ofEntry: async (message: EntryMessage | Audited, incident: Incident): Promise<readonly Envelope[]> => {
    switch (message.type) {
      case 'audited':
        return [auditMessage(message)];
      case 'tell-wardens':
        return tellWardens(message, incident, around);
      case 'call': {
        const { kind, personId } = message.entry;
        if (kind === 'person') return [callPerson(message, incident, around)];
        return callGuest(message, await guests.of(personId), incident, around);
      }
      default:
        return [entryFact(message)];
    }
  },

  ofPlan: (plan: EvacuationPlan, files: SnapshotFiles): readonly Envelope[] => sendSnapshot(plan, files),
});
