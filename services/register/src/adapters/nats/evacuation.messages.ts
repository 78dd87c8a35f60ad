import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  RollCallEndedSchema,
  RollCallEntryAddedSchema,
  RollCallMarkedSchema,
  RollCallSignedOutSchema,
  RollCallStartedSchema,
} from '@guildhall/contracts/register/v1/evacuation';
import { type Envelope, fact, newId } from '@guildhall/messaging';
import { type Entry, type EntryFact, stateOf } from '../../domain/evacuation/entry.ts';
import type { IncidentFact } from '../../domain/evacuation/incident.ts';
import { markToProto } from './evacuation.mapping.ts';
import { entryOrigins, incidentKinds, occupantKinds, rollCallStates } from './evacuation.vocabulary.ts';

/** What happens to an incident, in the published language. */
export function incidentFact({ type, incident, at }: IncidentFact): Envelope {
  const { id: incidentId, siteId, kind, startedBy, endedBy, frozenCount: count } = incident;
  const body = { eventId: newId(), incidentId, siteId, kind: incidentKinds[kind], at: timestampFromDate(at) };
  return type === 'roll-call-started'
    ? fact(RollCallStartedSchema, incident, at, { ...body, by: startedBy.displayName, count })
    : fact(RollCallEndedSchema, incident, at, { ...body, by: endedBy?.displayName ?? '' });
}

/** What happens to somebody on a list, in the published language. */
export function entryFact(happened: EntryFact): Envelope {
  const { entry, at } = happened;
  const body = { ...bodyOf(entry), at: timestampFromDate(at) };
  switch (happened.type) {
    case 'entry-added': {
      const { displayName, kind, origin } = entry;
      const who = { displayName, kind: occupantKinds[kind], origin: entryOrigins[origin] };
      return fact(RollCallEntryAddedSchema, entry, at, { ...body, ...who });
    }
    case 'entry-marked':
      return fact(RollCallMarkedSchema, entry, at, { ...body, mark: markToProto(happened.mark, undefined) });
    case 'entry-signed-out':
      return fact(RollCallSignedOutSchema, entry, at, body);
  }
}

const bodyOf = (entry: Entry) => {
  const { id: entryId, incidentId, siteId, personId } = entry;
  return { eventId: newId(), incidentId, siteId, entryId, personId, state: rollCallStates[stateOf(entry).state] };
};
